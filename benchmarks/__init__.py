"""What the figures in README are made with; each module runs as `python -m benchmarks.NAME`."""

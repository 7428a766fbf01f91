"""`python build.py [command]`: the nutgraf command, run on the folder this file stands in."""

from pathlib import Path

from nutgraf.cli import main

if __name__ == "__main__":
    raise SystemExit(main(default_root=Path(__file__).parent))

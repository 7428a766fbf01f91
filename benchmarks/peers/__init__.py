"""Other programs that make sites: each makes the site of the same articles."""

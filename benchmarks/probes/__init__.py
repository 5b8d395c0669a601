"""Scripts that time this program from inside, each run in a fresh process; they print JSON."""

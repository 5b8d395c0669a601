"""Measure this program beside other search engines: ``python -m benchmarks --shared ../shared --work build/bench``."""

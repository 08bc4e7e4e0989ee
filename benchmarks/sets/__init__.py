"""Sets of cases written for the benchmarks, and how they are read."""

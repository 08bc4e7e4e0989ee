"""Every speed table, one after the other: `make bench`."""

from benchmarks import checks, drafting, encoding, imports, recommendations, serving

for part in (imports, encoding, checks, recommendations, drafting, serving):
    part.main()

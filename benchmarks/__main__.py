"""Every speed table, one after the other: `make bench`."""

from benchmarks import checks, drafting, imports, recommendations, serving

for part in (imports, checks, recommendations, drafting, serving):
    part.main()

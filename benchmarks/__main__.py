"""Every speed table, one after the other: `make bench`."""

from benchmarks import checks, drafting, imports, recommendations

for part in (imports, checks, recommendations, drafting):
    part.main()

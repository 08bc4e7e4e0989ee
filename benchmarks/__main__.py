"""Every speed table, one after the other: `make bench`."""

from benchmarks import (
    checks,
    drafting,
    encoding,
    endpoint,
    imports,
    recommendations,
    scale,
    serving,
)

for part in (imports, encoding, checks, recommendations, scale, drafting, endpoint, serving):
    part.main()

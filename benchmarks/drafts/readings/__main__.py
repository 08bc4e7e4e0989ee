"""Print what the readings add up to."""

from benchmarks.drafts.readings import main

main()

"""Posts as people of many trades write them, each with what an outside tester expects of it.

Under `allow` and `near` stand good posts and near misses, which every rule must let pass; under
a rule's name posts that break that rule and no other. `trades` were written from the rules alone,
before anything of the checks was read; `trades_second` by the same hand, once the checks had been
mended on the first; `trades_third` by another hand that had read the rules alone. Its first
reading: good posts not blocked 0.925 in both languages, good posts allowed fr 0.625 and en 0.650,
broken rules found fr 0.975 and en 0.950; two good posts per language were then put right, whose
own words broke a rule. `trades_fourth` by one more, told to write as thirty real people would,
when the third had just been mended on; some ten of its ways to say where one works were told to
who made the learned judge of that.
`trades_fifth` and `trades_fifth_held` are the halves of a batch by one more outside tester who had
read the rules alone: of the good posts, of the near misses and of the broken ones, as they came,
every second is in the open half; nobody reads what becomes of the held half one by one. First
reading, before anything was mended on it: good posts not blocked, allowed, broken rules found fr
0.714, 0.500, 0.750 and en 0.500, 0.286, 0.833 open, fr 0.688, 0.500, 0.769 and en 0.562, 0.312,
0.692 held. `trades_seventh` and `trades_seventh_held` are split alike, by a seventh hand: fr 0.688,
0.500, 0.769 and en 0.750, 0.312, 0.769 open, fr 0.562, 0.312, 0.667 and en 0.688, 0.438, 0.917
held. `trades_eighth` and `trades_eighth_held`, by an eighth hand told to write the plain middle of
the road too: fr 0.882, 0.882, 0.857 and en 0.706, 0.706, 0.714 open, fr 0.812, 0.750, 0.846 and en
0.688, 0.562, 0.846 held.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.sets.charter_cases import entries
from domain.language import Language
from guardrails.cases import Case, Company

GOOD = ("allow", "near")
_FOLDER = Path(__file__).parent


def posts(language: Language, name: str = "trades") -> Iterator[tuple[Case, Company]]:
    """Yield each post with the organisation its author works for."""
    known = employers()
    for fields in entries(language, name):
        yield Case.model_validate(fields), known[fields["employer"]]


def employers() -> dict[str, Company]:
    """Return the invented employers, by the names that cases give them."""
    told = yaml.safe_load((_FOLDER / "employers.yaml").read_text(encoding="utf-8"))
    return {name: Company.model_validate(fields) for name, fields in told.items()}

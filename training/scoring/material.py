"""The texts the models learn from: written for it, the charter's own examples, and clean posts.

Texts of one family (the same situation, told in both languages, breaking a rule and keeping it)
are always left out together. HateCheck and the cases of `benchmarks/sets` are never read here.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import blogs
from benchmarks.planting import is_for_development
from domain.language import Language
from domain.segmentation import sentences
from guardrails.charter import DEFAULT_CHARTER, PACKS, Charter, parse_charter

TEXTS = Path(__file__).parents[1] / "texts"
FOLDS = 5
_FAMILIES = 10
_NEIGHBOURS = 8
_BESIDE = 2
_FUNCTION_COUNTS = 3.0  # beside a filled frame
_FEWEST_WORDS, _MOST_WORDS = 4, 60


@dataclass(frozen=True, slots=True)
class Text:
    """A text, the rule it was written for ("" for none), and whether it breaks that rule.

    One of fold -1 is never left out. `weight` is how much it counts in learning.
    """

    text: str
    language: Language
    fold: int
    rule: str = ""
    breaks: bool = False
    source: str = "written"
    weight: float = 1.0


def written() -> list[Text]:
    """Return the texts written for each rule; a tenth of a rule's texts is one family."""
    rows = [*_rows("rules.jsonl"), *_sensitive()]
    sizes = Counter(_list_of(row) for row in rows)
    seen = Counter[tuple[str, ...]]()
    found: list[Text] = []
    for row in rows:
        family = seen[_list_of(row)] * _FAMILIES // sizes[_list_of(row)]
        seen[_list_of(row)] += 1
        language, breaks = Language(row["language"]), bool(row["breaks"])
        found.append(
            Text(
                str(row["text"]), language, family % FOLDS, str(row["rule"]),
                breaks=breaks, source="fourth" if row.get("list") == "fourth" else "written",
            )
        )  # fmt: skip
    return found


def examples() -> Iterator[Text]:
    """Yield the charter's own examples; a translation stays with its original."""
    for clause in whole_charter().clauses:
        pairs = sorted({one.translates or "" for one in clause.examples})
        for one in clause.examples:
            fold = pairs.index(one.translates or "") % FOLDS
            breaks = one.kind == "violating"
            yield Text(one.text, one.language, fold, clause.id, breaks=breaks, source="charter")


def whole_charter() -> Charter:
    """Return the default charter with every sector pack, whose examples it must let pass too."""
    text = DEFAULT_CHARTER.read_text(encoding="utf-8")
    names = sorted(path.name.partition(".")[0] for path in PACKS.glob("*.yaml"))
    return parse_charter(f"{text}\npacks: {json.dumps(names)}\n").charter


def respect_posts() -> Iterator[Text]:
    """Yield the posts written for respect; neighbours in the file tell of one situation."""
    for number, row in enumerate(_rows("respect_posts.jsonl")):
        fold, language = number // _NEIGHBOURS % FOLDS, Language(str(row["language"]))
        breaks = bool(row["hateful"])
        yield Text(str(row["text"]), language, fold, "post", breaks=breaks, source="posts")


def respect_functions() -> Iterator[Text]:
    """Yield the texts written for each way of hating, and for what only looks like one."""
    for number, row in enumerate(_rows("respect_functions.jsonl")):
        fold, language = number // _BESIDE % FOLDS, Language(str(row["language"]))
        yield Text(
            str(row["text"]), language, fold, str(row["function"]),
            breaks=bool(row["hateful"]), source="functions", weight=_FUNCTION_COUNTS,
        )  # fmt: skip


def clean() -> Iterator[Text]:
    """Yield sentences, and pairs of them, of half of the real posts and of our own posts."""
    for language in Language:
        posts = [one.text for one in blogs(language) if is_for_development(one.content_id)]
        for number, post in enumerate(posts):
            for passage in _passages(post):
                yield Text(passage, language, number % FOLDS, source="blogs")
    for number, row in enumerate(_rows("profile_type_training.jsonl")):
        for passage in _passages(str(row["text"])):
            yield Text(passage, Language(row["language"]), number % FOLDS, source="own")


def _passages(text: str) -> Iterator[str]:
    found = sentences(text)
    for at, one in enumerate(found):
        pair = " ".join(found[at : at + 2])
        for passage in (one, pair) if at + 1 < len(found) else (one,):
            if _FEWEST_WORDS <= len(passage.split()) <= _MOST_WORDS:
                yield passage


def _sensitive() -> Iterator[dict[str, object]]:
    for row in _rows("sensitive_posts.jsonl"):
        yield {"list": "posts"} | row | {"rule": "CH-14"}


def _list_of(row: dict[str, object]) -> tuple[str, ...]:
    return tuple(str(row.get(name)) for name in ("rule", "language", "breaks", "list"))


def _rows(name: str) -> Iterator[dict[str, object]]:
    for line in (TEXTS / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)

"""Whether a draft told in other words is seen beside a colleague's, and another draft is not."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from benchmarks.drafts.office import office
from benchmarks.drafts.people import colleagues
from benchmarks.material import BLOGS
from benchmarks.quality.crowd import long_content
from benchmarks.quality.figure import Figure
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Fingerprint
from guardrails.checks.near_duplicates import NearDuplicates
from recommender.encoders import encoder_once

_PAIRS = Path(__file__).parents[1] / "sets" / "paraphrases.toml"
_PEOPLE = 50


def figures() -> Iterator[Figure]:
    """Yield the share of paraphrases found, and of pairs of drafts of one content left alone."""
    check = NearDuplicates(key=b"a benchmark", encoder=encoder_once())
    written = tomllib.loads(_PAIRS.read_text(encoding="utf-8"))["pair"]
    pairs = [(one["language"], one["one"], one["other"]) for one in written]
    for language in Language:
        told = [_kept(check, pair[1:], language) for pair in pairs if pair[0] == language.value]
        yield Figure(f"paraphrases of a colleague's draft found, {language}", _near(check, told))
        if BLOGS.is_dir():
            apart = list(combinations(_kept(check, _served(language), language), 2))
            left = 1 - _near(check, apart)
            yield Figure(f"pairs of drafts of one content left alone, {language}", left)


def _kept(check: NearDuplicates, texts: Sequence[str], language: Language) -> list[Fingerprint]:
    alone = Circumstances(now=datetime.now(UTC), organization=Organization(name="Ardemont"))
    return [check.fingerprint(Draft(text, language), alone) for text in texts]


def _near(check: NearDuplicates, pairs: Sequence[Sequence[Fingerprint]]) -> float:
    return sum(check.nearness(one, [other]).is_near for one, other in pairs) / len(pairs)


def _served(language: Language) -> list[str]:
    with office() as open_office:
        asked = open_office.ask_all(long_content(language), colleagues(_PEOPLE, language))
    return [one.draft.text for one in asked if one.draft]

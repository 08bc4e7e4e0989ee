"""Ten colleagues, each with the posts of a real author, asked for a draft of one content."""

import re
from dataclasses import dataclass, replace
from typing import Final

from benchmarks.drafts.nearest import equal
from benchmarks.drafts.office import office
from benchmarks.drafts.people import authors, colleagues
from benchmarks.drafts.sample import contents
from domain.language import Language

TEN: Final = 10
_ARTICLE: Final = range(600, 1_001)
_MARK: Final = re.compile(r"\[[^\]\n]*\]")


@dataclass(frozen=True, slots=True)
class Round:
    """What ten colleagues were given, and the posts of each."""

    texts: tuple[str, ...]
    posts: tuple[tuple[str, ...], ...]

    @property
    def without_marks(self) -> list[str]:
        """The same drafts without what is left to fill."""
        return [_MARK.sub("", text) for text in self.texts]


def asked_of_ten(language: Language, number: int, *, even: bool = False) -> Round | None:
    """Ask for ten drafts, with equal posts if `even`; None where one of the ten got none."""
    voices = sorted(authors(language).items())
    names, own = zip(*(voices[(number * 3 + at) % len(voices)] for at in range(TEN)), strict=True)
    posts = equal(own, number) if even else own
    people = [
        replace(one, posts=said, name=name)
        for one, said, name in zip(colleagues(TEN, language), posts, names, strict=True)
    ]
    items = [one for one in contents(language) if len(one.text.split()) in _ARTICLE]
    with office() as open_office:
        answers = open_office.ask_all(items[number * 11 % len(items)], people)
    texts = tuple(one.draft.text for one in answers if one.draft)
    return Round(texts, tuple(posts)) if len(texts) == TEN else None

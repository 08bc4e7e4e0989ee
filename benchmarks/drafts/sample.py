"""Hundreds of offline drafts on real posts, in both languages, asked for as colleagues would."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from benchmarks.drafts.office import Asked, Office
from benchmarks.drafts.people import colleagues
from benchmarks.material import blogs
from domain.content import ContentItem
from domain.language import Language
from domain.review import Finding
from personalizer.writing import Brief, Writer, Written

_PEOPLE = 20
_PER_CONTENT = 5
_LEAST_WORDS = 150


@dataclass(slots=True)
class Counting:
    """A writer that counts its first texts and those that were sent back at least once."""

    writer: Writer
    written: int = 0
    sent_back: set[int] = field(default_factory=set)

    async def write(self, brief: Brief) -> Written:
        """Write, and count."""
        self.written += 1
        return await self.writer.write(brief)

    def since(self) -> tuple[int, int]:
        """Return how many were written and how many sent back since this was last asked."""
        found = self.written, len(self.sent_back)
        self.written = 0
        self.sent_back.clear()
        return found

    async def revise(self, brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Revise, and count the first text once."""
        self.sent_back.add(self.written)
        return await self.writer.revise(brief, text, findings)


def contents(language: Language) -> list[ContentItem]:
    """Return real posts long enough to carry drafts, each with an address of its own."""
    return [
        item if item.url else replace(item, url=f"https://blog.example/{number}")
        for number, item in enumerate(blogs(language.value))
        if len(item.text.split()) >= _LEAST_WORDS
    ]


def drafts(office: Office, language: Language, number: int) -> Iterator[Asked]:
    """Yield what five people were answered on one content, those alone who got a draft."""
    people, items = colleagues(_PEOPLE, language), contents(language)
    item = items[number * 7 % len(items)]
    first = number * _PER_CONTENT % _PEOPLE
    for person in people[first : first + _PER_CONTENT]:
        asked = office.ask(item, person)
        if asked.draft is not None:
            yield asked

"""The headings of a text: short lines that stand alone and name what follows them.

A text comes without its markup, so a heading shows by its place: behind a blank line or a line
that ends, before one that begins anew, and without a mark or a verb of its own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from domain.review import Span
from personalizer.chaff import is_chaff
from personalizer.clauses import has_finite_verb, has_verb
from personalizer.passages import Passage, plain
from personalizer.screening import may_be_passed_on
from personalizer.tongue import FUNCTION_WORDS, words
from personalizer.traits import Trait

_MOST: Final = 9
_LONGEST: Final = 70
_OPENS: Final = re.compile(r"(?:#{1,6}\s+)?(?:\d{1,2}[.)]\s+)?(?=[A-ZÀ-ÖØ-Þ])")
_BEGINS: Final = re.compile(r"[\s#*_>\"“«(-]*[A-ZÀ-ÖØ-Þ0-9]")
_ENDS: Final = re.compile(r"[^\W_][)’”»]?\s*#*$")
# "2024 12" under "Année Capteurs" is the row of a table, whose head names no part.
_ROW: Final = re.compile(r"(?=[^\n]*\d)[^.!?…:;\n]{1,60}$")
_ENDED: Final = re.compile(r"[.!?:;…)\]”»\"*_]\s*$")
_NO_NAME: Final = re.compile(
    r"[\[\]{}<>|=\\/;:,.!?«»“”\"@]|\b(?:je|nous|mon|notre|nos|we|our|my|I)\b", re.IGNORECASE
)
_TELLING_LETTERS: Final = 5
_LEAST_NAMING: Final = 2
# "Pour l’installation" names nothing outside of its list of headings.
_FOR_PART: Final = re.compile(
    r"(?:pour|via|avec|sans|dans|en|à|de|par|sur|with|for|in|on|by|from|to)\b", re.IGNORECASE
)
_SAYS_LITTLE: Final = frozenset(
    """
    introduction conclusion résumé sommaire exemple exemples usage utilisation fonctionnement
    contexte problème solution étape étapes aller avant après première premier partie bonus
    sources références ressources liens annexe remerciements article installation
    summary overview background problem problems solution solutions approach step steps first second
    third example examples usage sources references resources links further reading thanks article
    finir truc moment petite petit histoire concret photo photos image images suite
    table matières contents
    update updates about author related posts share comments conclusions getting started
    """.split()
)


@lru_cache(maxsize=64)
def headings_of(text: str, language: Language) -> tuple[Passage, ...]:
    """Return the headings that name something, each once, in their order."""
    found = {one.text.casefold(): one for one in reversed(list(_headings(text, language)))}
    return tuple(sorted(found.values(), key=lambda one: one.span.start))


def naming_parts(content: ContentItem) -> tuple[Passage, ...]:
    """Return the headings that say enough to carry a draft about the part they name.

    The title repeated above the text names no part of it.
    """
    return tuple(
        one
        for one in headings_of(content.text, content.language)
        if telling(one.text, content.language) >= _LEAST_NAMING
        and not _FOR_PART.match(one.text)
        and one.text.casefold() != content.title.casefold()
    )


def heading_above(passage: Passage, headings: Sequence[Passage]) -> Passage | None:
    """Return the heading under which a passage stands, None above the first."""
    above = [one for one in headings if one.span.end <= passage.span.start]
    return above[-1] if above else None


def _headings(text: str, language: Language) -> Iterator[Passage]:
    lines = text.split("\n")
    start = 0
    for at, line in enumerate(lines):
        opening = _OPENS.match(line)
        if opening is not None and _stands_alone(lines, at) and _names(line, opening, language):
            name = plain(line[opening.end() :].rstrip(" #"))
            begins = start + opening.end()
            span = Span(begins, begins + len(line[opening.end() :].rstrip(" #")))
            yield Passage(span, name, frozenset({Trait.HEADING}), leans=False)
        start += len(line) + 1


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line follows one that ended, and something begins anew behind it."""
    before = lines[at - 1] if at else ""
    behind = next((line for line in lines[at + 1 :] if line.strip()), "")
    if _ROW.match(behind.strip()):
        return False
    return (not before.strip() or bool(_ENDED.search(before))) and bool(_BEGINS.match(behind))


def _names(line: str, opening: re.Match[str], language: Language) -> bool:
    """Tell whether a line reads as the name of something."""
    name = line[opening.end() :].rstrip(" #")
    said = name.split()
    little = FUNCTION_WORDS[language]
    return (
        len(said) <= _MOST
        and len(name) <= _LONGEST
        and _ENDS.search(name) is not None
        and _NO_NAME.search(name) is None
        and said[-1].casefold() not in little
        and not _says_something(name, language)
        and not is_chaff(name)
        and may_be_passed_on(name)
        and telling(name, language) > 0
    )


def _says_something(name: str, language: Language) -> bool:
    """Tell whether a line has a verb; English nouns in the plural look like one."""
    is_english = language is Language.ENGLISH
    return has_finite_verb(name, language) if is_english else has_verb(name, language)


def telling(name: str, language: Language) -> int:
    """Return how many words of a heading name something: "Introduction" names nothing."""
    long = {word for word in words(name) if len(word) >= _TELLING_LETTERS}
    return len(long - FUNCTION_WORDS[language] - _SAYS_LITTLE)

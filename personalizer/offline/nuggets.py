"""What a passage is about in a few words: its figure, its speaker, a name, a title."""

import re
from itertools import takewhile
from typing import Final

from domain.language import Language
from personalizer.figures import DATE, figure_in
from personalizer.speakers import person_in, spoken_in
from personalizer.tongue import FUNCTION_WORDS

_LINKING: Final = frozenset("de d du des of".split())
_NOT_COUNTED: Final = frozenset("ago up out down behind apart away long old straight".split())
_LITTLE: Final = FUNCTION_WORDS[Language.FRENCH] | FUNCTION_WORDS[Language.ENGLISH]
_TERM: Final = re.compile(
    r"(?<=[a-zà-ÿ,;] )(?!I\b)[A-ZÀ-Þ][\w.+#’'-]*[\w+#](?:\s[A-ZÀ-Þ][\w+#-]*[\w+#]){0,2}"
)
_BEFORE_NOUN: Final = frozenset(
    "bonnes bons petites petits grandes grands nouvelles nouveaux autres premières premiers belles"
    " beaux mauvaises mauvais longues longs vieux vieilles jeunes jolies jolis".split()
)
# An adjective that waits for its noun: "2 potentielles".
_ENDS_OPEN = re.compile(
    r"\d \w+(?:el|els|elle|elles|ifs?|ives?|al|aux|ales?|[ai]bles?|iques?|eux|euses?)$"
)
_MOST_MORE = 3
_COUNTED: Final = frozenset("people percent million billion children men women staff".split())


def figure_nugget(sentence: str, language: Language) -> str | None:
    """Return the first figure with what it counts, in a few words."""
    bounds = figure_in(sentence)
    if bounds is None:
        return None
    start, end = bounds
    following = re.match(r"(?:[ \u00a0][^\W\d_]+(?:[’'][^\W\d_]+)?)*", sentence[end:])
    words = following.group().split() if following else []
    kept = list(takewhile(_carries_on, words))
    if language is Language.ENGLISH and len(kept) > _MOST_MORE:
        # Cut after so many words it might end inside a name: "13% of major government".
        kept = []
    kept = kept[:_MOST_MORE]
    if language is Language.FRENCH:
        kept = _complement(kept)
    while kept and kept[-1].casefold() in _LINKING:
        kept.pop()
    figure = sentence[start:end]
    if language is Language.FRENCH and _ENDS_OPEN.search(figure):
        return None
    if language is Language.ENGLISH and kept and figure.isdigit() and not _counts(kept):
        return None
    return " ".join([figure[:1].lower() + figure[1:], *kept])


def _counts(words: list[str]) -> bool:
    """Tell whether words behind a figure are what it counts: nobody counts "508 awareness"."""
    return any(word.casefold().endswith("s") or word.casefold() in _COUNTED for word in words)


def _complement(words: list[str]) -> list[str]:
    """Return "de conduites" of the words behind a figure, or nothing.

    In French what follows a noun without "de" may be a verb: "cinq personnes déchargent".
    """
    if not words or not _links(words[0]) or words[0].casefold().strip("d’'") in _LITTLE:
        return []
    needed = 1 if words[0].casefold() not in _LINKING else 2
    is_unfinished = words[:needed][-1].casefold().removeprefix("d’") in _BEFORE_NOUN
    return words[: needed + is_unfinished]


def nugget_of(sentence: str, language: Language) -> str | None:
    """Return the words a placeholder may point at: a figure, a date, a speaker or a term."""
    figure = figure_nugget(sentence, language)
    if figure is not None:
        return figure
    person = person_in(sentence)
    if person is not None:
        return person
    found = (_TERM.search(sentence), DATE.search(sentence))
    return next((one.group() for one in found if one), None)


def speaker_of(sentence: str) -> str | None:
    """Return who speaks in a passage, or whom it names."""
    spoken = spoken_in(sentence)
    return (spoken.speaker if spoken else None) or person_in(sentence)


def _carries_on(word: str) -> bool:
    bare = word.casefold()
    if bare.endswith(("ed", "ing", "n’t", "n't")) or bare in _NOT_COUNTED:
        return False
    return _links(word) or bare not in _LITTLE


def _links(word: str) -> bool:
    return word.casefold() in _LINKING or word.casefold().startswith(("d’", "d'"))

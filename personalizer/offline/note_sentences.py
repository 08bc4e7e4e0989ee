"""An author's notes as sentences: typed in haste, told with their capitals and their end.

Whoever writes their posts in lower case keeps it.
"""

import re
from typing import Final

from domain.drafts import DraftRequest
from domain.language import Language
from domain.segmentation import sentences
from personalizer.card import readable
from personalizer.offline.typography import typeset

# Behind "etc." or "p. ex." a sentence goes on.
_OPENING: Final = re.compile(
    r"(?<![ (.]\w)(?<!\betc)(?<!\b(?:cf|vs|dr|mr|ms|st|no|ex|co|jr|sr|al|av))"
    r"(?<!\b(?:mrs|env|max|min|tel|tél|réf|ref|fig|inc|ltd|art|vol|dpt))(?<!\bappt)(?<!\bprof)"
    r"(?<!\bapprox)(?P<end>[.!?…] +)(?P<first>[^\W\d_])"
)
_FIRST: Final = re.compile(r"(?:^|[.!?…]\s+)[^\w\n]{0,2}([^\W\d_])")
_MOSTLY: Final = 0.6
# "iPhone", "https://…", "x@y.example" are written so at the head of a sentence too; behind a smile,
# a hashtag or an address no full stop stands.
_KEEPS_SMALL: Final = re.compile(r"[a-z]{1,2}[A-Z]|\S*(?:://|@|\w\.\w)|#")
_WHOLE: Final = re.compile(r"(?:\S*(?:://|@)\S*|#\w+|[^\w\s.,;'’\"%€$)\]-])\s*$")


def note_sentences(request: DraftRequest) -> list[str]:
    """Return the sentences of the notes of a request, each once."""
    said = [
        sentence
        for note in request.notes
        for sentence in sentences(note)
        if any(character.isalpha() for character in sentence)
    ]
    is_low = _writes_low(request)
    return [_as_sentence(one, request.language, is_low=is_low) for one in dict.fromkeys(said)]


def _as_sentence(note: str, language: Language, *, is_low: bool) -> str:
    text = typeset(" ".join(note.split()), language).lstrip("-*•– ")
    ended = text if text[-1] in ".!?…:»”)" or _WHOLE.search(text) else f"{text}."
    if is_low:
        return ended
    capitals = _OPENING.sub(_with_capital, ended)
    return capitals if _KEEPS_SMALL.match(capitals) else capitals[:1].upper() + capitals[1:]


def _with_capital(opening: re.Match[str]) -> str:
    keeps = _KEEPS_SMALL.match(opening.string, opening.start("first"))
    return opening[0] if keeps else opening["end"] + opening["first"].upper()


def _writes_low(request: DraftRequest) -> bool:
    """Tell whether an author begins most sentences of their posts in lower case."""
    own = readable(request.ambassador.posts, request.language)
    firsts = [one for post in own for line in post.splitlines() for one in _FIRST.findall(line)]
    return bool(firsts) and sum(map(str.islower, firsts)) > _MOSTLY * len(firsts)

"""What a sentence leaves hanging: a word in it points at what only the text before it names.

Each cue was held against what people said of 1,628 sentences of 108 articles: of the
ninety they find, two thirds are not to be told alone and one in ten is a good one.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from personalizer.passages import Passage
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import words

_JUST_BEFORE: Final = 400
_OPENING: Final = 400
STEM: Final = 5
_LEAST_LETTERS: Final = 3
_EARLY_WORDS: Final = 4
# "This week" points at no sentence, and "ce genre de" at none by itself.
_POINTED: Final = re.compile(
    r"\b(?:this|these|those|such|ce|cet|cette|ces) (?!is\b|was\b|are\b|who\b|as\b|that\b|an?\b|qu"
    r"|dont\b|sont\b|n[’']|so[in]t\b|sera|year|week|month|time|genre|type|kind|sort)([\w-]+)",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:[àa] nouveau|de nouveau|cette fois|this time|once (?:again|more)|as (?:before|usual)"
    r"|comme (?:avant|précédemment)|(?:celui|celle|ceux|celles)-(?:ci|là)|ces? derni(?:ers?|ères?)"
    r"|cette dernière|the (?:latter|former))\b(?! (?:one|year|week|mois|années?|temps|jours))",
    re.IGNORECASE,
)
_NO_PLACE: Final = (
    r"(?!fois|ann[ée]e|ans?\b|semaine|mois|jours?\b|version|génération|étages?\b|édition|trimestre"
    r"|semestre|siècle|time|year|day|week|month|quarter|place|hand|version|half|few|couple|several"
    r"|two|three|four|five|six|ten|decade|century|floor)"
)
# "Le premier paramètre", "the next step": of which series, was said before.
_IN_A_ROW: Final = re.compile(
    rf"\b(?:le|la|du|au|notre) (?:premier|première|seconde?|deuxième|troisième|dernier|dernière)"
    rf" {_NO_PLACE}[a-zà-ÿ]+\b(?! (?:de|du|des|à|en|qui)\b| d[’'])"
    rf"|\b(?:the|our) (?:next|second|third|last|final) {_NO_PLACE}[a-z]+\b"
    r"(?! (?:of|in|on|that|who|to)\b)",
    re.IGNORECASE,
)
_OF_THEM: Final = Prefiltered(
    r"(?:of (?:these|those)|(?:all|both|only) (?:\d+|of them)\b|the (?:remaining|others?)\b"
    r"|only the (?:first|last)\b|parmi (?:eux|elles)|sur ces|tou(?:te)?s (?:les )?deux\b"
    r"|à (?:eux|elles) deux|(?:(?:some|many|most) )?other [a-z]+s\b|les autres|d['’]autres"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|deux|trois|quatre|cinq|six"
    r"|sept|huit|neuf|dix|onze|douze) (?:\w+ed|found|asked|said|told|have|had|are|were|was|came"
    r"|took"
    r"|sont|ont|étaient|avaient|viennent)\b)",
    re.IGNORECASE,
)
# A part of code that the text shows and a post does not: "la classe Person", "the hook useWidth".
_NAMED_CODE: Final = re.compile(
    r"\b(?:classes?|composants?|fonctions?|variables?|m[ée]thodes?|components?|class|functions?"
    r"|methods?|hooks?|constructeurs?|constructors?|paramètres?|parameters?)"
    r"(?: (?:de|of|la|the) | d[’']| )[“\"«]?\s?(?-i:([A-Z][a-z]+\b(?! [A-Z])|[A-Z][a-z]+[A-Z]\w+"
    r"|[a-z]+[A-Z]\w+"
    r"|[a-z]+[-_.:]\w+))",
    re.IGNORECASE,
)
_OF_OUR_CASE: Final = re.compile(
    r"\b(?:notre|ma|mon) (?:exemple|cas|fonction|composant|test|champs?|classe|variable|fichier"
    r"|script|élément|objet)\b|\b(?:in|for) (?:our|my) (?:case|example)\b"
    r"|\bour (?:example|function|component|test case|script|variable|import)\b",
    re.IGNORECASE,
)
_THEY: Final = re.compile(r"\b(?:they|them|theirs?)\b", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"\b(?:\w+s|people|everyone|anyone|everybody|anybody|staff|team|who|person|each|and)\b",
    re.IGNORECASE,
)
_IT: Final = re.compile(
    r"\b(?:it|its|itself)\b(?! (?:is|was|would be|can be|may be|['’]s) (?:\w+ ){0,2}\w+"
    r" (?:to|that)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def hanging(passage: Passage, text: str) -> frozenset[str]:
    """Return what a passage leaves hanging, each by its name."""
    return frozenset(name for name, hangs in _CUES.items() if hangs(passage, text))


def _points_at_what_stood_before(passage: Passage, text: str) -> bool:
    """Tell whether "this group" is one that the text named just before, not the sentence."""
    pointed = [
        stem
        for found in _POINTED.finditer(passage.text)
        if (stem := found[1].casefold()[:STEM]) not in stems(passage.text[: found.start()])
    ]
    start = passage.span.start
    return bool(pointed) and not stems(text[max(0, start - _JUST_BEFORE) : start]).isdisjoint(
        pointed
    )


def _is_said_of_nobody(passage: Passage, text: str) -> bool:
    """Tell whether "they" or "it" stands before anything it could mean."""
    del text
    they, it = _THEY.search(passage.text), _IT.search(passage.text)
    nobody = they is not None and not _SEVERAL.search(passage.text[: they.start()])
    return nobody or (it is not None and len(passage.text[: it.start()].split()) < _EARLY_WORDS)


def _names_code_at_hand(passage: Passage, text: str) -> bool:
    """Tell whether it names a part of some code; what a text opens with is its subject."""
    return any(found[1] not in text[:_OPENING] for found in _NAMED_CODE.finditer(passage.text))


def _shown(pattern: re.Pattern[str]) -> Callable[[Passage, str], bool]:
    return lambda passage, text: bool(text) and pattern.search(passage.text) is not None


def stems(text: str) -> frozenset[str]:
    """Return how the words of a text begin, but for the shortest."""
    return frozenset(word[:STEM] for word in words(text) if len(word) >= _LEAST_LETTERS)


_CUES: Final[Mapping[str, Callable[[Passage, str], bool]]] = MappingProxyType(
    {
        "pointed": _points_at_what_stood_before,
        "again": _shown(_AGAIN),
        "in a row": _shown(_IN_A_ROW),
        "of them": lambda passage, _: _OF_THEM.match(passage.text) is not None,
        "code": _names_code_at_hand,
        "our case": _shown(_OF_OUR_CASE),
        "of nobody": _is_said_of_nobody,
    }
)

"""What a sentence takes up from the one before it: nobody who reads it alone knows what is meant.

`hanging` and `unnamed` read a sentence by itself; here stand the classes of words that go back to
a thing once told: demonstratives, "again" and "there", ordinals, sums, half a comparison, and a
thing with its article that the text brought in just before. Of 1,588 graded sentences they find
some forty that no other cue does, one in six of them a good one; one in three of all is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from personalizer.hanging import STEM, stems
from personalizer.prefiltered import Prefiltered

_BEFORE: Final = 500
_POINTS: Final = re.compile(
    r"\b(?:this|these|those|such|cet|cette|ces|ce)"
    r"(?! (?:an?|is|was|are|were|who|which|that|as|of|in|on|to|from|one|year|week|month|spring"
    r"|summer|autumn|fall|winter|time|morning|afternoon|evening|article|way|qu|dont|qui|sont"
    r"|sera|serait|soit|fut|n|matin|soir|mois|jour|printemps|été|automne|hiver|année|semaine"
    r"|nuit|fois|derni\w+|pendant|point|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"(?! (?:qu|n)['’]) (?P<noun>[\w-]{3,})",
    re.IGNORECASE,
)
# "It had hidden that from us", "that April", "there for twenty years".
_THAT: Final = re.compile(
    r"\bthat(?=[.,;]|$| (?:from|for|by|again|too|spring|summer|autumn|fall|winter|year|week|month"
    r"|night|day|january|february|march|april|june|july|august|september|october|november"
    r"|december)\b)|\b(?:then|since|until) then\b|\bdepuis lors\b",
    re.IGNORECASE,
)
_THERE: Final = re.compile(
    r"\bthere\b(?!['’]|, | (?:is|are|was|were|has|have|had|will|would|may|might|can|could|should"
    r"|must|seem\w*|isn|aren|wasn|weren|used|appears?|exist\w*|comes?|came)\b)",
    re.IGNORECASE,
)
_A_PLACE: Final = re.compile(r"\b(?:at|in|to|from|on|near|by|inside|where)\s", re.IGNORECASE)
_AGAIN: Final = Prefiltered(
    r"(?<!and )\bagain\b(?! and again\b)|\blikewise\b|\banother (?:matter|story|question)\b"
    r"|\b(?:lui|elles?|eux) aussi\b|\b(?:à|de) nouveau\b|\bune autre (?:histoire|affaire)\b",
    re.IGNORECASE,
)
_ONE_OF_THEM: Final = Prefiltered(
    r"(?:one|two|three|une?|deux|trois|\d+) (?:in|out of|sur) (?:two|three|four|five|six|seven"
    r"|eight|nine|ten|twenty|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|\d+)"
    r" (?:ne|n['’]\w+|is|are|has|have|had|was|were|does|do|did|est|sont|a|ont|était|avait)\b"
    r"|(?:the (?:first|second|third|fourth|fifth|sixth|last|latter|former|other|next)"
    r"|le (?:premier|deuxième|second|troisième|quatrième|dernier)"
    r"|la (?:première|deuxième|seconde|troisième|quatrième|dernière))"
    r"(?: (?:of (?:those|these|them)|d['’]entre \w+))?,? (?:is|was|are|were|has|had|came|comes"
    r"|est|était|sera|a|avait|concerne|porte|vient)\b"
    r"|(?:one|another)(?: of them)? (?!business\b|process\b|bus\b|class\b|plus\b|versus\b|address\b"
    r"|access\b|success\b)(?:[a-z]+(?<!s)(?<!u)(?<!i)s|had|was|said|told|found|came|took|made|went)"
    r"\b|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|several|many|most|some|few|both|others) (?:are|were|have|had|wants?|wanted|need|needed"
    r"|said|came|went|use|used|told|found)\b"
    r"|(?:l['’]une?|certaine?s|d['’]autres|plusieurs|la plupart|aucune?|chacune?|les uns|les unes"
    r"|tous|toutes|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?: d['’]entre \w+)?"
    r" (?:est|sont|a|ont|était|étaient|avait|avaient|n['’]\w+|ne|se|y|en|vient|viennent|voulait"
    r"|font|fait|porte)\b",
    re.IGNORECASE,
)
_SUM: Final = Prefiltered(
    r"(?:in all|in total|all told|altogether|all in all|au total|en tout)\b",
    re.IGNORECASE,
)
_LESS_THAN_WHAT: Final = re.compile(
    r"\b(?:(?:more|less) (?:often|easily|quickly|slowly|cheaply|widely)|cheaper|faster|slower"
    r"|(?:plus|moins) (?:souvent|vite|cher|longtemps|facilement)|davantage)\b"
    r"(?![^.]*\b(?:than\b|qu[e’']))",
    re.IGNORECASE,
)
_NOT_COMPARED: Final = re.compile(
    r"\b(?:no|not|much|far|the|au|le|la|les|de|d['’]autant|from|plus ou|sooner or|more or) ?$",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(
    r"^(?P<the>the|le|la|les|l['’])\s?(?P<noun>[\w-]{3,})"
    r"(?! (?:of|in|on|at|for|that|who|which|whose|where|from|to|with|by|between|de|du|des|à|au|aux"
    r"|en|sur|pour|qui|que|dont|où|entre|par|dans|chez|and|et)\b| d['’]| qu['’]"
    r"|, (?:an?|the|une?|le|la|les)\b)(?=[ ,])",
    re.IGNORECASE,
)
_BROUGHT: Final = re.compile(
    r"\b(?P<article>(?:an?|one|two|three|four|five|six|une?|deux|trois|quatre|cinq|six|des|plusieurs"
    r"|several|some|\d+|extra|new) )(?=(?P<first>[\w’'-]+ )?(?P<second>[\w’'-]+ )?)"
)
# "Between October and March they came back": who, was said before.
_THEN_THEY: Final = Prefiltered(
    r"(?:in|on|between|from|since|after|before|by|during|until|en|depuis|entre|après|avant|dès|au"
    r"|début|fin|à)\b[^,]{0,60}?\b(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre|spring|summer|autumn|winter|printemps|été|automne|hiver|week|year"
    r"|month|semaine|an|mois|(?:19|20)\d\d) (?:they|he|she|ils|elles)\b",
    re.IGNORECASE,
)
# "People would come": in what case, was said before.
_WOULD: Final = Prefiltered(
    r"(?:the |a )?[\w’'-]+(?: [\w’'-]+)? would(?:n['’]t| not)?"
    r" (?!like\b|have (?:liked|loved)\b|love\b)"
    r"(?!.*\b(?:if|when|unless|than)\b)"
    r"|(?:les? |la |l['’]|on )[\w’'-]+(?: [\w’'-]+)? (?:ne )?(?!fau|pourr|devr)\w{2,}rai(?:t|ent)\b"
    r"(?!.*\b(?:si|s['’]il|quand)\b)",
    re.IGNORECASE,
)
# "All five routes that use it".
_THAT_USE_IT: Final = Prefiltered(
    r"(?:[\w-]+ ){0,3}[\w-]+s (?:that|which|who) [\w-]+ (?:it|them)\b", re.IGNORECASE
)
# "For nine years, she was", "Pendant des années, elle".
_WHEN_SHE: Final = Prefiltered(
    r"(?:after|before|during|in|at|on|over|since|until|by|within|as|from|pendant|en|depuis|après"
    r"|avant|dans|à|au|aux|sur|entre|dès|lors|de|durant|jusqu\w*|chaque|parfois|souvent"
    r"|for \w+ (?:years|months|weeks|days|decades))\b"
    r"[^,.;:]{0,60}, (?:he|she|they|elles?|ils?(?! (?:y a|faut|fallait|faudra"
    r"|est (?:possible|utile|prévu|question)|s['’]agi|a fallu|suffi|reste|existe|en (?:est|va)"
    r"|n['’]y|ne (?:faut|reste))))\b",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"^[^,]{1,60}, (?=\w)")


def takes_up(sentence: str, before: str) -> frozenset[str]:
    """Return what a sentence takes up from what stands `before` it in its text, each by its name.

    What a text begins with takes up nothing.
    """
    if not before.strip():
        return frozenset()
    return _taken_up(sentence, before[-_BEFORE:])


@lru_cache(maxsize=8192)
def _taken_up(sentence: str, before: str) -> frozenset[str]:
    return frozenset(name for name, takes in _CLASSES.items() if takes(sentence, before))


def _points(said: str, _before: str) -> bool:
    return any(
        found["noun"].casefold()[:STEM] not in stems(said[: found.start()])
        for found in _POINTS.finditer(said)
    )


def _is_there(said: str, _before: str) -> bool:
    found = _THERE.search(said)
    return found is not None and _A_PLACE.search(said[: found.start()]) is None


def _is_half(said: str, _before: str) -> bool:
    return any(
        _NOT_COMPARED.search(said[: found.start()]) is None
        for found in _LESS_THAN_WHAT.finditer(said)
    )


def _is_known(said: str, before: str) -> bool:
    """Tell whether a text brought in "a volunteer" right before it speaks of "the volunteer"."""
    opening = _OPENS.match(said)
    found = _KNOWN.match(said[opening.end() :] if opening else said) or _KNOWN.match(said)
    if found is None:
        return False
    stem, before = found["noun"].casefold().removesuffix("s"), before.casefold()
    starts = (at for brought in _BROUGHT.finditer(before) for at in _words_from(brought))
    return any(before.startswith(stem, at) for at in starts)


def _words_from(brought: re.Match[str]) -> Iterator[int]:
    """Yield where the first words behind "a" or "several" begin."""
    yield brought.end("article")
    yield from (brought.end(name) for name in ("first", "second") if brought[name])


def _shown(pattern: re.Pattern[str] | Prefiltered) -> Callable[[str, str], bool]:
    return lambda said, _before: pattern.search(said) is not None


_CLASSES: Final[Mapping[str, Callable[[str, str], bool]]] = MappingProxyType(
    {
        "points": _points,
        "that": _shown(_THAT),
        "there": _is_there,
        "again": _shown(_AGAIN),
        "one of them": lambda said, _: _ONE_OF_THEM.match(said) is not None,
        "sum": lambda said, _: _SUM.match(said) is not None,
        "half": _is_half,
        "then they": lambda said, _: _THEN_THEY.match(said) is not None,
        "when she": lambda said, _: _WHEN_SHE.match(said) is not None,
        "would": lambda said, _: _WOULD.match(said) is not None,
        "that use it": lambda said, _: _THAT_USE_IT.match(said) is not None,
        "known": _is_known,
    }
)

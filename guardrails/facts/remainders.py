"""What is left of a whole without its part: "25 of the 64, the other 39", 61 % and 39 %."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import Base, bases_given, roots
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.passage import Passage
from guardrails.facts.shares import NEAR
from guardrails.facts.sight import IDLE, Sight, roots_given
from guardrails.facts.standing import comes_to
from guardrails.facts.units import PERCENT

_OTHER: Final = re.compile(r"(?<!\w)(?:(?:the|our|my) )?(?:other|remaining) $")
_OTHERS: Final = re.compile(
    r"(?: [^\W\d_]+)?(?: |-)(?:autres|others|restante?s|remaining|left|de reste|a redessiner)\b"
    r"(?! [^\W\d_]+ que)"
)
_LONGEST: Final = 20
_LONGEST_DENIAL: Final = 60
_ALL: Final = Fraction(100)
_LEFT: Final = frozenset({"restant", "left", "went"})
DENYING: Final = roots(
    "pas non not never without jamais sans aucun aucune didn don doesn weren wasn aren isn haven"
    " hasn"
)
_OF_WHOM: Final = re.compile(r" (?:of|des?|du|d') ?(?:the |our |les |nos )?([^\W\d_]{3,})")
_DENIAL: Final = re.compile(
    r"(?:n't|\b(?:pas|non|not|never|without|jamais|sans|aucune?))\b(?P<denied>[^.!?;:,\n]*)"
)
_STAYING: Final = roots(
    "autres others other remaining restant restants restantes reste restent redessiner donc soit"
    " did"
)
# "39 left": left over, where nothing stands behind; "the other 39 left" is what they did.
_LEFT_OVER: Final = re.compile(r"(?: [^\W\d_]+)? left(?= ?(?:[.!?;:,()]|$))")
_OUR_WAY: Final = re.compile(r"[^.!?;:,\n\d]{0,24}? went (?:our|my|their|the other) way\b")
# What has not been returned or answered waits for it.
_DONE: Final = roots(
    "rendus traites repondu regles payes repares livres servis clos returned handled answered"
    " settled paid repaired mended delivered served closed"
)
_OF_COLLEAGUES: Final = roots(
    "mes celles ceux collegues colleagues equipe team autres others mains hands leurs theirs"
    " reste rest copains mates tous everyone passer passes entre chez between went"
)
_WAITING: Final = roots("attendent attend wait waiting waited still encore toujours")


def is_rest(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is said to be the rest of what is shown, and is.

    The rest of those who are content are not; that they want to leave is nobody's arithmetic.
    """
    text = sight.passage.text
    is_told = _OTHER.search(text, max(0, figure.start - _LONGEST), figure.start) is not None
    is_told = is_told or (figure.unit == PERCENT and comes_to(text, figure))
    if not (is_told or _OTHERS.match(text, figure.end)):
        return False
    shown = {one.quantity for one in sight.neighbours(figure)}
    return _is_rest_of_mine(figure, sight) or any(
        part.quantity in shown and _is_left_of(figure, part, nouns, sight)
        for given in sight.grounds.parts
        for bases in given.view(_named)
        for part, nouns in _parts(figure, bases)
    )


def _is_rest_of_mine(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is what a ratio shown right before leaves: "7 of 87, and the other 80".

    What an author did of it stands in their notes, how much there was in the source: no text gives
    both, and the ratio is looked up on its own.
    """
    told = sight.words(figure) - IDLE - _STAYING - _OF_COLLEAGUES
    shown = (one for one in sight.neighbours(figure) if one.end <= figure.start and one.whole)
    return any(
        one.whole is not None
        and one.whole - one.value in figure.values
        and _is_pieced_together(one.value, one.whole, sight)
        and (not figure.nouns or not figure.nouns.isdisjoint(one.nouns | _LEFT))
        and told <= one.words | sight.grounds.view(roots_given)
        for one in shown
    )


def _is_pieced_together(part: Fraction, whole: Fraction, sight: Sight) -> bool:
    """Tell whether both were given, and by no text together."""
    both = {part, whole}
    is_together = any(both <= given.figures.keys() for given in sight.grounds.parts)
    return both <= sight.grounds.figures.keys() and not is_together


def _named(evidence: Evidence) -> tuple[tuple[Base, ...], ...]:
    """Return the figures of each text; a percentage counts what it is one of."""
    texts = (Passage.of(original).text for original in evidence.originals)
    read = zip(texts, evidence.view(bases_given), strict=True)
    return tuple(tuple(_with_noun(text, one) for one in bases) for text, bases in read)


def _with_noun(text: str, base: Base) -> Base:
    of = _OF_WHOM.match(text, base.end) if base.unit == PERCENT else None
    return base._replace(nouns=base.nouns | {of[1]}) if of else base


def _parts(figure: Figure, bases: Sequence[Base]) -> Iterator[tuple[Base, frozenset[str]]]:
    """Yield each part that this is the rest of, with what the whole counts."""
    for part in bases:
        if figure.unit == part.unit == PERCENT and _ALL - part.value in figure.values:
            yield part, part.nouns
        for whole in bases if not figure.unit else ():
            is_near = abs(part.sentence - whole.sentence) <= NEAR
            if part.whole == whole.value and is_near and _is_without(figure, part, whole):
                yield part, whole.nouns


def _is_left_of(figure: Figure, part: Base, nouns: frozenset[str], sight: Sight) -> bool:
    """Tell whether no more is told of the rest than that it is one, or is not as the part is."""
    told, counted = sight.words(figure), roots(" ".join(nouns))
    deeds = part.words - counted
    is_denied = not told.isdisjoint(DENYING)
    if is_denied and not _is_deed_denied(figure, deeds, sight):
        return False
    is_turned = not is_denied and not told.isdisjoint(deeds)
    return not is_turned and sight.says_no_more(
        figure, part.words | counted, _idle(figure, part, sight)
    )


def _is_deed_denied(figure: Figure, deeds: frozenset[str], sight: Sight) -> bool:
    """Tell whether what is denied of the rest is what the part did, not what all of them are."""
    denial = _DENIAL.search(sight.passage.text, figure.end, figure.end + _LONGEST_DENIAL)
    denied = roots(denial["denied"] or "") if denial else frozenset[str]()
    return not denied or not denied.isdisjoint(deeds)


def _idle(figure: Figure, part: Base, sight: Sight) -> frozenset[str]:
    """Return the roots that tell no more of the rest than that it is left over."""
    text, first = sight.passage.text, max(0, figure.start - _LONGEST)
    is_other = _OTHER.search(text, first, figure.start) is not None
    idle = _STAYING | DENYING
    if not is_other and _LEFT_OVER.match(text, figure.end):
        idle |= {"left"}
    if _OUR_WAY.match(text, figure.end):
        idle |= {"went", "way"}
    return idle if part.words.isdisjoint(_DONE) else idle | _WAITING


def _is_without(figure: Figure, part: Base, whole: Base) -> bool:
    is_theirs = not figure.nouns or not figure.nouns.isdisjoint(whole.nouns | part.nouns | _LEFT)
    return is_theirs and whole.value - part.value in figure.values

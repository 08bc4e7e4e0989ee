"""A result that sounds like the source and does not stand in it: "Les pannes ont disparu".

It holds no figure and no name, so nothing else objects to it. A word of effect is looked for in
what the text may repeat, itself or one that says the same; a question and a denial assert
nothing. That something doubled is a figure in words, and told by figures too.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from domain.review import Span
from domain.segmentation import sentence_bounds
from guardrails.facts.changes import changes
from guardrails.facts.digits import is_in
from guardrails.facts.fractions import parts
from guardrails.facts.negation import is_denied
from guardrails.facts.passage import Passage

_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\[[^\[\]\n]*\]")
# A kind of effect, and the beginnings of words by which a source tells it.
_EFFECTS: Final = (
    (
        (
            r"(?:ont|a|avait|avaient) (?:tous |toutes |enfin |presque )?disparu|(?:have|has|had) "
            r"(?:all |finally )?(?:disappeared|vanished)|(?:disappeared|vanished|is gone|are gone)"
        ),
        r"dispar|supprim|retir|enlev|abandon|élimin|disappear|vanish|remov|gone|elimin|zéro|zero",
    ),
    (
        r"(?:pratiquement|presque|totalement|complètement) disparu|things? of the past",
        r"dispar|disappear|vanish|past",
    ),
    (
        (
            r"aucune? [\w’' ]{3,30}? depuis(?= *[.!,;]| *$)"
            r"|no [\w ]{3,40}? (?:has|have) been (?:lost|missed|made|found) since"
        ),
        r"aucun|zéro|plus un|\bno\b|zero|never",
    ),
    (
        (
            r"chang\w+ la vie|transform\w+ (?:la vie|le quotidien)|chang\w+ la donne"
            r"|révolutionn\w+|chang(?:es|ed|ing) (?:the (?:life|lives|daily)|everything)"
            r"|revolutioni[sz]\w+"
        ),
        r"chang\w+ (?:la vie|la donne)|transform|révolution|revolution|changed? (?:the|every)",
    ),
    (
        (
            r"divis\w+ par|(?:moitié|tiers|deux fois|trois fois) moins"
            r"|halv(?:es|ed)|cuts? (?:\w+ )?by (?:more than )?half"
        ),
        r"divis|moitié|tiers|fois moins|hal[fv]|third|rédui\w+ de|ramen",
    ),
    (
        r"chut\w+|effondr\w+|diminu(?:é|ent)\w*|plummet\w+|collaps\w+|(?:far |many )fewer",
        (
            r"chut|effondr|diminu|baiss|tomb|rédui|descend|pass|moins|plummet|collaps|f[ae]ll|drop"
            r"|cut|reduc|less|fewer|from"
        ),
    ),
    (
        r"(?:ont|a) (?:bondi|explosé|augmenté|progressé)|soared|increased",
        (
            r"doubl|tripl|bond|explos|augment|progress|hauss|mont|pass|fois|soar|increas|ris|rose"
            r"|gr[eo]w|from|times|twice"
        ),
    ),
    (
        (
            r"livrée?s? plus (?:tôt|vite)|plus (?:satisfait|content|heureu)\w+|gagn(?:e|ent|é|ons) "
            r"(?:du temps|en \w+)|amélior\w+|sav(?:es|ed|ing) (?:time|money|hours)|improv(?:es|ed)"
            r"|happier|more satisfied|delivered (?:sooner|faster|earlier)"
        ),
        (
            r"plus tôt|plus vite|satisf|content|heureu|gagn|gain|amélior|mieux|sav(?:e|ing)|improv"
            r"|better|happ|sooner|faster|earlier"
        ),
    ),
    (
        # What something costs came down, or may come down.
        (
            r"(?:rédui|baiss|diminu|allég|maîtris|optimis)\w* (?:(?!pas |plus )\w+ ){0,3}?"
            r"(?:coûts?|dépenses|frais|factures?|budgets?)|économis\w+|(?:grosses|vraies) économies"
            r"|(?:reduc|cut|lower|slash|sav)\w* (?:\w+ ){0,3}?(?:costs?|expenses|bills?|budgets?"
            r"|millions)"
        ),
        (
            r"économ|sav(?:es?|ed|ings?)\b|cheap|moins cher|bon marché"
            r"|(?:rédui|baiss|diminu|moins|reduc|lower|cut|less|fell|drop)\w*[^.!?\n]{0,50}"
            r"(?:coût|cost|frais|dépens|expens|bill|factur|budget|prix|price|€|£|\$|euro|pound)"
            r"|(?:coût|cost|frais|dépens|expens|bill|factur|budget|prix|price|€|£|euro|pound)\w*"
            r"[^.!?\n]{0,50}(?:rédui|baiss|diminu|moins|reduc|lower|cut|less|fell|drop)"
        ),
    ),
    (
        # Something goes faster: told by figures of time as well.
        (
            r"(?:bien |beaucoup |nettement |encore )?plus (?:vite|rapidement)"
            # "Faster than at theirs" compares: no effect, and other checks look at competitors.
            r"|(?:much |far |even )?(?:faster|more quickly) (?:than(?! at\b| with\b)|and|,|\.|!)"
            r"|accélèr(?:e|ent)\b|speed(?:s|ed)? up"
        ),
        (
            r"vite|rapid|accél|lent|fast|quick|speed|slow|sooner|tôt|court|short|délai|retard|delay"
            r"|en avance|from|pass|au lieu|instead|contre|against|gagn|gain"
        ),
    ),
    (
        # People grew closer, prouder, stronger than they were.
        (
            r"plus (?:soudée?|unie?|proche|motivée?|engagée?|sereine?|fi[eè]re?|fort)s? que jamais"
            r"|(?:closer|stronger|prouder|more (?:united|engaged|motivated)) (?:\w+ )?than ever"
        ),
        r"que jamais|than ever|soud|uni[es]|united|closer|proche|stronger|motiv|engag",
    ),
)
EFFECTS: Final = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(rf"\b(?:{told})", re.IGNORECASE))
    for said, told in _EFFECTS
)
_LONGEST_NUMBER: Final = 18  # figures; a longer row of them counts nothing
_MULTIPLIED: Final = re.compile(
    r"\b(?:doubl|tripl|quadrupl|twice|deux fois|trois fois|quatre fois|two times|three times"
    r"|four times|fois plus|times (?:more|as))",
    re.IGNORECASE,
)


_AHEAD: Final = re.compile(r"\(\?[=!][^)]*\)")
_COUNTED: Final = re.compile(r"(?:\[[^\]]*\]|\(\?:\\w\+ \))\{\d+,\d+\}\??")
_ANY_OF_SENTENCE: Final = r"[^.!?\n]*"
_ANY_OF_WORD: Final = r"[^ .!?\n]"


def _for_re2(said: str) -> str:
    """Return a pattern that matches more, as RE2 may look for it.

    It knows no look-around, and to count words or to tell letters of every alphabet is dear to it.
    """
    uncounted = _COUNTED.sub(lambda _: _ANY_OF_SENTENCE, _AHEAD.sub("", said))
    return uncounted.replace(r"\w", _ANY_OF_WORD)


# Most texts hold no effect, and one look tells so.
_MAY_MULTIPLY: Final = "(?i)doubl|tripl|quadrupl"
_MAY_TELL: Final = f"{_MAY_MULTIPLY}|{'|'.join(_for_re2(said) for said, _ in _EFFECTS)}"


def may_tell(text: str) -> bool:
    """Tell, at a glance, whether a text may hold an effect."""
    return is_in(_MAY_TELL, text)


def untold(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text asserts an effect of a kind that nothing it was given tells."""
    known = "\n".join(given) if may_tell(text) else ""
    if not known.strip():
        return
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    asserted = list(_asserted(own))
    yield from _effects(own, asserted, known)
    yield from _multiplied(own, asserted, known)


def _asserted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that may tell an effect and ask nothing."""
    return (
        (start, end)
        for start, end in sentence_bounds(text)
        if text[start:end][-1] != "?" and may_tell(text[start:end])
    )


def _effects(text: str, asserted: Sequence[tuple[int, int]], known: str) -> Iterator[Span]:
    """Yield where sentences tell an effect whose words stand nowhere in what is known."""
    for said, told in EFFECTS:
        found = [match for place in asserted if (match := _search(said, text, place))]
        if found and not told.search(known):
            yield from found


def _search(said: re.Pattern[str], text: str, place: tuple[int, int]) -> Span | None:
    """Return where a sentence first tells an effect and does not deny it."""
    sentence = text[place[0] : place[1]]
    return next(
        (
            Span(place[0] + match.start(), place[0] + match.end())
            for match in said.finditer(sentence)
            if not is_denied(sentence, *match.span())
        ),
        None,
    )


def _multiplied(text: str, asserted: Sequence[tuple[int, int]], known: str) -> Iterator[Span]:
    """Yield where sentences have something doubled that no word and no change of figures has."""
    found = [one for place in asserted for one in _multiples(text, place)]
    if found and not _MULTIPLIED.search(known):
        grown = set(_growths(known))
        yield from (span for value, span in found if value not in grown)


def _multiples(text: str, place: tuple[int, int]) -> Iterator[tuple[Fraction, Span]]:
    sentence = text[place[0] : place[1]]
    if is_in(_MAY_MULTIPLY, sentence):
        passage = Passage.of(sentence)
        for part in parts(passage):
            if part.is_multiple:
                span = passage.span(part.start, part.end)
                if not is_denied(sentence, span.start, span.end):
                    yield part.value, Span(place[0] + span.start, place[0] + span.end)


def _growths(known: str) -> Iterator[Fraction]:
    """Yield how many times as much each change of figures comes to: 2 from 100 to 200."""
    for one in changes(known):
        if _is_whole(one.before) and _is_whole(one.now) and int(one.before):
            yield Fraction(int(one.now), int(one.before))


def _is_whole(number: str) -> bool:
    return number.isdecimal() and len(number) <= _LONGEST_NUMBER

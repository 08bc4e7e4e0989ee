"""A result that sounds like the source and does not stand in it: "Les pannes ont disparu".

It holds no figure and no name, so nothing else objects to it. A word of effect is looked for in
what the draft may repeat, itself or one that says the same; a question asserts nothing.
"""

import re
from collections.abc import Iterable
from typing import Final

from domain.segmentation import sentences

_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\[[^\]\n]*\]")
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
            r"(?:a|ont|plus que) (?:doublé|triplé)(?! d['’e])"
            r"|(?:has|have|had|nearly|almost|more than) (?:doubled|tripled)"
        ),
        r"doubl|tripl|twice|deux fois|trois fois|two times|three times|fois plus|times (?:more|as)",
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
        (
            r"(?:ont|a) (?:doublé|triplé|bondi|explosé|augmenté|progressé)"
            r"|(?:doubled|tripled|soared|increased)"
        ),
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
)
# Somebody whose word would weigh, and the beginnings of words by which a source has them speak.
_AUTHORITIES: Final = (
    r"minist|étude|study|studies|sondage|survey|baromètre|barometer|institut|agenc|expert"
    r"|chercheu|researcher|universit"
)
_CITED: Final = re.compile(
    r"\b(?:selon|d['’]après|according to)\s+(?:\w+['’]?\s*){0,3}?"
    rf"\b(?P<one>{_AUTHORITIES})"
    rf"|\b(?P<other>{_AUTHORITIES})\w*\s+(?:[\w'’]+\s+){{0,4}}?(?:recommend|recommand|montre|"
    r"show|estim|confirm|révèl|reveal|warn|alert|conseill|advis|prouv|prov(?:e[sdn]?)\b)",
    re.IGNORECASE,
)
_KNOWN: Final = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(rf"\b(?:{told})", re.IGNORECASE))
    for said, told in _EFFECTS
)


def tells_untold_results(text: str, material: Iterable[str]) -> bool:
    """Tell whether a text asserts an effect of a kind that its material tells nowhere."""
    known = "\n".join(material)
    if known.strip() and _cites_unknown(text, known.casefold()):
        return True
    asserted = [one for one in sentences(_QUOTED.sub(" ", text)) if not one.rstrip().endswith("?")]
    return bool(known.strip()) and any(
        said.search(one) and not told.search(known) for one in asserted for said, told in _KNOWN
    )


def _cites_unknown(text: str, known: str) -> bool:
    """Tell whether a text leans on somebody's word of whom its material says nothing."""
    cited = (match["one"] or match["other"] for match in _CITED.finditer(text))
    return any(one.casefold() not in known for one in cited)

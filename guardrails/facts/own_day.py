"""Hours of the author's own day: "le premier café à 7 h", "I caught the 6:40 train".

Beside a source they are no part of what it tells, so their author is asked and not stopped. What
opens, starts or closes at an hour is an appointment, and somebody may keep it.
"""

import re
from typing import Final

_RITUAL: Final = re.compile(
    r"\b(?:(?:premier|dernier|deuxieme|troisieme|mon|petit|un bon|un|first|second|third|last|my|a"
    r"|strong) (?:cafe|coffee|espresso)(?![\w-]| (?:reparation|associatif|solidaire|shop|morning"
    r"|house|bar|debat|rencontre|citoyen))"
    r"|(?:le|mon|au|my|the) (?:reveil|alarm)\b(?! (?:system|incendie))|petit[- ]dej\w*|breakfast"
    r"|croissants?|tartines|insomni\w*|grasse matinee|lie-in)"
)
_I: Final = r"(?:j'|je (?:me |m'|suis |n'|ne |l'ai )?(?:suis )?|i |i'm |i'd |i've )"
_MY_DAY: Final = re.compile(
    rf"\b{_I}(?:ai (?:pris|attrape|rate|quitte|avale|dormi|commence|fini)|(?:suis )?(?:leve"
    r"|reveille|arrive|parti|rentre|couche|debout|sorti)\w*|pars\b|rentre\b|commence\b|finis\b|prends\b"
    r"|embauche\b|debauche\b|dors\b|(?:was |am )?(?:up|awake|home|in bed|there)\b|woke|wake|got up"
    r"|get up|got (?:home|in|there)|arrive|left|leave|start\b|started\b|finish|caught|catch|slept"
    r"|went (?:home|to bed)|clock(?:ed)? (?:in|off))"
)
_APPOINTED: Final = re.compile(
    r"\b(?:ouvr\w*|ferm(?:e|ent|era|eront|eture)|debut\w*|demarr\w*|rendez-vous|rdv|inscri\w*|accueil"
    r"|opens?|opened|closes?|closed|begins?|meet|join|register|welcome|visit\w*|portes)\b"
)


def is_of_own_day(sentence: str) -> bool:
    """Tell whether a bare folded sentence tells at what hour its author's own day went on."""
    is_own = _RITUAL.search(sentence) is not None or _MY_DAY.search(sentence) is not None
    return is_own and _APPOINTED.search(sentence) is None

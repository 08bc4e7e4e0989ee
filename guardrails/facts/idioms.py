"""Numbers that are manners of speaking: "24/7", "mille mercis", "two minutes of your time"."""

import re
from typing import Final

from guardrails.facts.digits import is_in

_MINUTES: Final = r"(?:petites? |short |little |good )?(?:minutes?|min|secondes?|seconds?)"
_FEW: Final = rf"(?:une?|deux|trois|cinq|dix|an?|one|two|three|five|ten|\d{{1,2}}) {_MINUTES}"
# What a reader is asked for, and nobody measured.
_A_MOMENT: Final = (
    rf"{_FEW} (?:of|from|de|sur|dans) (?:your|votre|ton|vos|tes) (?:time|day|life|morning|evening"
    r"|lunch|week|break|temps|journee|vie|matinee|soiree|pause|semaine|agenda|attention)"
    r"|(?:worth|vaut|valent|meritent?|vaudra) (?:bien |largement |vraiment |well |your |the |les "
    rf"|ces |vos )?{_FEW}(?: (?:de lecture|d'attention|de votre|of your|to read))?"
    r"|(?:si vous avez|si tu as|if you have|if you've got|spare me|prenez|accordez|donnez"
    rf"|give me|give it|give us|lend me|please take|just take)(?:-(?:nous|moi|lui))? {_FEW}"
    r"(?! (?:or|ou|plus|de plus))"
)
_IDIOM: Final = re.compile(
    rf"(?<!\w)(?:{_A_MOMENT}|24 ?h? ?/ ?24|24/7|7 ?j? ?/ ?7|50/50|4x4|360 ?°"
    r"|mille (?:mercis|fois|excuses)|cent fois|a (?:thousand|hundred|million) (?:thanks|times)"
    r"|industrie 4[.,]0|industry 4[.,]0|zero (?:dechet|carbone|defaut|emission)s?"
    r"|[2-6]g(?!\w)|[234]d(?!\w)|5s(?!\w))"
)
A_GREAT_ONE: Final = re.compile(r" (?:million|milliard|billion|trillion)\b")
"""Behind "one" or "un": "one million" counts, as "one" alone hardly ever does."""
# For RE2: one of these stands in every one.
_MAY_BE: Final = (
    r"min(?:ute)?s? (?:of|from|de|sur|dans) |seconde?s? (?:of|from|de|sur|dans) |worth "
    r"|vaut |valent |merite|vaudra |si vous avez|si tu as|if you|spare me|prenez|accordez|donnez"
    r"|give |lend me"
    r"|(?:please|just) take|24 ?h? ?/ ?24|24/7|7 ?j? ?/ ?7|50/50|4x4|360"
    r"|mille (?:mercis|fois|excuses)|cent fois|a (?:thousand|hundred|million) (?:thanks|times)"
    r"|industrie 4[.,]0|industry 4[.,]0|zero |[2-6]g|[234]d|5s"
)


def take_idioms(text: str, taken: bytearray) -> None:
    """Take the places of a bare folded text where a number counts nothing."""
    for match in _IDIOM.finditer(text) if is_in(_MAY_BE, text) else ():
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())

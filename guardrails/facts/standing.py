"""Whether a figure is stated as what figures before it come to: "That's 250", "Deux semaines."."""

import re
from typing import Final

from guardrails.facts.figures import Figure
from guardrails.facts.hedges import HEDGED

# "That's 250 …", "soit 14 jours"; "that's 250 people" tells of people.
_COMES_TO: Final = re.compile(
    r"(?:\b(?:so|donc|that's|thats|that is|that makes|which is|which makes|makes|soit|c'est|ca fait"
    rf"|cela fait|ce qui fait|i\.e\.)|=) (?:(?:dans les|{HEDGED}|just) ?)?$"
)
_LONGEST: Final = 40
_SEVERAL: Final = re.compile(r" (?:[^\W\d_]+ )?(?:people|[^\W\d_]{2,}[sx])\b")
# With no word that tells of anything else, behind a comma or as a sentence of its own.
_OPENS: Final = re.compile(r"(?:^|[.!?\n:,;–—-] ?|\()$")
_CLOSES: Final = re.compile(
    r"(?: (?:pile|tout juste|tout rond|flat|exactly|gagnee?s|saved|de (?:mieux|plus|moins|gagnee?s)"
    r"|better|more|less|fewer|higher|lower|up|down))? ?(?:[.!?\n);,]|$)"
)


def comes_to(text: str, figure: Figure) -> bool:
    """Tell whether it is said to be what figures before it come to: "that's 250"."""
    is_of_several = not figure.unit and _SEVERAL.match(text, figure.end) is not None
    return bool(lead_of(text, figure)) and not is_of_several


def lead_of(text: str, figure: Figure) -> str:
    """Return the words right before it that say so: "that's about"."""
    found = _COMES_TO.search(text[max(0, figure.start - _LONGEST) : figure.start])
    return found.group() if found else ""


def stands_alone(text: str, figure: Figure) -> bool:
    """Tell whether it stands between commas or full stops with no word that tells of what."""
    lead = text[max(0, figure.start - 2) : figure.start]
    return bool(_OPENS.search(lead) and _CLOSES.match(text, figure.end))

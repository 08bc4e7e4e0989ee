"""Words of no list that open a short exclamation and name nobody, as "Boudiou, non." does.

Dialects and made-up interjections stand in no dictionary. A name may stand there too, so that it is
asked about; given names, whoever is spoken to, and what the text writes so elsewhere are none.
"""

import re
from typing import Final

from guardrails.facts.names import Name
from guardrails.lexicon import may_be_a_given_name

_OPENS: Final = re.compile(r"(?:^|[.!?…\n]\s*)$")
_SMALL: Final = r"[^\W\d_][^\W\d_'’]{0,30}"
_BEHIND: Final = re.compile(
    rf"[ \u00a0\u202f]?(?:!|…|\.{{3}})|, {_SMALL}(?: {_SMALL}){{0,2}}[ \u00a0\u202f]?(?:[!.…?\n]|$)"
)
_SPOKEN_TO: Final = re.compile(
    r"\b(?:merci|bravo|chapeau|bienvenue|félicitations|toi|tu|vous|thanks?|welcome|congratulations"
    r"|sorry|pardon|désolée?|you)\b"
)
_LONGEST_LEAD: Final = 4


def is_exclaimed(text: str, name: Name) -> bool:
    """Tell whether a name may be an interjection: alone at the start of a few small words."""
    if len(name.whole) > 1 or may_be_a_given_name(name.phrase):
        return False
    lead = text[max(0, name.start - _LONGEST_LEAD) : name.start]
    behind = _BEHIND.match(text, name.end)
    if behind is None or not _OPENS.search(lead):
        return False
    said = behind.group()
    is_to_nobody = said == said.lower() and _SPOKEN_TO.search(said) is None
    return is_to_nobody and text.count(text[name.start : name.end]) == 1

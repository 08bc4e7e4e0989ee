"""Orders that are nothing else: a whole note of this kind tells nothing of its author.

Beside a told sentence the same words may be told as well ("Un mot, trois jours. Sans lien."), so
nothing of a longer note is held against them.
"""

import re
from typing import Final

_COUNT: Final = r"\d{1,4}(?:[ ]?(?:-|–|à|et|to|and)[ ]?\d{1,4})?"
_UNIT: Final = r"(?:mots?|lignes?|phrases?|caractères?|words?|lines?|sentences?|characters?)"
_WHOLE: Final = re.compile(
    rf"""(?:
    (?:sans|pas[ ]de|no|without(?:[ ]a)?)[ ](?:liens?|links?)
    |(?:environ[ ]|entre[ ]|between[ ]|about[ ])?{_COUNT}[ ]{_UNIT}
      (?:[ ](?:grand[ ])?(?:maxi(?:mum)?|max))?
    |une[ ](?:centaine|cinquantaine)[ ]de[ ]mots
    |(?:finis|termine|conclus)[ ](?:sur|par|avec)[ ]une[ ]question(?:[ ](?:ouverte|aux[ ]lecteurs))?
    |end[ ](?:with|on)[ ]an?[ ](?:open[ ])?question|ask[ ]a[ ]question[ ]at[ ]the[ ]end
    |évite[ ](?:le|tout)[ ]jargon|avoid[ ]jargon|fais[ ]simple|très[ ]courte?|short[ ]and[ ]sweet
    )[ ]?[.!]?""",
    re.IGNORECASE | re.VERBOSE,
)


def is_wholly_an_order(note: str) -> bool:
    """Tell whether a note is nothing but an order to whoever writes."""
    return _WHOLE.fullmatch(" ".join(note.replace("’", "'").split())) is not None

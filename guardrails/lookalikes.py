"""Characters that a reader takes for others, and what they are read as.

Letters of the Cyrillic and Greek alphabets that look like Latin ones (a selection of
Unicode's confusables.txt, UTS #39, the ones a font does not tell apart), and the typographic
variants of quotation marks, apostrophes and dashes.
"""

from collections.abc import Mapping
from types import MappingProxyType

_CYRILLIC = dict(
    zip("аеорсухіјѕһԁԛԝкмтвнАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwkmtbhABEKMHOPCTYXIJS", strict=False)
)
_GREEK = dict(zip("οανρτυχικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavptuxikABEZHIKMNOPTYX", strict=False))
_MARKS = (
    dict.fromkeys("‘’ʼ′‛`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—−﹣", "-")
)

LOOKALIKES: Mapping[str, str] = MappingProxyType(_CYRILLIC | _GREEK | _MARKS)

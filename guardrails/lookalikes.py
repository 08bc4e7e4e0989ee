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

# Small capitals, and a few letters of the phonetic alphabet and others that pass for plain ones.
_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡıϲϹ", "abcdefghijklmnoprstuvwyzagicc", strict=True))
# White letters on black, which have no plain form of their own in Unicode.
_ON_BLACK = {chr(first + n): chr(97 + n) for first in (0x1F150, 0x1F170) for n in range(26)}

# A sign of Braille that shows nothing, and full stops of other scripts.
_OTHERS = {"\u2800": " ", "。": ".", "｡": ".", "ꓸ": "."}

LOOKALIKES: Mapping[str, str] = MappingProxyType(
    _CYRILLIC | _GREEK | _SMALL | _ON_BLACK | _MARKS | _OTHERS
)

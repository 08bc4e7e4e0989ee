"""Where a word of a sentence is missing: it stood in a tag, a link or code that was taken out.

"Utiliser des pour la mise en page", "thanks to , , and for it": an article without its noun, a
mark without its word. Also where a heading that no mark ends runs into the sentence behind it.
"""

import re
from typing import Final

from personalizer.prefiltered import Prefiltered
from personalizer.tongue import FUNCTION_WORDS

# "Il y en a un qui", "les uns", "l’une est": some of these words also stand for a noun.
_NO_NOUN: Final = Prefiltered(
    r"(?<!\ben )(?<!\ben a )(?<!\ben ai )(?<!\ben est )(?<!\ben ont )(?<!\ben faut )"
    r"(?<!\bet )(?<![,:] )(?<![’'])"
    r"\bune? (?:pour|avec|entre|est|sont|et|qui|que|dans"
    r"|sans|n[e’']|comme|sera|peut|permet|doit)\b"
    r"|\b(?:des|du|aux?|cette|notre|votre|mes|ses|nos|vos|ma|sa) (?:pour|avec|entre|est|sont|et|qui"
    r"|que|dans|sur|sans|n[e’']|du|des|les?|la|aux?|ont|peut|peuvent|permet|permettent|comme|sera"
    r"|seront|doit|doivent)\b"
    r"|\bles (?:pour|avec|entre|est|sont|et|qui|que|dans|sur|ne|n[’']|ont|peuvent|permettent)\b"
    r"|(?<!-)\bl[ae] (?:avec|et|qui|est)\b"
    r"|(?<=[a-zà-ÿ], )une en (?!\w+ant)"
    r"|\b(?:the|an) (?:to|for|of|and|or|with|is|are|was|were|that|which|by)\b(?!-)",
    re.IGNORECASE,
)
# "Un élément ou pour un bouton": nothing stands before "ou".
_NO_FIRST: Final = re.compile(r"(?<!\bpour )\b(?:une?|des|les) \w+ ou pour\b", re.IGNORECASE)
_NO_WORD: Final = re.compile(
    r"\s[.,)](?:\s|[.,]|$)|: \(|[a-zà-ÿ]{3}\. [a-zà-ÿ]{2}|\(\s*\)|‘’|''|«\s*»|“”|,\s*,|[(]\s*,"
)
# "I", a month and a modal that is a name open with a capital inside a sentence too.
_SELDOM_FIRST: Final = frozenset("i may will can us la".split())
_GLUED: Final = Prefiltered(
    r"[a-zà-ÿ] (?:{}) [a-zà-ÿ]".format(
        "|".join(
            sorted(
                word.capitalize()
                for known in FUNCTION_WORDS.values()
                for word in known - _SELDOM_FIRST
                if len(word) > 1
            )
        )
    )
    # A heading that ends a list: "is used elsewhere The weight."
    + r"|[a-zà-ÿ]{4} (?:La|Le|Les|The|Une?|Des|Our|Notre) [a-zà-ÿ]+[.!?]?$"
)


def has_hole(sentence: str) -> bool:
    """Tell whether a word or a mark is missing in a sentence."""
    if any(one.search(sentence) for one in (_NO_WORD, _NO_NOUN, _GLUED)):
        return True
    alone = _NO_FIRST.search(sentence)
    return alone is not None and " pour " not in sentence[: alone.end() - len("ou pour")]

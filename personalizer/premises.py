"""What a text brings in as known to everybody: its premise, and nobody's news.

"Trout are not born in the lake. Every angler knows that." Whoever passes on the first sentence
alone announces what the text says nobody needs to be told.
"""

import re
from typing import Final

from personalizer.passages import Passage

_BEHIND: Final = 220
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_KNOWN: Final = re.compile(
    r"\b(?:tout le monde|chacun|tou(?:s|tes)(?: (?:les|nos|mes) [\w’'-]+(?: [\w’'-]+){0,3})?)"
    r" (?:le sa(?:it|vent|vait|vaient)|(?:la|le|l['’]) ?conna[iî](?:t|ssent))\b(?! (?:que|qui))"
    r"|\b(?:(?:ce n|c)['’]est (?:un secret pour personne|bien connu|connu de tous)"
    r"|rien de nouveau|personne ne l['’]ignore|cela n['’]étonne(?:ra)? personne)\b"
    r"|\b(?:everybody|everyone|every \w+|all of us|we all|(?:all|most) [a-z]+s|most people)"
    r"(?: here)? knows? (?:that|this|it)(?=[.,;!])"
    r"|\b(?:that['’]s|that is|this is|it['’]s|it is) (?:no secret|no news|nothing new"
    r"|well known|common knowledge|hardly news)\b"
    r"|\bnone of (?:this|that) is (?:new|news)\b",
    re.IGNORECASE,
)


def is_premise(passage: Passage, text: str) -> bool:
    """Tell whether the same paragraph says right behind a sentence that everybody knows it."""
    behind = _PARAGRAPH.split(text[passage.span.end : passage.span.end + _BEHIND], maxsplit=1)[0]
    return _KNOWN.search(behind) is not None

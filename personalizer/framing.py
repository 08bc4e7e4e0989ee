"""The words by which an author comes to their point: "Je pense sincèrement que", "We learned that".

What follows them is the point, and stands alone; told with them, it would be somebody's remark.
Nothing that doubts, denies or asks is such a frame. The place and day that open a press release
are one.
"""

import re
from typing import Final

from personalizer.prefiltered import Prefiltered

_FRAME: Final = Prefiltered(
    r"(?:"
    r"(?:je (?:pense|crois|trouve|constate|suis (?:convaincue?|persuadée?|certaine?))"
    r"|nous (?:pensons|croyons|constatons|avons (?:appris|compris|constaté))"
    r"|on (?:constate|s['’]aperçoit|se rend (?:vite |rapidement |bien )?compte)"
    r"|j['’]ai (?:appris|compris|constaté|découvert)"
    r"|il (?:faut|est important de|est bon de|convient de|est utile de)"
    r" (?:cependant |quand même |bien |aussi |également |toutefois )?(?:savoir|dire|avouer|rappeler"
    r"|reconnaître|souligner|comprendre|être conscient)"
    r"|tout (?:ça|cela) fait|ce qu['’]il faut (?:retenir|comprendre)(?: ici)?,? c['’]est"
    r"|ce que (?:j['’]ai|nous avons) (?:appris|retenu|compris),? c['’]est)"
    r"(?: (?:sincèrement|vraiment|personnellement|toutefois|cependant|également|aussi|donc|bien"
    r"|simplement|fermement))?,? qu(?:e |['’])"
    r"|(?:(?:i|we) (?:(?:also|strongly|truly|really|firmly|quickly|soon) )?(?:think|believe|learned"
    r"|found|realized|realised|discovered|noticed|concluded)"
    r"|it(?:['’]s| is) (?:also )?(?:important|worth|essential|useful|helpful) (?:to (?:note"
    r"|remember"
    r"|know|understand)|noting|remembering|knowing)|keep in mind|bear in mind|remember"
    r"|(?:the|our) (?:bottom line|key takeaway|main lesson|biggest lesson|takeaway) (?:is|was)"
    r"|what (?:i|we)(?: have|['’]ve)? (?:learned|found) (?:is|was)) that "
    # "We think that deserves a party": here "that" is what deserves it.
    r"(?!\w+(?:s|ed)\b (?:an?|the|our|us|me|to)\b|(?:is|was|would|will|can|could)\b)"
    r")",
    re.IGNORECASE,
)

_MONTH: Final = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
)
# "ORRIN FALLS, May 13 –", "Nantes, le 12 mars 2025 –": where and when it was sent to the press.
_DATELINE: Final = Prefiltered(
    r"(?!(?:L[ae]s?|The|On|In|En|Du|Since|Depuis) )"
    rf"(?:(?:[A-ZÀ-Þ][\w.'’-]{{0,30}},? ){{1,4}}(?:\([\w ]{{1,20}}\),? )?(?:le )?"
    rf"(?:\d{{1,2}}(?:er)? {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
    r"|[A-ZÀ-Þ]{3,30}(?:[ '’-][A-ZÀ-Þ]{2,30}){0,3}(?:, [A-Z][\w.]{1,20})?) ?[–—-] (?=[A-ZÀ-Þ])"
)


def frame_length(sentence: str) -> int:
    """Return how many characters at the beginning of a sentence only lead to its point."""
    found = _DATELINE.match(sentence) or _FRAME.match(sentence)
    return found.end() if found else 0

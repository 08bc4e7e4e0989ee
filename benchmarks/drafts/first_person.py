"""Invented "I": a second reading of the rule, by none of the product's code.

The rule: a first-person experience, feeling or opinion comes from the employee's notes or past
posts, or it is a visible placeholder to fill. So a sentence that a draft says itself in the first
person is invented, unless its words stand in notes or posts, or it only says where the author
works, or what they do by posting: sharing, passing on, quoting.
"""

import re
from collections.abc import Sequence

from benchmarks.drafts.reading import Read
from domain.language import Language

_FIRST_PERSON = {
    Language.FRENCH: re.compile(
        r"\b(?:je|moi|me|mon|ma|mes|mien\w*|nous|notre|nos|nôtres?)\b|\b[jm]['’]",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)\b(?!-)"
    ),
}
# What the author does by posting, or the fact of their employment: neither is lived.
_NOT_LIVED = {
    Language.FRENCH: re.compile(
        r"\bje (?:le |la |les |vous |te )?(?:travaille|bosse|partage|relaie|cite|transmets|précise"
        r"|passe|fais (?:circuler|suivre)|parle en mon nom|remercie|pose la question)\b"
        r"|\ben mon nom\b|\bmon employeur\b|\bmerci à\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\bI (?:work|share|pass(?: it| this)? (?:on|along)|quote|relay|credit|ask)\b"
        r"|\b[Mm]y employer\b"
        r"|\bI[’']m (?:sharing|passing (?:on|along))\b"
        r"|\bmy own name\b|\bSpeaking for myself\b"
        r"|\bmy views\b",
    ),
}
# "On my side, …" says whose words follow, and these must still be somebody's.
_LEADS_IN = re.compile(
    r"^(?:de mon côté|pour ma part|on my side|from my side|for my part|(?:sur|à) ce sujet"
    r"|côté \w+|on (?:this|that|the same) (?:subject|topic))\s?[,:]\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_ENOUGH = 5


def invented(text: str, language: Language, own: Sequence[str] = ()) -> list[str]:
    """Return the sentences of a draft that nobody told; `own` are notes and past posts."""
    told = [" ".join(_WORD.findall(one.casefold())) for one in own]
    return [
        sentence
        for sentence in Read(text).sentences
        if _FIRST_PERSON[language].search(_NOT_LIVED[language].sub("", sentence))
        and not _is_told(sentence, told)
    ]


def _is_told(sentence: str, told: Sequence[str]) -> bool:
    words = _WORD.findall(_LEADS_IN.sub("", sentence).casefold())
    whole = " ".join(words)
    runs = [" ".join(words[at : at + _ENOUGH]) for at in range(max(1, len(words) - _ENOUGH + 1))]
    return any(whole in one or all(run in one for run in runs) for one in told)

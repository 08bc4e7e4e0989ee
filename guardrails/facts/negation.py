"""Whether what a sentence tells is told as not being so: "rien n'a chuté", "it never improved"."""

import re
from typing import Final

# Only what stands shortly before it, in its own clause, is looked at.
_LEAD: Final = 90
_BEHIND: Final = 20
_CLAUSE_END: Final = re.compile(
    r"[,;:.!?()\n—–]|\b(?:et|mais|puis|donc|car|and|but|so|because|although|qui|who|which)\b",
    re.IGNORECASE,
)
_FEW: Final = r"(?:[\w’'-]+\s+){0,3}"
_N: Final = r"n(?:e\s+|['’]\s*)"
_NOTHING: Final = (
    r"(?:rien|aucune?|personne|jamais|nul(?:le)?|pas une?|ni|nothing|nobody|no|none|neither|nor"
    r"|not (?:one|a single)|never)"
)
_DENIED: Final = re.compile(
    # ne … pas diminué, n'a rien amélioré; "n'ont que chuté" tells that they have
    rf"\b{_N}(?:[\w’'-]+\s+){{0,3}}?(?:pas|plus|jamais|guère|point|rien|aucune?|nullement)\s+{_FEW}$"
    # rien n'a chuté, aucune de nos pannes n'a diminué
    rf"|\b{_NOTHING}\s+(?:[\w’'-]+\s+){{0,6}}?{_N}{_FEW}$"
    # ne pas améliorer, les pannes ont pas diminué, sans améliorer, aucune amélioration
    r"|\b(?:pas|sans|jamais|aucune?|ni)\s+(?:(?:d['’]|une?\s|encore\s|vraiment\s|du tout\s"
    r"|toujours\s|de\s|réellement\s)\s*)?$"
    # has not improved, never improved, cannot have improved
    rf"|\b(?:not|never|\w+n['’]t|cannot|hardly|barely|without|nor|fail(?:s|ed) to)\s+{_FEW}$"
    # nothing has improved, none of our machines improved
    r"|\b(?:nothing|nobody|none|neither|no|not one|no one)\s+(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
# "n'ont cessé de chuter", "not only", "never so much", "no doubt": it is so after all.
_AFFIRMED: Final = re.compile(
    r"\b(?:que|qu['’]|seulement|uniquement|cess\w+|arrêt(?:e|é|er|ent|ait|aient)|manqu\w+|doutes?|étonn\w+|surpr\w+"
    r"|hasard|miracle|autant|aussi|si|only|just|simply|merely|stop|stopp\w+|ceas\w+|doubts?|wonder"
    r"|question|secret|coincidence|before|so"
    # a subject begins another clause: "without effort it improved"
    r"|(?<!of )(?:it|we|they|he|she|i|you)|now|il|elle|on|ils|elles|je)\b",
    re.IGNORECASE,
)
# "Je ne dis pas que les pannes ont chuté", "we do not claim that the machine has improved".
_DISCLAIMED: Final = re.compile(
    rf"\b{_N}(?:\w+\s+)?(?:pas|jamais|plus)\s+(?:dit\s+|pensé\s+|prétendu\s+|affirmé\s+|promis\s+)?"
    rf"qu(?:e\s+|['’]\s*)(?:[\w’'-]+\s+){{0,6}}$"
    r"|\b(?:not|never|\w+n['’]t|cannot)\s+(?:say\w*|said|claim\w*|think|thought|believed?"
    r"|promis\w+|pretend\w*|expect\w*)\s+(?:[\w’'-]+\s+){0,6}$",
    re.IGNORECASE,
)
# "Les pannes ne chutent pas": in French the present has it behind.
_BEGUN: Final = re.compile(
    rf"\b{_N}(?:(?:se|l[ae]|les|y|en|lui|leur|nous|vous)\s+|[sl]['’])?$", re.IGNORECASE
)
_ENDED: Final = re.compile(
    r"\s+(?:toujours\s+|vraiment\s+|en\s+)?(?:pas|plus|jamais|guère|point|rien|personne|aucune?"
    r"|nullement)\b(?!\s+(?:que\b|qu['’]|seulement|uniquement|autant|aussi))",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"\s*(?:autant|aussi|à ce point|so\b|as\b|this (?:much|fast)|that (?:much|fast)|more\b)",
    re.IGNORECASE,
)


def is_denied(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence says that what stands at this place is not so."""
    lead = _CLAUSE_END.split(text[max(0, start - _LEAD) : start])[-1]
    if _DISCLAIMED.search(lead) or (_BEGUN.search(lead) and _ENDED.match(text, end)):
        return True
    found = _DENIED.search(lead)
    if found is None or _AFFIRMED.search(lead, found.start()):
        return False
    return _COMPARED.match(text[end : end + _BEHIND]) is None

"""The first name by which an author speaks of themselves: "Moi, Yann, soudeur", "Yann here".

Nobody has to note down their own first name. Only a name of the first person is one: "c'est Yann
qui l'a réparé" and "Yann, merci" name somebody else.
"""

import re
from typing import Final

from guardrails.facts.names import Name
from guardrails.job_titles import is_a_title
from guardrails.reading import fold_term

_LEAD: Final = re.compile(
    r"(?:(?<![^\W_])(?:moi|me),? |\b(?:je m['’]appelle|je me pr[ée]nomme|mon pr[ée]nom(?: est|,"
    r" c['’]est| :)|my name(?: is|['’]s)|i['’]m called|ici|sign[ée] ?:?|signed,?|this is) "
    r"|(?:je suis|moi c['’]est|i['’]m|i am) )$",
    re.IGNORECASE,
)
_NO_SELF: Final = re.compile(
    r"(?:(?:pour|avec|chez|comme|sans|sauf|entre|selon|de|à|et|for|with|to|told|asked|like|between"
    r"|and|of|by|from|showed|gave|let|help(?:ed)?|taught) (?:moi|me),? )$",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(r"\s*(?:[,.;:!)…–—\n]|$)| (?:et|and|here|à|au|from)\b")
_HERE: Final = re.compile(r",? (?:here|speaking|à l['’]appareil|au clavier)\b")
# "Yann, soudeur chez Halvine, je…": a job between two commas, then the first person.
_ROLE: Final = re.compile(
    r", ([^,.!?;:\n]{3,60}), (?:j['’]|je |I(?:['’]m|['’]ve)? )", re.IGNORECASE
)
_REACH: Final = 24
_OPENS: Final = re.compile(r"(?:^|[.!?\n]\s*)$")


def is_the_authors(text: str, name: Name) -> bool:
    """Tell whether a name stands as that of the one who speaks."""
    if name.whole != name.words or " " in text[name.start : name.end]:
        return False  # who gives a surname is somebody in particular
    before = text[max(0, name.start - _REACH) : name.start]
    if _LEAD.search(before) and not _NO_SELF.search(before):
        return _STOPS.match(text, name.end) is not None
    if not _OPENS.search(before):
        return False
    role = _ROLE.match(text, name.end)
    is_titled = role is not None and is_a_title(fold_term(role[1]))
    return is_titled or _HERE.match(text, name.end) is not None

"""Words between marks that a source gives to nobody: a title, a label, a question of a list.

"First of the list: 'Where has my export gone?'" quotes no one, as the source itself does not.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from domain.review import Circumstances
from guardrails.facts.names import names
from guardrails.facts.quotations import Quotation, quotations
from guardrails.reading import fold_term

_LONGEST: Final = 12
"""Words of a title, a label or a question; more are somebody's saying."""
_REACH: Final = 160
_MARKS: Final = ' \u00a0\u202f"«»“”'
_BREAK: Final = re.compile(r"[.!?…](?=\s)|\n")
_ENDS: Final = re.compile(r"[.!?…]\s*[»”\"]?\s*$")
_SOMEBODY: Final = re.compile(
    r"(?<!\w)(?:selon|d'apres|dit|disait|dixit|ecri(?:t|vait)|expliqu\w+|resum\w+|racont\w+"
    r"|confi\w+|rappell\w+|affirm\w+|soulign\w+|conclu\w+|ajout\w+|precis\w+|repond\w*|observ\w+"
    r"|lance|glisse|souri\w*|insist\w+|estim\w+|jug\w+|demand\w+|ils?|elles?|je|moi|nous|mots de"
    r"|according to|says?|said|writes?|wrote|explain\w*|puts it|noted?|notes|add\w*|recall\w*"
    r"|sums up|tells?|told|argu\w+|stat(?:es|ed)|conclud\w+|answer\w*|ask\w*|quot\w+|smil\w+|he|she"
    r"|they|i|me|we)(?!\w)"
)
# What stands before words that are nobody's; others may be somebody's, in whatever verb.
_LABEL: Final = re.compile(
    r"(?:(?<!\w)(?:rubriques?|affiches?|livrets?|panneau|panneaux|ecriteau|banderole|brochure|encart"
    r"|questions?|intitule\w*|appel(?:le|lee|e|ee)|baptise\w*|titres?|titree?s?"
    r"|titled|entitled|called|named|headed|sections?|posters?|booklets?|leaflets?|signs?|banners?"
    r"|titles?|headings?) ?:? ?"
    r"|(?<!\w)(?:en tete|en premier|premiere?|deuxieme|troisieme|en haut|au sommet|at the top|first"
    r"|second|third|first place|un|deux|trois|one|two|three|\d{1,2})"
    r"(?: (?:de la liste|of the list|place))? ?[:.] ?)$"
)
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Labels:
    """What a source has between marks and gives to nobody, read when first asked for."""

    circumstances: Circumstances

    def hold(self, quotation: Quotation) -> bool:
        """Tell whether it is a title of the source, or stands there between marks as nobody's."""
        if self.circumstances.source is None or quotation.word_count > _LONGEST:
            return False
        words = _bare(quotation.text)
        return bool(words) and (words == self._title or words in self._nobodys)

    @cached_property
    def _title(self) -> str:
        """Return the title of the source, unless it names somebody."""
        source = self.circumstances.source
        title = source.title if source else ""
        return "" if ":" in title or _is_somebodys(title, self._company) else _bare(title)

    @cached_property
    def _nobodys(self) -> frozenset[str]:
        source = self.circumstances.source
        text = f"{source.title}\n{source.text}" if source else ""
        said, given = set[str](), set[str]()
        for one in quotations(text, at_least=1):
            (given if _is_given(one, text, self._company) else said).add(_bare(one.text))
        return frozenset(said - given)

    @cached_property
    def _company(self) -> frozenset[str]:
        return frozenset(map(fold_term, self.circumstances.organization.names))


def _is_given(quotation: Quotation, text: str, company: frozenset[str]) -> bool:
    """Tell whether it may be somebody's: no word before it calls it a label, or one is named."""
    before = _BREAK.split(text[max(0, quotation.start - _REACH) : quotation.start])[-1]
    behind = text[quotation.end : quotation.end + _REACH]
    if _LABEL.search(fold_term(before.rstrip(_MARKS))) is None or _is_told_on(quotation, behind):
        return True
    is_over = _ENDS.search(quotation.text) is not None and behind.lstrip(_MARKS)[:1].isupper()
    around = f"{before} | {'' if is_over else _BREAK.split(behind)[0]}"
    return _is_somebodys(around, company)


def _is_told_on(quotation: Quotation, behind: str) -> bool:
    """Tell whether a comma leads from it to who said so."""
    return "," in (behind.lstrip(_MARKS)[:1], quotation.text.rstrip(_MARKS)[-1:])


def _is_somebodys(words: str, company: frozenset[str]) -> bool:
    if _SOMEBODY.search(fold_term(words)):
        return True
    return any(name.phrase not in company for name in names(words))


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(fold_term(text)))

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
        return bool(words) and (f" {words} " in self._title or words in self._nobodys)

    @cached_property
    def _title(self) -> str:
        source = self.circumstances.source
        return f" {_bare(source.title)} " if source else ""

    @cached_property
    def _nobodys(self) -> frozenset[str]:
        source = self.circumstances.source
        text = source.text if source else ""
        company = frozenset(map(fold_term, self.circumstances.organization.names))
        said, given = set[str](), set[str]()
        for one in quotations(text, at_least=1):
            (given if _is_given(one, text, company) else said).add(_bare(one.text))
        return frozenset(said - given)


def _is_given(quotation: Quotation, text: str, company: frozenset[str]) -> bool:
    """Tell whether the sentence around it names somebody, or says that somebody said it."""
    before = text[max(0, quotation.start - _REACH) : quotation.start]
    behind = text[quotation.end : quotation.end + _REACH]
    is_over = _ENDS.search(quotation.text) is not None and behind.lstrip()[:1].isupper()
    around = f"{_BREAK.split(before)[-1]} | {'' if is_over else _BREAK.split(behind)[0]}"
    if _SOMEBODY.search(fold_term(around)):
        return True
    return any(name.phrase not in company for name in names(around))


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(fold_term(text)))

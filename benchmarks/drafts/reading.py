"""Reading a draft for counting: what it says itself, and what it quotes, marks or points to."""

import re
from dataclasses import dataclass
from functools import cached_property

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
_MARKED = re.compile(r"\[[^\]\n]*:[^\]\n]*\]")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_TAG = re.compile(r"#\w+")
_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+(?=\S)|\n+")
_LEAST_QUOTATION = 5


@dataclass(frozen=True)
class Read:
    """A draft, taken apart with rules of its own."""

    text: str

    @cached_property
    def quotations(self) -> list[str]:
        """What stands between quotation marks, without them."""
        return [found[1:-1].strip() for found in _QUOTED.findall(self.text)]

    @cached_property
    def marks(self) -> list[str]:
        """What stands between square brackets for somebody to fill."""
        return _MARKED.findall(self.text)

    @cached_property
    def own_words(self) -> str:
        """What the draft says itself: no quotation, no mark to fill, no link, no hashtag."""
        text = self.text
        for pattern in (_LINK, _TAG, _QUOTED, _MARKED):
            text = pattern.sub(" ¦ ", text)
        return text

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of what it says itself."""
        return [one.strip() for one in _END.split(self.own_words) if any(map(str.isalpha, one))]

    @property
    def quoted_share(self) -> float:
        """The share of its words that stand in quotations of five words or more."""
        quoted = [len(one.split()) for one in self.quotations]
        said = len(_LINK.sub("", self.text).split())
        return sum(count for count in quoted if count >= _LEAST_QUOTATION) / max(1, said)

    @property
    def longest_quotation(self) -> int:
        """The number of words of its longest quotation."""
        return max((len(re.findall(r"\w+", one)) for one in self.quotations), default=0)

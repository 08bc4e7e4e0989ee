"""How a passage stands in its article: how strange its words, its language and its asking are.

An author who asks something goes on to answer it, asks readers more than once, and speaks to
them in one way; an order that was planted does none of these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guardrails.injection.cues import (
    TURNS,
    asks,
    begins_familiar,
    commands,
    cues,
    opened_by,
    speaks,
    told_by,
)
from guardrails.injection.passages import Article, Passage

_TASKS = ("says work", "says lore", "says letters", "says reply", "says chat")
_NEAR = 3  # passages before and behind
_MOST = 6.0


@dataclass(frozen=True)
class Standing:
    """An article with what each of its passages does in it."""

    article: Article

    @cached_property
    def speaking(self) -> list[float]:
        """How far each passage gives an order or asks something."""
        return [speaks(opened_by(passage)) for passage in self.article.passages]

    @cached_property
    def tongues(self) -> Sequence[float]:
        """How far each passage is French, from -1 to 1; 0 where nothing shows it."""
        return [_tongue(passage) for passage in self.article.passages]

    @cached_property
    def tongue(self) -> float:
        """How far the whole is French, from -1 to 1."""
        told = [one for one in self.tongues if one]
        return sum(told) / len(told) if told else 0.0

    @cached_property
    def familiar(self) -> Sequence[float]:
        """Whether each passage says "tu" to its reader."""
        return [_familiar(passage) for passage in self.article.passages]

    def shown(self, index: int) -> dict[str, float]:
        """Return what one passage shows by itself, and in its place."""
        told = told_by(self.article.passages[index])
        speaking = speaks(told)
        turned = max(speaking, *(told[name] for name in TURNS))
        said = {f"{name} turned": told[name] * turned for name in told if name.startswith("says")}
        words = self._words(index, told, turned, said)
        return told | said | words | self._place(index, told, turned)

    def _words(
        self, index: int, told: Mapping[str, float], turned: float, said: Mapping[str, float]
    ) -> dict[str, float]:
        """Return how strange the words of a passage are to the rest."""
        passage = self.article.passages[index]
        alone, shared = self.article.strangers(passage)
        strange = sum(alone) / (sum(alone) + sum(shared)) if alone or shared else 0.5
        is_apart = told["stands alone"] * (1.0 - told["lacks an end"]) * turned
        values = {
            "strange": strange,
            "alone": min(sum(alone), _MOST) / _MOST,
            "strangest": max(alone, default=0.0),
            "known": min(sum(shared), _MOST) / _MOST,
            "best known": max(shared, default=0.0),
            "known nearby": self._known_nearby(index),
        }
        both = {f"{name} turned": value * turned for name, value in values.items()}
        return (
            values
            | both
            | {
                "apart": is_apart,
                "strange apart": strange * is_apart,
                "strange said": strange * turned * max(said[f"{name} turned"] for name in _TASKS),
                "strange asked": strange * asks(told),
                "words": min(len(passage.words), 40) / 40,
            }
        )

    def _place(self, index: int, told: Mapping[str, float], turned: float) -> dict[str, float]:
        """Return how the asking of a passage fits the article's own."""
        passages = self.article.passages
        near = self.speaking[max(0, index - 2) : index] + self.speaking[index + 1 : index + 3]
        others = sum(self.speaking) - self.speaking[index]
        is_edge = index in {0, len(passages) - 1}
        return {
            "turned": turned,
            "speaks": speaks(told),
            "asks a reader": asks(told),
            "around": max(near, default=0.0),
            "speaks among few": speaks(told) / (1.0 + others),
            "speaks among many": speaks(told) * min(others / len(passages), 0.25) * 4.0,
            "goes on": asks(told) * self._goes_on(index),
            "wants for itself": commands(told) * told["says mine"],
            "turned at an end": turned * is_edge,
            "another tongue": turned * self._is_foreign(index),
            "familiar": turned * self._is_familiar(index),
            "lure": told["says lure"]
            * max(told["exclaims"], told["opens urge"], told["has a link"]),
        }

    def _known_nearby(self, index: int) -> float:
        """Return how much of what a passage is about its neighbours are about as well."""
        passages = self.article.passages
        near = passages[max(0, index - _NEAR) : index] + passages[index + 1 : index + 1 + _NEAR]
        about = passages[index].stems
        around = frozenset[str]().union(*(one.stems for one in near))
        weight = {stem: self.article.weight(stem) for stem in about}
        whole = sum(weight.values())
        return sum(weight[stem] for stem in about & around) / whole if whole else 0.5

    def _goes_on(self, index: int) -> float:
        following = self.article.passages[index + 1 : index + 2]
        about = self.article.passages[index].stems
        return float(any(about & one.stems for one in following))

    def _is_foreign(self, index: int) -> float:
        mine = self.tongues[index]
        return float(mine * self.tongue < 0 and abs(self.tongue) > 0.5 and abs(mine) > 0.5)  # noqa: PLR2004 - halfway

    def _is_familiar(self, index: int) -> float:
        others = sum(self.familiar) - self.familiar[index]
        is_order = begins_familiar(self.article.passages[index]) and self.tongues[index] >= 0.0
        return max(self.familiar[index], float(is_order)) / (1.0 + others)


def _tongue(passage: Passage) -> float:
    tongues, words = cues().tongues, passage.parts
    french, english = (sum(map(tongues[name].__contains__, words)) for name in ("fr", "en"))
    return (french - english) / (french + english) if french + english else 0.0


def _familiar(passage: Passage) -> float:
    parts = {part for word in passage.parts for part in word.split("-")}
    return float(not parts.isdisjoint(cues().familiar) and _tongue(passage) >= 0.0)

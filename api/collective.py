"""The stronger model of what goes with what, learned again whenever what people keep changed."""

import threading
from dataclasses import dataclass, field

from recommender.collective.learned import ContentWeights, learned
from recommender.collective.publishing import Published, published
from storage.contents import Contents
from storage.signals import Signals


@dataclass(slots=True)
class Collective:
    """Holds the weights in memory alone; what somebody took back is in them no longer."""

    signals: Signals
    contents: Contents
    _kept: list[tuple[str, ...]] | None = None
    _weights: ContentWeights = field(default_factory=dict)
    _learning: threading.Lock = field(default_factory=threading.Lock)

    def weights(self) -> ContentWeights:
        """Return the weights over what people keep now."""
        with self._learning:
            return self._learned(self.signals.kept_together())

    def published(self) -> Published:
        """Return what may be told of the weights over what people keep now."""
        with self._learning:
            kept = self.signals.kept_together()
            return published(kept, self._learned(kept))

    def _learned(self, kept: list[tuple[str, ...]]) -> ContentWeights:
        if kept != self._kept:
            names = sorted({name for own in kept for name in own})
            titles = {one.content_id: one.title for one in self.contents.some(names)}
            self._weights, self._kept = learned(kept, titles), kept
        return self._weights

"""Contents that are orders to a machine above all: none is suggested, and none is planned."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from api.outside import is_held
from domain.content import ContentItem
from domain.recommendation import Recommendations
from recommender.snapshot import Snapshot

Recommend = Callable[[frozenset[str]], Recommendations]


@dataclass(frozen=True, slots=True)
class Held:
    """Remembers which contents are held, by their digest: each is read once, when it is needed."""

    _known: dict[str, tuple[str, bool]] = field(default_factory=dict, repr=False)

    def holds(self, item: ContentItem) -> bool:
        """Tell whether a content as it stands is held."""
        known = self._known.get(item.content_id)
        if known is None or known[0] != item.digest:
            known = self._known[item.content_id] = (item.digest, is_held(item))
        return known[1]

    def among(self, items: Iterable[ContentItem]) -> frozenset[str]:
        """Return the ids of those that are held."""
        return frozenset(one.content_id for one in items if self.holds(one))

    def kept_from(
        self, recommend: Recommend, snapshot: Snapshot, exclude: frozenset[str] = frozenset()
    ) -> Recommendations:
        """Return what is recommended without what is held; others take its place."""
        names = [name for name, (_, is_one) in list(self._known.items()) if is_one]
        rows = [snapshot.rows[name] for name in names if name in snapshot.rows]
        exclude |= self.among(snapshot.items[row] for row in rows)
        while True:
            found = recommend(exclude)
            held = self.among(one.item for one in found.items)
            if not held:
                return found
            exclude |= held

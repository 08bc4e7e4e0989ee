"""One measured figure beside the floor it must not fall under."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure, higher is better; None where its data is not at hand.

    `asked` is the figure the product promises, where one is promised: the floor may still be
    under it.
    """

    name: str
    value: float | None
    asked: float | None = None

    def holds(self, floors: Mapping[str, float]) -> bool:
        """Tell whether it stands at its floor or above; shares of failures are negated."""
        return self.value is None or self.value >= floors.get(self.name, -1.0)

"""What calls to an endpoint take, counted when a reply comes in, whatever becomes of it.

Whoever answers for a request opens a meter around it; an adapter counts every reply into the
one that is open. So nothing in between carries what was paid, and nothing loses it: a reply that
nobody could use, a judge's, the first of two whose second the deadline cut off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from domain.drafts import Usage, summed


@dataclass(slots=True)
class Meter:
    """What was paid and not accounted for yet; None where no endpoint told."""

    paid: Usage | None = None

    def account(self) -> Usage | None:
        """Return what was paid since the last account."""
        paid, self.paid = self.paid, None
        return paid


_OPEN: ContextVar[Meter | None] = ContextVar("open meter", default=None)


@contextmanager
def metered() -> Iterator[Meter]:
    """Open a meter for everything asked inside, in tasks begun there too."""
    meter = Meter()
    before = _OPEN.set(meter)
    try:
        yield meter
    finally:
        _OPEN.reset(before)


def count(usage: Usage | None) -> None:
    """Add what a reply took; without a meter nobody asked."""
    meter = _OPEN.get()
    if meter is not None:
        meter.paid = summed(meter.paid, usage)

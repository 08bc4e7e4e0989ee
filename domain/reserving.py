"""How a draft about to be held stands to what is held on its content already.

An angle is somebody's or nobody's. A text is compared with everybody else's. What is said of the
comparison counts people, never drafts: one colleague who asked for five is still one.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.drafts import Nearness, Reservation
from domain.ports import Comparer

# A sixth draft of one content lets go of the first to end: nobody holds a whole content.
MOST_HELD: Final = 5

# An owner begins with who asks: a person's random token, or what all requests of a platform share.
_ASKER: Final = 16


def standing(reservation: Reservation, held: Sequence[Reservation], comparer: Comparer) -> Nearness:
    """Say whether a reservation may be held beside the live ones on its content, and how near.

    What is told of the nearest stands on the larger of two groups, other requests of the same
    platform and everybody else, so that its own requests hide nobody among them.
    """
    others = [one for one in held if one.owner != reservation.owner]
    kin = [one for one in others if one.owner[:_ASKER] == reservation.owner[:_ASKER]]
    found = _nearness(reservation, others, comparer)
    if kin and len(kin) < len(others):
        rest = [one for one in others if one.owner[:_ASKER] != reservation.owner[:_ASKER]]
        told = _nearness(reservation, max(kin, rest, key=_people), comparer)
        found = replace(told, is_near=found.is_near)
    return replace(found, is_taken=_is_taken(reservation, held))


def let_go(reservation: Reservation, held: Sequence[Reservation]) -> tuple[str, ...]:
    """Return the owner's own that go when this one is held: what it replaces, the first to end.

    Of what the same request was given none is let go.
    """
    own = [one for one in held if one.owner == reservation.owner]
    replaced = [one for one in own if _is_replaced(one, reservation)]
    kept = {reservation.instead_of, *reservation.beside}
    older = [one for one in own if one.reservation_id not in kept]
    older.sort(key=lambda one: (one.ends_at, one.reservation_id))
    too_many = max(0, len(own) - len(replaced) + 1 - MOST_HELD)
    return tuple(one.reservation_id for one in (*replaced, *older[:too_many]))


def _nearness(
    reservation: Reservation, others: Sequence[Reservation], comparer: Comparer
) -> Nearness:
    found = comparer.nearness(reservation.fingerprint, [one.fingerprint for one in others])
    return replace(found, compared=_people(others))


def _people(held: Sequence[Reservation]) -> int:
    return len({one.owner for one in held})


def _is_taken(reservation: Reservation, held: Sequence[Reservation]) -> bool:
    return any(
        one.angle == reservation.angle and not _is_replaced(one, reservation) for one in held
    )


def _is_replaced(one: Reservation, reservation: Reservation) -> bool:
    return one.owner == reservation.owner and one.reservation_id == reservation.instead_of

"""Which angle the next draft of a request stands on: one that nobody else holds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from domain.content import ContentItem
from domain.drafts import DraftRequest, Reservation
from domain.language import Language
from domain.people import Ambassador
from domain.ports import Reservations
from personalizer.noted_angles import by_its_note, nearest_first
from personalizer.writing import Angle

Angles = Callable[[ContentItem, Ambassador, Language], Sequence[Angle]]


@dataclass(slots=True)
class Allotment:
    """The angles of one request's content, and whose they are.

    `used` are those tried for the request so far, whether or not they gave a draft.
    """

    request: DraftRequest
    reservations: Reservations
    angles_of: Angles
    used: list[Angle] = field(default_factory=list)
    _angles: Sequence[Angle] | None = None
    _earlier: dict[str, str] = field(default_factory=dict)

    async def free_angle(self, tried: Sequence[Angle], given: Iterable[str]) -> Angle | None:
        """Return an angle beside those tried and the keys of those given, None if none is free.

        Two drafts for one person had better stand on other sentences, and in other forms; what
        they were given before comes last, and then takes the place of what it repeats. What only
        names the content waits for every sentence of it, in whatever form. Where all are taken,
        whoever has something of their own to say tells one of them by it.
        """
        taken = {each.angle for each in await self.held_by_others()}
        taken |= {angle.key for angle in tried} | set(given)
        angles = self._angles if self._angles is not None else await self._read()
        if all(angle.key in taken for angle in angles) and self.request.notes:
            angles = [by_its_note(angle, taken) for angle in angles]
        told = {one.focus for one in angles if one.key in self._earlier}
        told |= {one.focus for one in self.used}
        forms = {one.form for one in self.used}
        return min(
            (angle for angle in angles if angle.key not in taken),
            key=lambda one: (
                one.key in self._earlier,
                one.focus in told,
                one.of_whole,
                one.form in forms,
            ),
            default=None,
        )

    def held_before(self, angle: Angle) -> str | None:
        """Return the asking person's own reservation of an angle, made by an earlier request."""
        return self._earlier.get(angle.key)

    async def is_told_enough(self, also_tried: Sequence[Angle] = ()) -> bool:
        """Tell whether no sentence of the content is left that nobody holds and nothing tried.

        And whether others hold as many texts as it has sentences: one text given to everybody
        by whoever writes says nothing of the content. Notes leave something to tell.
        """
        held, angles = await self.held_by_others(), self._angles or ()
        taken = {each.angle for each in held}
        taken |= {one.key for one in (*self.used, *also_tried)}
        sentences = {one.focus for one in angles if not one.of_whole}
        left = sentences - {one.focus for one in angles if one.key in taken}
        return not self.request.notes and 0 < len(sentences) <= len(held) and not left

    async def held_by_others(self) -> tuple[Reservation, ...]:
        """Return what everybody else holds on the content now."""
        return await self.reservations.neighbours(
            self.request.content.content_id, but=self.request.owner
        )

    async def _read(self) -> Sequence[Angle]:
        request = self.request
        own = await self.reservations.own(request.content.content_id, owner=request.owner)
        self._earlier = {one.angle: one.reservation_id for one in own}
        angles = self.angles_of(request.content, request.ambassador, request.language)
        self._angles = nearest_first(angles, request)
        return self._angles

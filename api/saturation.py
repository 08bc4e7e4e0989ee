"""How often contents were told, as far as one asker may know.

The reasons of a recommendation speak of several colleagues from five on. Whoever asks is not one
of them, and a platform's own requests are counted apart: otherwise one request of theirs, or
four, would show what a single colleague did.
"""

from collections.abc import Callable, Mapping

from api.wiring import Services
from recommender.factors import SEVERAL


def told_to(services: Services, asker: Callable[[], str]) -> Mapping[str, int]:
    """Return how many people told each content: the larger of the asker's own and all others.

    `asker` is what the owners of everything they ever asked for begin with; it is called only
    where a content was told by several.
    """
    told = services.reservations.told()
    if all(people < SEVERAL for people in told.values()):
        return told
    own = services.reservations.told_by(asker())
    apart = {key: max(people, told.get(key, 0) - people) for key, people in own.items()}
    return {**told, **apart}

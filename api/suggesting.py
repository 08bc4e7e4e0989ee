"""Suggestions: what the recommender finds in the catalogue as it is now, and nothing held."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from api.saturation import told_to
from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import Objective
from domain.people import Ambassador
from domain.recommendation import Recommendations
from recommender.outcomes import echo


def suggest(  # noqa: PLR0913 - each is a wish of its own, and callers name them
    services: Services,
    ambassador: Ambassador,
    *,
    k: int,
    objective: Objective | None = None,
    exclude: frozenset[str] = frozenset(),
    follows: Mapping[str, float] | None = None,
    whose: int | None = None,
    asker: Callable[[], str],
    what_if: bool = False,
    raising: bool = False,
) -> Recommendations:
    """Suggest content for an ambassador from the catalogue as it is now, nothing that is held.

    `asker` gives what the owners of everything the caller ever asked for begin with.
    """
    met_with, campaigns = services.unchanged("around", lambda: _around(services))
    recommender = services.live.current()
    told = told_to(services, asker)

    def without(excluded: frozenset[str]) -> Recommendations:
        return recommender.recommend(
            ambassador,
            k=k,
            now=datetime.now(UTC),
            objective=objective,
            exclude=excluded,
            told=told,
            frozen_topics=services.organization.frozen_topics,
            follows=follows or {},
            echo=met_with,
            campaigns=campaigns,
            whose=whose,
            what_if=what_if,
            raising=raising,
        )

    return services.live.held.kept_from(without, recommender.snapshot, exclude)


def _around(services: Services) -> tuple[Mapping[str, float], tuple[Campaign, ...]]:
    """Return what posts met with, and the campaigns; of contents, never of people."""
    return echo(services.outcomes.by_content()), tuple(services.campaigns.all())

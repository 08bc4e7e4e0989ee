"""Adding up what speaks for each candidate."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from recommender.factors import (
    MANY,
    OBJECTIVE_TABLE,
    SEVERAL,
    TYPE_TABLE,
    Factors,
    Request,
    either,
    significant,
)
from recommender.vectors import Doubles, Rows
from recommender.weights import Factor, Weights


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates and what speaks for them, a row each.

    `topics` and `standing` have a column per topic asked about: how surely each is about it, and
    how far it stands out on it, from 0 to 1.
    `contributions` add up to `scores`; diversity is not among them yet, as it depends on what
    stands above.
    """

    rows: Rows
    topics: Doubles
    standing: Doubles
    told: Rows
    contributions: Mapping[Factor, Doubles]
    scores: Doubles


def rank(factors: Factors, request: Request, *, worded: Doubles, weights: Weights) -> Ranking:
    """Score candidates; `worded` says how much each row of the catalogue names each topic."""
    words, interests = worded[factors.rows], request.interests
    topics = significant(factors.about(words, interests))
    standing = significant(factors.topics(words, interests))
    told = factors.told(request.told)
    values = _values(factors, request, weights) | {
        Factor.TOPICS: either(standing),
        Factor.COVERAGE: (told < SEVERAL) * _is_uneven(request.told),
        Factor.SATURATION: saturation(told),
    }
    contributions = {
        factor: _worth(factor, weights) * significant(values[factor]) for factor in values
    }
    scores = np.sum(list(contributions.values()), axis=0)
    return Ranking(factors.rows, topics, standing, told, contributions, scores)


def saturation(told: Rows) -> Doubles:
    """Return 0 for what few colleagues told, a half for several, 1 for many."""
    steps: Doubles = ((told >= SEVERAL).astype(np.float64) + (told >= MANY)) / 2
    return steps


def _values(factors: Factors, request: Request, weights: Weights) -> dict[Factor, Doubles]:
    return {
        Factor.PROFILE_TYPE: factors.kind_fit(request.interests.mix, TYPE_TABLE),
        Factor.POSTS: factors.like_posts(request.interests),
        Factor.COLLEAGUES: factors.known(request.follows),
        Factor.OBJECTIVE: factors.kind_fit(request.objective, OBJECTIVE_TABLE),
        Factor.CAMPAIGN: factors.campaign(request),
        Factor.OUTCOMES: factors.known(request.echo),
        Factor.FRESHNESS: factors.freshness(request.now, weights.half_life),
        Factor.LANGUAGE: factors.preferred(request.languages),
    }


def _worth(factor: Factor, weights: Weights) -> float:
    return {
        Factor.TOPICS: weights.topics,
        Factor.PROFILE_TYPE: weights.profile_type,
        Factor.POSTS: weights.posts,
        Factor.COLLEAGUES: weights.colleagues,
        Factor.OBJECTIVE: weights.objective,
        Factor.CAMPAIGN: weights.campaign,
        Factor.OUTCOMES: weights.outcomes,
        Factor.FRESHNESS: weights.freshness,
        Factor.LANGUAGE: weights.language,
        Factor.COVERAGE: weights.coverage,
        Factor.SATURATION: -weights.saturation,
    }[factor]


def _is_uneven(told: Mapping[str, int]) -> float:
    # As long as nothing was told by several, nothing was told less than the rest.
    return float(any(count >= SEVERAL for count in told.values()))

"""Adding up what speaks for each candidate."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

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

    `standing` has a column per topic asked about: how far each stands out on it, from 0 to 1.
    `contributions` add up to `scores`; what speaks for nobody is not among them, nor is diversity
    yet, as it depends on what stands above.
    """

    rows: Rows
    standing: Doubles
    told: Rows
    contributions: Mapping[Factor, Doubles]
    scores: Doubles


def rank(factors: Factors, request: Request, weights: Weights) -> Ranking:
    """Score candidates."""
    standing = significant(factors.topics(request.interests))
    told = factors.told(request.told)
    values = _values(factors, request, weights) | {Factor.TOPICS: either(standing)}
    if request.told:
        values[Factor.COVERAGE] = np.where(told < SEVERAL, _is_uneven(request.told), 0.0)
        values[Factor.SATURATION] = saturation(told)
    contributions = {
        factor: _worth(factor, weights) * significant(values[factor]) for factor in values
    }
    return Ranking(factors.rows, standing, told, contributions, added_up(contributions))


def added_up(contributions: Mapping[Factor, Doubles]) -> Doubles:
    """Return the scores, added up in one order, so that what ties once ties again."""
    return reduce(np.add, contributions.values())


def saturation(told: Rows) -> Doubles:
    """Return 0 for what few colleagues told, a half for several, 1 for many."""
    steps: Doubles = ((told >= SEVERAL).astype(np.float64) + (told >= MANY)) / 2
    return steps


def _values(factors: Factors, request: Request, weights: Weights) -> dict[Factor, Doubles]:
    """Return how fully each factor holds, of those that may hold for this request at all."""
    interests, values = request.interests, dict[Factor, Doubles]()
    if interests.mix.any():
        values[Factor.PROFILE_TYPE] = factors.kind_fit(interests.mix, TYPE_TABLE)
    if len(interests.post_vectors):
        values[Factor.POSTS] = factors.like_posts(interests)
    if request.follows:
        values[Factor.COLLEAGUES] = factors.known(request.follows)
    if request.objective.any():
        values[Factor.OBJECTIVE] = factors.kind_fit(request.objective, OBJECTIVE_TABLE)
    if request.campaigns:
        values[Factor.CAMPAIGN] = factors.campaign(request)
    if request.echo:
        values[Factor.OUTCOMES] = factors.known(request.echo)
    values[Factor.FRESHNESS] = factors.freshness(request.now, weights.half_life)
    if len(request.languages) > 1:
        values[Factor.LANGUAGE] = factors.preferred(request.languages)
    if request.whose is not None:
        values[Factor.TURN] = factors.turns(request.whose)
    return values


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
        Factor.TURN: weights.turn,
        Factor.COVERAGE: weights.coverage,
        Factor.SATURATION: -weights.saturation,
    }[factor]


def _is_uneven(told: Mapping[str, int]) -> float:
    # As long as nothing was told by several, nothing was told less than the rest.
    return float(any(count >= SEVERAL for count in told.values()))

"""A running campaign lifts its contents for the people it is meant for, and nobody else."""

from datetime import timedelta
from typing import Any

import pytest

from domain.campaigns import Campaign
from domain.content import Objective
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from recommender.weights import Factor, Weights
from tests.builders import NOW, item
from tests.recommender.worlds import ids, reasons, recommender_over

TODAY = NOW.date()
DAY = timedelta(days=1)
ITEMS = [
    item(content_id="plain", title="Ponts", text="Ponts"),
    item(content_id="of-it", title="Pommes", text="Pommes", campaign="Printemps"),
]
RECOMMENDER = recommender_over(ITEMS)


def campaign(**fields: Any) -> Campaign:
    usual: dict[str, Any] = {
        "campaign_id": "spring",
        "name": "Printemps",
        "objective": Objective.TALENT,
    }
    return Campaign(**usual | fields)


def suggested(mix: dict[ProfileType, float], *campaigns: Campaign, **asked: Any) -> Any:
    ambassador = Ambassador(languages=(Language.FRENCH,), profile=ProfileMix(mix) if mix else None)
    return RECOMMENDER.recommend(ambassador, k=2, now=NOW, campaigns=campaigns, **asked)


def lift(mix: dict[ProfileType, float], *campaigns: Campaign, **asked: Any) -> float:
    found = reasons(suggested(mix, *campaigns, **asked), "of-it")
    return found[Factor.CAMPAIGN].contribution if Factor.CAMPAIGN in found else 0.0


@pytest.mark.parametrize(
    ("fields", "share"),
    [
        ({}, 1.0),
        ({"starts": TODAY, "ends": TODAY}, 1.0),
        ({"starts": TODAY + DAY}, 0.0),
        ({"ends": TODAY - DAY}, 0.0),
        ({"profile_types": (ProfileType.EXPERT,)}, 0.75),
        ({"profile_types": (ProfileType.EXPERT, ProfileType.REPORTER)}, 1.0),
        ({"profile_types": (ProfileType.SUPPORTER,)}, 0.0),
    ],
)
def test_it_counts_while_it_runs_and_as_far_as_it_is_meant_for_somebody(
    fields: dict[str, Any], share: float
) -> None:
    mix = {ProfileType.EXPERT: 3.0, ProfileType.REPORTER: 1.0}
    assert lift(mix, campaign(**fields)) == pytest.approx(share * Weights().campaign)


@pytest.mark.parametrize(
    ("asked", "counts"), [(None, True), (Objective.TALENT, True), (Objective.LEADS, False)]
)
def test_it_does_not_count_where_another_objective_was_asked_for(
    asked: Objective | None,
    counts: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert (lift({}, campaign(), objective=asked) > 0) is counts


def test_it_lifts_its_contents_and_says_so_in_both_languages() -> None:
    meant = campaign(profile_types=(ProfileType.EXPERT,))
    found = suggested({ProfileType.EXPERT: 1.0}, meant)
    assert ids(found)[0] == "of-it"
    text = reasons(found, "of-it")[Factor.CAMPAIGN].text
    assert text.fr == "Fait partie d’une campagne en cours, pour le profil «\u00a0Expert\u00a0»."
    assert text.en == "Part of a running campaign, for the profile “Expert”."
    assert Factor.CAMPAIGN not in reasons(found, "plain")
    everybody = reasons(suggested({}, campaign()), "of-it")[Factor.CAMPAIGN].text
    assert everybody.fr == "Fait partie d’une campagne en cours."


def test_what_posts_brought_lifts_a_content_and_says_nothing_of_anybody() -> None:
    ambassador = Ambassador(languages=(Language.FRENCH,))
    found = RECOMMENDER.recommend(ambassador, k=2, now=NOW, echo={"plain": 0.5})
    assert ids(found) == ["plain", "of-it"]
    reason = reasons(found, "plain")[Factor.OUTCOMES]
    assert reason.contribution == pytest.approx(0.5 * Weights().outcomes)
    assert reason.text.en == "Posts about it met with more response than others."

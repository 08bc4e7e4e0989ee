"""The sentences themselves, once each: typography is part of what they say."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.content import Objective
from domain.language import Bilingual
from domain.people import Ambassador, ProfileMix, ProfileType
from recommender.phrasing import age, joined, quoted
from tests.builders import NOW, item
from tests.recommender.worlds import EN, FR, WORLD, reasons, recommender_over

NB = "\u00a0"
RECOMMENDER = recommender_over(WORLD)


@pytest.mark.parametrize(
    ("passed", "french", "english"),
    [
        (timedelta(0), "il y a moins d’un jour", "less than a day ago"),
        (timedelta(hours=23, minutes=59), "il y a moins d’un jour", "less than a day ago"),
        (timedelta(days=1), "il y a un jour", "a day ago"),
        (timedelta(days=2), f"il y a 2{NB}jours", "2 days ago"),
        (timedelta(days=13), f"il y a 13{NB}jours", "13 days ago"),
        (timedelta(days=14), f"il y a 2{NB}semaines", "2 weeks ago"),
        (timedelta(days=59), f"il y a 8{NB}semaines", "8 weeks ago"),
        (timedelta(days=60), f"il y a 2{NB}mois", "2 months ago"),
        (timedelta(days=729), f"il y a 24{NB}mois", "24 months ago"),
        (timedelta(days=730), f"il y a 2{NB}ans", "2 years ago"),
    ],
)
def test_ages_are_told_as_people_tell_them(passed: timedelta, french: str, english: str) -> None:
    assert age(passed) == Bilingual(french, english)


@pytest.mark.parametrize(
    ("names", "french", "english"),
    [
        (["a"], f"«{NB}a{NB}»", "“a”"),
        (["a", "b"], f"«{NB}a{NB}» et «{NB}b{NB}»", "“a” and “b”"),
        (["a", "b", "c"], f"«{NB}a{NB}», «{NB}b{NB}» et «{NB}c{NB}»", "“a”, “b” and “c”"),
    ],
)
def test_names_are_quoted_and_joined(names: list[str], french: str, english: str) -> None:
    assert joined([quoted(Bilingual(name, name)) for name in names]) == Bilingual(french, english)


def test_every_factor_says_what_it_found() -> None:
    expert = Ambassador(
        profile=ProfileMix.only(ProfileType.EXPERT),
        languages=(FR, EN),
        topics=("cybersécurité", "automates"),
        posts=("La cybersécurité des automates industriels, une étude de cas.",),
    )
    found = RECOMMENDER.recommend(
        expert, k=9, now=NOW, objective=Objective.LEADS, told={"fr-cyber": 6, "fr-heat": 30}
    )
    said = {factor: reason.text for factor, reason in reasons(found, "fr-cyber").items()}
    assert said == {
        "topics": Bilingual(
            f"Parle de «{NB}automates{NB}» et «{NB}cybersécurité{NB}».",
            "About “automates” and “cybersécurité”.",
        ),
        "profile_type": Bilingual(
            f"Semble du genre «{NB}analyse de fond{NB}», qui convient au profil Expert.",
            "Seems to be of the kind “in-depth analysis”, which suits the Expert profile.",
        ),
        "posts": Bilingual(
            "Proche de ce que vous avez déjà écrit.", "Close to what you have written before."
        ),
        "objective": Bilingual(
            f"Semble du genre «{NB}analyse de fond{NB}», utile à l’objectif prospects.",
            "Seems to be of the kind “in-depth analysis”, useful for the objective leads.",
        ),
        "freshness": Bilingual(f"Publié il y a 3{NB}jours.", "Published 3 days ago."),
        "language": Bilingual(
            "En français, la langue que vous préférez.", "In French, the language you prefer."
        ),
        "saturation": Bilingual(
            "Plusieurs collègues en ont déjà parlé.",
            "Several colleagues have already spoken about it.",
        ),
    }
    told_by_many = reasons(found, "fr-heat")["saturation"].text
    assert told_by_many.fr == "Beaucoup de collègues en ont déjà parlé."
    hardly_told = reasons(found, "fr-job")["coverage"].text
    assert hardly_told.fr == "Peu de collègues en ont parlé jusqu’ici, ou aucun."


def test_reasons_come_with_the_weightiest_first() -> None:
    expert = Ambassador(profile=ProfileMix.only(ProfileType.EXPERT), topics=("cybersécurité",))
    for each in RECOMMENDER.recommend(expert, k=9, now=NOW, told={"fr-cyber": 25}).items:
        weights = [abs(reason.contribution) for reason in each.reasons]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("published", [None, NOW + timedelta(days=2), NOW - timedelta(days=900)])
def test_what_is_undated_future_or_old_is_not_called_fresh(published: datetime | None) -> None:
    content = item(published_at=published)
    found = recommender_over([content]).recommend(Ambassador(), k=1, now=NOW)
    assert "freshness" not in reasons(found, content.content_id)


def test_a_kind_that_nothing_shows_is_not_named() -> None:
    kinds = RECOMMENDER.snapshot.kinds
    unsure = replace(RECOMMENDER, snapshot=replace(RECOMMENDER.snapshot, kinds=kinds * 0.4))
    expert = Ambassador(profile=ProfileMix.only(ProfileType.EXPERT), languages=(FR, EN))
    found = unsure.recommend(expert, k=9, now=NOW, objective=Objective.LEADS)
    said = reasons(found, "fr-cyber")
    assert said["profile_type"].text == Bilingual(
        "Peut convenir au profil Expert, sans être nettement d’un genre.",
        "May suit the Expert profile, though it is of no clear kind.",
    )
    assert said["objective"].text == Bilingual(
        "Peut être utile à l’objectif prospects, sans être nettement d’un genre.",
        "May be useful for the objective leads, though it is of no clear kind.",
    )

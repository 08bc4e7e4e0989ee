"""When something was, told without a date, as a machine makes it up."""

import pytest

from tests.guardrails.facts.test_amounts import at

FRENCH = "Le dépôt compte 26 vélos cargos depuis octobre 2026."
ENGLISH = "The depot has had 26 cargo bikes since October 2026."
INVENTED = [
    ("Des vélos à Vannes depuis le printemps 2026.", "Bikes in Vannes since spring 2026."),
    ("Des vélos depuis l'été dernier.", "Bikes since last summer."),
    ("Depuis mardi, on roule à vélo.", "Since Tuesday, the rounds go by bike."),
    ("Les vélos sont arrivés mardi dernier.", "The bikes came last Tuesday."),
    ("Les vélos sont arrivés hier.", "The bikes came yesterday."),
    ("Les vélos sont arrivés la semaine dernière.", "The bikes came last week."),
]


@pytest.mark.parametrize(("french", "english"), INVENTED)
def test_a_machine_makes_up_no_time(french: str, english: str) -> None:
    assert at(french, "fr", FRENCH, 1.0), french
    assert at(english, "en", ENGLISH, 1.0), english


@pytest.mark.parametrize(("french", "english"), INVENTED)
def test_what_was_told_may_be_told_in_either_language(french: str, english: str) -> None:
    for told in (french, english):
        assert at(french, "fr", f"{FRENCH} {told}", 1.0) == [], told
        assert at(english, "en", f"{ENGLISH} {told}", 1.0) == [], told


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Des vélos depuis l'automne 2026.", "Bikes since autumn 2026."),
        ("Le dépôt a été ouvert.", "The spring of the bell is new."),
        ("Aujourd'hui comme hier, le vélo roule.", "Leaves fall, the bike goes on."),
        ("Laquelle tient une nuit d'hiver ?", "Which one lasts a winter night?"),
        ("En hiver, la batterie craint le gel.", "In winter, batteries fear frost."),
        ("Un vélo pour toutes les saisons.", "A bike for every season."),
    ],
)
def test_a_month_of_the_season_and_other_meanings_pass(french: str, english: str) -> None:
    assert at(french, "fr", FRENCH, 1.0) == [], french
    assert at(english, "en", ENGLISH, 1.0) == [], english

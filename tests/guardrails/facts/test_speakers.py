"""Short quotations: words given to somebody are theirs, however few."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity, Source
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, found, rule

SOURCE = {
    "fr": "Malo Kerbastard dirige le dépôt : « Les batteries craignent le gel. »",
    "en": "Malo Kerbastard leads the depot: “Batteries fear frost.”",
}
GIVEN = [
    (
        "« Les batteries adorent », dit Malo Kerbastard.",
        "“Batteries fear rain,” says Malo Kerbastard.",
    ),
    ("« On roule mieux », confie-t-il.", "“We ride better,” he says."),
    ("« On roule ! » lance Malo Kerbastard.", "“We ride!” laughs Malo Kerbastard."),
    ("« Jamais », répond Malo.", "“Never,” Malo answers."),
    ("Malo Kerbastard : « On roule mieux. »", "Malo Kerbastard: “We ride better.”"),
    ("Notre directeur : « On roule. »", "Our director: “We ride.”"),
    ("Malo Kerbastard dit « on roule ».", "Malo Kerbastard says “we ride”."),
    ("Selon Malo Kerbastard, « c'est gagné ».", "According to Malo Kerbastard, “done deal”."),
    ("Malo le dit à tous : « Roulez ! »", "Malo tells everybody: “Ride!”"),
]
FREE = [
    ("Le « zéro papier » attendra.", "“Paperless” can wait."),
    ("Le guide « Bien charger » explique comment.", "The guide “Charging well” explains how."),
    ("À lire : « Batteries d'hiver ».", "To read: “Winter batteries”."),
    ("Malo Kerbastard présente « Vélo d'hiver ».", "Malo Kerbastard presents “Winter bike”."),
    ("On dit « relais », et non dépôt.", "The word is “relay”, not depot."),
    ("L'atelier « Mains libres », à Vannes, ouvre.", "The “Hands free” workshop opens."),
    ("Malo, dit « le Breton », dirige le dépôt.", "Malo, known as “the Breton”, leads the depot."),
    ("« Les batteries », dit Malo Kerbastard.", "“Batteries,” says Malo Kerbastard."),
    ("« Le gel », répond Malo.", "“Frost,” answers Malo."),
]  # fmt: skip


def at(text: str, language: str, share: float | None = 1.0) -> list[str]:
    around = replace(circumstances(), source=Source(SOURCE[language]), draft_share=share)
    return [one for one in found("CH-21", text, language, around) if one[0] in "«“"]


@pytest.mark.parametrize(("french", "english"), GIVEN)
@pytest.mark.parametrize("share", [None, 1.0])
def test_what_is_given_to_somebody_is_looked_up(
    french: str, english: str, share: float | None
) -> None:
    assert at(french, "fr", share), french
    assert at(english, "en", share), english


@pytest.mark.parametrize(("french", "english"), FREE)
def test_a_title_a_term_and_what_was_said_pass(french: str, english: str) -> None:
    assert at(french, "fr") == [], french
    assert at(english, "en") == [], english


@pytest.mark.parametrize("share", [None, 1.0])
@pytest.mark.parametrize(
    ("text", "language"),
    [("« Génial ! » rit ma fille.", "fr"), ("“Great!” laughed my daughter.", "en")],
)
def test_what_the_authors_own_people_say_is_only_asked_about(
    text: str, language: str, share: float | None
) -> None:
    around = replace(circumstances(), source=Source(SOURCE[language]), draft_share=share)
    told = rule("CH-21").inspect(Reading(Draft(text, Language(language))), around)
    assert [one.severity for one in told] == [Severity.WARN]

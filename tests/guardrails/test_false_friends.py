"""Words of one language that spell another word of the other: each means what its text does."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.charter import load_charter
from guardrails.guard import Guard
from tests.guardrails.shipped import circumstances

GUARD = Guard.of(load_charter(), key=b"false friends")


def stopped(text: str, language: str) -> list[str]:
    """Return the clauses that stop a text of somebody who says where they work."""
    works = {"fr": "Je travaille chez Ardemont. ", "en": "I work at Ardemont. "}[language]
    verdict = GUARD.inspect(
        Draft(works + text, Language(language)), replace(circumstances(), neighbours=())
    )
    return [one.rule for one in verdict.findings if one.severity is not Severity.WARN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il reste 30 % de places cette semaine, profitez-en."),
        ("fr", "Nous profitons du beau temps ce mois : 3 chantiers avancés."),
        ("fr", "Notre équipe profite du trimestre, en hausse de 4 degrés, pour aérer."),
        ("fr", "Le retard de nos collègues tient au brouillard."),
        ("fr", "Le temps de nos collègues est précieux."),
        ("fr", "Découvrez notre nouvelle machine à vapeur."),
        ("fr", "Une jeune troupe joue pendant les vacances."),
        ("fr", "La référence de la pompe a changé."),
        ("fr", "La référence du joint est 3612-88."),
        ("fr", "La liste écologiste a parlé de l'eau au conseil."),
        ("fr", "L'entreprise finance une association de lutte contre le cancer."),
        ("en", "A young band plays on stage on Friday."),
        ("en", "The young crew posted its readings."),
        ("en", "Our colleagues cut their hair for charity."),
        ("en", "The Green Party spoke of water at the council."),
        ("en", "The reference of the pump has changed."),
        ("en", "The company funds a charity against cancer."),
    ],
)
def test_a_word_that_only_looks_like_one_of_the_other_language_stops_nothing(
    language: str, text: str
) -> None:
    assert stopped(text, language) == []


@pytest.mark.parametrize(
    ("clause", "french", "english"),
    [
        ("CH-10", "Notre bénéfice bondit ce trimestre.", "Our profit soared this quarter."),
        ("CH-10", "Nos bénéfices ont doublé.", "Our profits doubled."),
        ("CH-10", "Notre marge progresse ce mois.", "Our margin jumped this month."),
        ("CH-14", "Sa lutte contre le cancer continue.", "Her cancer is back."),
        ("CH-15", "Nos collègues sont des crétins.", "Our colleagues are retards."),
        (
            "CH-22",
            "Ardemont est la référence du secteur.",
            "Ardemont is the benchmark of the sector.",
        ),
        (
            "CH-24",
            "Un crédit à taux réduit pour tous nos clients, profitez-en.",
            "A low-rate loan for all our customers, grab it.",
        ),
        ("CH-24", "Découvrez nos vapoteuses.", "Discover our vapes, now in mint."),
        ("CH-25", "On cherche un commercial de 30 ans maximum.", "We want a seller, 30 at most."),
        ("CH-25", "On propose un stage à une jeune fille.", "Two vacancies, young men only."),
        ("CH-23", "Notre capteur est écologique.", "Our sensor is ecological."),
    ],
)
def test_what_it_was_listed_for_is_found_in_both(clause: str, french: str, english: str) -> None:
    assert clause in stopped(french, "fr"), french
    assert clause in stopped(english, "en"), english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "Une grosse annonce jeudi, je ne peux rien dire mais ça va faire du bruit !",
            "Something big is coming Thursday, I can't say more yet!",
        ),
        ("Surprise à venir jeudi, restez connectés.", "Surprise coming Thursday, stay tuned."),
        ("Je n'en dis pas plus, mais patience.", "I say no more, but stay tuned."),
        ("On prépare quelque chose.", "We are cooking up something."),
    ],
)
def test_a_hint_at_an_announcement_to_come_is_asked_about(french: str, english: str) -> None:
    for language, text in (("fr", french), ("en", english)):
        draft = Draft(text, Language(language))
        found = [one for one in GUARD.inspect(draft, circumstances()).findings if one.span]
        hints = [one for one in found if one.rule == "CH-09"]
        assert hints, text
        assert all(one.suggestion for one in hints), text


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("La bonne nouvelle : la pompe tourne.", "The good news: the pump is running."),
        ("Je ne peux pas dire mieux.", "I cannot say it better."),
        ("Une belle surprise attendait l'équipe.", "A nice surprise awaited the team."),
    ],
)
def test_a_surprise_that_has_come_is_no_hint(french: str, english: str) -> None:
    for language, text in (("fr", french), ("en", english)):
        draft = Draft(text, Language(language))
        found = [one for one in GUARD.inspect(draft, circumstances()).findings if one.span]
        assert [one for one in found if one.check == "phrases"] == [], text

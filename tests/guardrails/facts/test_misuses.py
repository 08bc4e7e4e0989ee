"""What a text does with the facts it was given: found where it stands, and told once."""

import pytest

from domain.misuses import Misuse
from domain.review import Span
from guardrails.facts.authorities import cited_from_nowhere
from guardrails.facts.given_links import not_given
from guardrails.facts.misuses import FINDERS, Facts
from guardrails.facts.moved import moved
from guardrails.facts.results import untold
from guardrails.facts.swapped import swapped

TOLD = (
    "Le réglage prend désormais 12 minutes au lieu de 40. Mireille dirige 62 personnes de"
    " l’atelier. Depuis trois ans, une armoire bleue au fond garde 340 boîtiers."
)
GIVEN = (
    TOLD,
    "https://www.ardemont.example/fr/Journal/Ecran",
)


def of(text: str, *given: str) -> list[Misuse]:
    """Return the kinds of misuses of a text, in order."""
    return list(dict.fromkeys(one.misuse for one in Facts().misuses(text, given or GIVEN)))


def words(text: str, spans: list[Span]) -> list[str]:
    """Return the pieces of a text that stand at these places."""
    return [text[span.start : span.end] for span in spans]


def test_every_misuse_has_its_finder() -> None:
    assert set(FINDERS) == set(Misuse)


def test_each_misuse_is_told_the_figures_first() -> None:
    text = (
        "Selon une étude, cela compte. 40 minutes au lieu de 12, et 340 personnes, et 62 boîtiers."
        " https://bit.ly/x et bit.ly/y"
    )
    assert of(text) == [Misuse.SWAPPED, Misuse.MOVED, Misuse.LINK, Misuse.RESULT]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        (
            "Ici, 40 minutes au lieu de 12.",
            "40 minutes au lieu de 12",
            "Le réglage prend désormais 12 minutes au lieu de 40.",
        ),
        (
            "Mireille et 340 personnes.",
            "340 personnes",
            "Depuis trois ans, une armoire bleue au fond garde 340 boîtiers.",
        ),
        ("Ici : bit.ly/x", "bit.ly/x", "https://www.ardemont.example/fr/Journal/Ecran"),
        ("La cadence a doublé.", "doublé", None),
    ],
)
def test_a_misuse_is_told_with_its_words_and_with_those_that_tell_it_right(
    text: str, words: str, right: str | None
) -> None:
    (found,) = Facts().misuses(text, GIVEN)
    assert text[found.span.start : found.span.end] == words
    assert found.given == right


def test_a_month_is_set_right_by_the_sentence_that_has_it() -> None:
    given = "It opened in May 2024. It grew in June 2025. It shut one day."
    (found,) = Facts().misuses("It opened in May 2025.", (given,))
    assert found.given == "It opened in May 2024."


@pytest.mark.parametrize(("links", "told"), [(2, 2), (5, 5), (400, 5)])
def test_the_first_few_places_are_told(links: int, told: int) -> None:
    text = " ".join(f"bit.ly/x{at}" for at in range(links))
    assert [one.misuse for one in Facts().misuses(text, GIVEN)] == [Misuse.LINK] * told


def test_of_two_links_given_and_of_a_sentence_too_long_none_is_shown() -> None:
    links = "https://a.example/un https://a.example/deux"
    (found,) = Facts().misuses("Voir bit.ly/x", (links,))
    assert found.given is None
    long = f"{TOLD} {'et cela, ' * 60}avec 340 boîtiers"
    (found,) = Facts().misuses("340 personnes", (long.replace(". ", ", "),))
    assert found.given is None


DOCKS = (
    "The port counts 212 dockers and 46 mechanics, and a shift lasts 12 to 15 minutes. 12 cranes."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("212 mechanics were trained.", [Misuse.MOVED]),
        ("46 dockers were trained.", [Misuse.MOVED]),
        ("212 dockers, 46 mechanics.", []),
        ("12 minutes at least.", []),
        ("212 people work there.", []),
        ("46 of the 212 mechanics came.", []),
        ("12 of 212 mechanics came.", [Misuse.MOVED]),
    ],
)
def test_what_another_figure_counts_is_not_near_this_one(text: str, found: list[Misuse]) -> None:
    assert of(text, DOCKS) == found


AID_FR = (
    "L’aide : 203 dossiers acceptés en 2024 sur 251 déposés. 320 dossiers ont été rendus."
    " 600 euros."
)
AID_EN = "The grant: 203 claims accepted in 2024 out of 251 made. 320 claims came back. 600 euros."


@pytest.mark.parametrize(
    ("text", "given", "found"),
    [
        ("251 dossiers déposés, 203 acceptés.", AID_FR, []),
        ("251 claims were made.", AID_EN, []),
        ("600 dossiers déposés.", AID_FR, [Misuse.MOVED]),
        ("600 claims were made.", AID_EN, [Misuse.MOVED]),
    ],
)
def test_a_whole_counts_what_its_part_counts(text: str, given: str, found: list[Misuse]) -> None:
    assert of(text, given) == found


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Avant, 64 secondes.", "Il faut 11 secondes en moyenne, 64 avec l'ancienne lettre."),
        ("Before, 64 seconds.", "It takes 11 seconds on average, 64 with the old letter."),
    ],
)
def test_what_stands_behind_a_bare_figure_is_not_what_it_counts(text: str, given: str) -> None:
    assert not of(text, given)


def test_nothing_given_is_nothing_misused() -> None:
    text = "Selon une étude, 40 minutes au lieu de 12. https://bit.ly/x La cadence a doublé."
    assert list(Facts().misuses(text, ())) == []
    assert list(Facts().misuses(text, ("  ",))) == []


def test_it_is_found_where_it_stands() -> None:
    text = "« Bon. » Ici, 40 minutes au lieu de 12. Mireille et 340 personnes. La cadence a doublé."
    assert words(text, list(swapped(text, GIVEN))) == ["40 minutes au lieu de 12"]
    assert words(text, list(moved(text, GIVEN))) == ["340 personnes"]
    assert words(text, list(untold(text, GIVEN))) == ["doublé"]
    cited = "Bon. Selon une étude, oui. Voir bit.ly/abc."
    assert words(cited, list(cited_from_nowhere(cited, GIVEN))) == ["Selon une étude"]
    assert words(cited, list(not_given(cited, GIVEN))) == ["bit.ly/abc"]


@pytest.mark.parametrize(
    "text",
    [
        "La suite : bit.ly/abc",
        "La suite : bit.ly/abc, et merci.",
        "(t.co/Xy12)",
        "**lnkd.in/eAbC**",
        "ardemont.example/fr/journal/autre",
        "https://www.ardemont.example/fr/journal/ecran",
        "https://www.ardemont.example/fr/Journal/ECRAN",
        "www.ardemont.example/fr/journal/ecran",
        "https://www.ardemont.example/fr/Journal/Ecran/suite",
        "https://www.ardemont.example/fr/Journal/Ecran)suite",
    ],
)
def test_another_link_is_not_given_without_its_scheme_or_in_other_letters(text: str) -> None:
    assert of(text) == [Misuse.LINK]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.ardemont.example/fr/Journal/Ecran",
        "HTTPS://WWW.Ardemont.Example/fr/Journal/Ecran.",
        "**https://www.ardemont.example/fr/Journal/Ecran**",
        "ardemont.example/fr/Journal/Ecran/",
        "Un site, ardemont.example, et c’est tout.",
        "Du Node.js et de l’ASP.net, 24/7, et/ou 3,5/5.",
        "Écrire à jean@ardemont.example/atelier",
    ],
)
def test_the_given_link_in_any_spelling_of_its_host_and_names_of_hosts_are_given(text: str) -> None:
    assert of(text) == []


def test_may_is_a_month_with_its_capital_alone() -> None:
    given = "It opened in May 2024 and grew in June 2025."
    assert of("It opened in May 2025.", given) == [Misuse.MOVED]
    assert of("What may 2025 bring?", given) == []


@pytest.mark.parametrize(
    "text",
    [
        "Je suis un expert qui recommande d’attendre.",
        "Je suis une ancienne experte qui conseille d’attendre.",
        "Je ne suis pas expert mais recommande d’attendre.",
        "Nous sommes des chercheurs et conseillons d’attendre.",
        "En tant qu’experte je recommande d’attendre.",
        "I’m an expert who recommends waiting.",
        "I am no expert but recommend waiting.",
        "As a researcher I advise patience.",
    ],
)
def test_who_says_to_be_an_expert_cites_nobody(text: str) -> None:
    assert of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Je suis sûr que les experts recommandent d’attendre.",
        "Je suis d’accord, et les experts qui savent recommandent d’attendre.",
        "Je suis un expert et une étude montre que non.",
        "Je suis une étude qui montre que non.",
        "As a recent study shows, waiting helps.",
        "As experts recommend, wait.",
        "I am sure experts recommend waiting.",
        "I am an engineer. Experts who know recommend waiting.",
        "An expert recommends it.",
        "Selon l’expert que je suis, une étude montre que non.",
    ],
)
def test_beside_oneself_another_authority_is_cited(text: str) -> None:
    assert of(text) == [Misuse.RESULT]


@pytest.mark.parametrize(
    ("given", "text", "is_told"),
    [
        ("Les commandes sont passées de 100 à 200.", "Les commandes ont doublé.", True),
        ("Les commandes sont passées de 100 à 180.", "Les commandes ont doublé.", False),
        ("Les commandes : 100. Les retours : 200.", "Les commandes ont doublé.", False),
        ("Orders grew from 50 to 150.", "Orders tripled.", True),
        ("Orders grew.", "Orders tripled.", False),
        ("Orders are three times as high.", "Orders have tripled.", True),
        ("Rien.", "L’atelier a doublé ses volumes.", False),
        ("Rien.", "Les équipes ont doublé d’efforts.", True),
        ("Nothing.", "We doubled down on tests.", True),
        ("Nothing.", "Sales doubled over the year.", False),
        ("Nothing.", "Have sales doubled?", True),
    ],
)
def test_a_doubling_is_told_in_words_or_by_a_change_of_figures(
    given: str, text: str, *, is_told: bool
) -> None:
    assert (of(text, given) == []) is is_told

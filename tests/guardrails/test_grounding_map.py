from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.drafts import Draft, Grounding
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Source
from domain.segmentation import sentence_bounds
from guardrails.grounding_map import ground

NOW = datetime(2026, 3, 11, tzinfo=UTC)
ARTICLE = (
    "L'atelier de Granville a ouvert en juin. Le réglage d'une presse prend désormais 12 minutes "
    "au lieu de 40.\nClaire Dubois pilote le projet depuis deux ans. « Le bruit d'une machine dit "
    "tout », confie-t-elle. Les capteurs préviennent l'équipe de nuit avant la panne."
)
NOTES = ("J'ai visité l'atelier mardi, le café brûlant m'a réveillé.", "Vu 27 pannes l'an dernier.")


def circumstances(source: str | None = ARTICLE, notes: tuple[str, ...] = NOTES) -> Circumstances:
    return Circumstances(
        now=NOW,
        organization=Organization(name="Ardemont", products=("Flow",)),
        source=Source(source, "Une visite à l'atelier") if source else None,
        notes=notes,
    )


def traced(text: str, **more: object) -> list[tuple[str, Grounding, str | None]]:
    """Return each sentence with its status and the sentence of the source it points to."""
    found = ground(Draft(text, Language.FRENCH), circumstances(**more))  # type: ignore[arg-type]  # each test says which field
    return [
        (
            text[one.span.start : one.span.end],
            one.status,
            ARTICLE[one.source.start : one.source.end] if one.source else None,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("sentence", "origin"),
    [
        ("Régler une presse : 12 minutes.", "Le réglage d'une presse prend désormais 12 minutes"),
        ("Setting up takes 12 minutes now.", "Le réglage d'une presse prend désormais 12 minutes"),
        ("Les capteurs préviennent l'équipe avant la panne.", "Les capteurs préviennent"),
        ("C'est Claire Dubois qui mène tout cela.", "Claire Dubois pilote"),
        ("« Le bruit d'une machine dit tout » : voilà.", "« Le bruit d'une machine dit tout »"),
        ("À Granville, on a ouvert l'atelier en juin.", "L'atelier de Granville"),
    ],
)
def test_a_sentence_points_to_where_the_source_says_it(sentence: str, origin: str) -> None:
    ((_, status, found),) = traced(sentence)
    assert status is Grounding.SOURCE
    assert found is not None
    assert found.startswith(origin)


@pytest.mark.parametrize(
    "sentence", ["Le café brûlant m'a réveillé.", "27 pannes l'an dernier, déjà."]
)
def test_a_sentence_from_the_notes_says_so(sentence: str) -> None:
    assert traced(sentence) == [(sentence, Grounding.NOTE, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Je travaille chez Ardemont.",
        "Et vous, qu'en pensez-vous ?",
        "Bravo à tous !",
        "#Maintenance #Flow",
        "Trois idées à retenir :",
    ],
)
def test_what_comes_from_nowhere_is_neutral(sentence: str) -> None:
    assert traced(sentence) == [(sentence, Grounding.NEUTRAL, None)]


def test_a_sentence_with_a_mark_to_fill_is_a_placeholder() -> None:
    text = "Les capteurs préviennent l'équipe [à compléter : votre avis]."
    assert traced(text)[0][1] is Grounding.PLACEHOLDER


def test_without_source_or_notes_all_is_neutral() -> None:
    found = traced("Les capteurs préviennent. Le café brûlant aussi.", source=None, notes=())
    assert {status for _, status, _ in found} == {Grounding.NEUTRAL}


@given(text=st.text(max_size=200))
def test_there_is_one_span_per_sentence_in_order(text: str) -> None:
    found = ground(Draft(text, Language.FRENCH), circumstances())
    assert [(one.span.start, one.span.end) for one in found] == list(sentence_bounds(text))
    for one in found:
        if one.source is not None:
            assert 0 <= one.source.start < one.source.end <= len(ARTICLE)
            assert one.status is Grounding.SOURCE


ENGLISH = (
    "The Granville workshop opened in June. Setting up a press now takes 12 minutes instead of 40."
    "\nClaire Dubois has been running the project for two years, and the night team is warned."
)


def unsupported(text: str, language: Language = Language.FRENCH) -> bool:
    source = ARTICLE if language is Language.FRENCH else ENGLISH
    notes = NOTES if language is Language.FRENCH else ()
    found = ground(Draft(text, language), circumstances(source, notes))
    assert all(one.is_supported or one.status is Grounding.NEUTRAL for one in found)
    return not all(one.is_supported for one in found)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Les pièces sont recyclées en Chine.", "The parts are recycled in China."),
        ("L'atelier va doubler de taille l'an prochain.", "The workshop will double in size soon."),
        ("Les pièces cassées sont vendues à Norvia.", "Broken parts are sold to Norvia."),
        ("Mireille ouvre la salle à six heures.", "Mireille opens the canteen at six o'clock."),
        ("Deux lignes neuves démarrent au printemps.", "Two brand new lines started last spring."),
        ("Le groupe a racheté son voisin.", "The group bought its neighbour."),
    ],
)
def test_what_nobody_said_is_told_as_unsupported(french: str, english: str) -> None:
    assert unsupported(french)
    assert unsupported(english, Language.ENGLISH)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Bravo à toute l'équipe !", "Well done, everybody!"),
        ("Et chez vous, qui recycle les pièces en Chine ?", "And who recycles parts in China?"),
        ("Trois idées qui changent la donne :", "Three ideas that are changing the game:"),
        ("La suite : https://ardemont.example/atelier", "More: https://ardemont.example/atelier"),
        ("Je vous laisse découvrir la suite.", "I will let you discover the rest."),
        ("Le réglage d'une presse prend 12 minutes.", "Setting up a press takes 12 minutes."),
        ("Je travaille chez Ardemont.", "I work at Ardemont."),
        ("C'est tout l'enjeu.", "That is the point."),
        (
            "Pour info, cet article vient d'Ardemont, où je travaille.",
            "For context, this article was published by Ardemont, my employer.",
        ),
        ("#Maintenance #Flow", "#Maintenance #Flow"),
    ],
)
def test_what_states_nothing_and_what_is_said_are_supported(french: str, english: str) -> None:
    assert not unsupported(french)
    assert not unsupported(english, Language.ENGLISH)


def test_a_source_of_another_language_is_no_measure() -> None:
    found = ground(Draft("The parts are recycled in China.", Language.ENGLISH), circumstances())
    assert [one.is_supported for one in found] == [True]


def test_a_mark_to_fill_ends_no_sentence_and_swallows_none() -> None:
    mark = "[à compléter : comme dans votre post (Tu verses, tu attends…) ; une surprise]"
    found = traced(f"{mark} Claire Dubois pilote le projet.")
    assert [(text, status) for text, status, _ in found] == [
        (mark, Grounding.PLACEHOLDER),
        ("Claire Dubois pilote le projet.", Grounding.SOURCE),
    ]
    within = f"Avec {mark} Claire a tout pris."
    assert [status for _, status, _ in traced(within)] == [Grounding.PLACEHOLDER]


@pytest.mark.parametrize(
    "frame", ["Le lien du jour : « {} ».", "Today's link: “{}”.", "À lire : {}"]
)
def test_a_title_that_is_named_comes_from_no_sentence(frame: str) -> None:
    title = "Une journée à l'atelier de Granville"
    there = Circumstances(
        now=NOW, organization=Organization(name="Ardemont"), source=Source(ARTICLE, title)
    )
    for language in Language:
        (one,) = ground(Draft(frame.format(title), language), there)
        assert (one.status, one.source, one.is_supported) == (Grounding.NEUTRAL, None, True)


def test_looking_for_statements_takes_linear_time() -> None:
    for piece in ("x e ", "a la été ", "[à compléter : (…) ", "« : ", "is s the "):
        ground(Draft(piece * 4_000, Language.FRENCH), circumstances())
        ground(Draft(piece * 4_000, Language.ENGLISH), circumstances(ENGLISH))

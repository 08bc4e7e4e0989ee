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

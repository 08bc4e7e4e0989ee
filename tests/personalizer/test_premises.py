"""What a text itself says everybody knows is not told as its news."""

from time import perf_counter

import pytest

from domain.language import Language
from domain.review import Span
from personalizer.carriers import carriers_of
from personalizer.passages import Passage, passages_of
from personalizer.premises import is_premise
from tests.builders import item

_LONGEST_SECONDS = 1.0
NEWS = {
    Language.FRENCH: "Les truites du lac naissent dans un affluent de sept kilomètres.",
    Language.ENGLISH: "The trout of the lake are born in a brook of seven kilometres.",
}


def _first(behind: str, language: Language) -> tuple[Passage, str]:
    text = f"{NEWS[language]} {behind}"
    return passages_of(text)[0], text


@pytest.mark.parametrize(
    ("behind", "language"),
    [
        ("Tous les pêcheurs le savent.", Language.FRENCH),
        ("Les adultes remontent en novembre. Tout le monde le sait ici.", Language.FRENCH),
        ("Ce n’est un secret pour personne.", Language.FRENCH),
        ("Every angler knows that.", Language.ENGLISH),
        ("The adults swim up in November. Everybody here knows this.", Language.ENGLISH),
        ("That’s no secret.", Language.ENGLISH),
    ],
)
def test_what_everybody_knows_is_no_news(behind: str, language: Language) -> None:
    passage, text = _first(behind, language)
    assert is_premise(passage, text)
    content = item(title="Truites", text=text, language=language, digest=behind)
    assert {one.passage.text: one.worth for one in carriers_of(content)}[passage.text] == 0


@pytest.mark.parametrize(
    ("behind", "language"),
    [
        ("Personne ne le savait.", Language.FRENCH),
        ("Tous les pêcheurs savent que l’eau est froide.", Language.FRENCH),
        ("Nous l’avons lu dans leurs oreilles.\n\nTous les pêcheurs le savent.", Language.FRENCH),
        ("Nobody knew that.", Language.ENGLISH),
        ("Every angler knows that the water is cold.", Language.ENGLISH),
        ("We read it in their ears.\n\nEvery angler knows that.", Language.ENGLISH),
    ],
)
def test_what_nobody_knew_is_news(behind: str, language: Language) -> None:
    assert not is_premise(*_first(behind, language))


@pytest.mark.parametrize("piece", ["tous les ", "every ", "chacun ", "all ", "\n "])
def test_a_long_text_is_read_in_no_time(piece: str) -> None:
    text = "A. " + piece * 50_000
    begins = perf_counter()
    is_premise(Passage(Span(0, 2), "A.", frozenset(), leans=False), text)
    assert perf_counter() - begins < _LONGEST_SECONDS

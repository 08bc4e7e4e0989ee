import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.people import namings
from guardrails.reading import fold_term

PEOPLE = ("Sarah Keller", "Hugo de la Tour", "Anne-Marie Roy", "Li")


def found(text: str) -> list[str]:
    folded = fold_term(text)
    return [folded[one.start : one.end] for one in namings(folded, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Merci à Sarah Keller et à HUGO DE LA TOUR.", ["sarah keller", "hugo de la tour"]),
        ("Keller Sarah, Roy Anne-Marie", ["keller sarah", "roy anne-marie"]),
        ("Anne Marie Roy", ["anne marie roy"]),
        ("Li et moi", ["li"]),
        ("Merci à S. Keller et à Mme Keller", ["s. keller", "mme keller"]),
        ("M. de la Tour", []),
        ("Thank you Mrs. Roy, and Dr Roy", ["mrs. roy", "dr roy"]),
        ("T. Keller", []),
        ("Voici Keller", []),
        ("Le plan S. Keller le lit.", ["s. keller"]),
        ("M. Li", ["li"]),
        ("Sarah, Keller", []),
        ("Sarah Kellermann", []),
        ("Sarah", []),
        ("", []),
    ],
)
def test_people_are_found_by_their_whole_name(text: str, names: list[str]) -> None:
    assert found(text) == names


@given(text=st.text(max_size=200))
def test_places_stand_inside_the_text(text: str) -> None:
    folded = fold_term(text)
    for start, end in ((one.start, one.end) for one in namings(folded, PEOPLE)):
        assert 0 <= start < end <= len(folded)


def test_nobody_is_found_in_an_empty_list() -> None:
    assert list(namings("sarah keller", ())) == []

"""What somebody says in a content is not told as the words of the content or of its authors."""

import pytest

from domain.language import Language
from personalizer.citing import told
from personalizer.passages import passages_of

_LEEDS = "The plant in Leeds keeps a list of parts."
_NANTES = "L’atelier de Nantes garde une liste des gestes."


@pytest.mark.parametrize(
    ("before", "kept", "after"),
    [
        ("“It is short. The crew reads the list every morning.” - Claire\n\n", [], _LEEDS),
        ("« La liste est courte. La presse suit la liste. » - Claire\n\n", [], _NANTES),
        (
            "The crew calls it “the list” all day. ",
            ["The crew calls it “the list” all day."],
            _LEEDS,
        ),
        ("On l’appelle « la liste » à Nantes. ", ["On l’appelle « la liste » à Nantes."], _NANTES),
    ],
)
def test_a_sentence_within_speech_is_its_speakers(before: str, kept: list[str], after: str) -> None:
    assert [one.text for one in passages_of(before + after)] == [*kept, after]


@pytest.mark.parametrize(
    ("before", "may_be"),
    [
        ("I went to the plant with James last year. ", False),
        ("The crew went to the plant last year. ", True),
        ("I went to the plant with James last year.\n\n", True),
    ],
)
def test_beside_an_i_we_are_not_the_authors(before: str, *, may_be: bool) -> None:
    sentence = "We made a list of parts for the press of the plant."
    text = f"{before}{sentence}"
    passage = next(one for one in passages_of(text) if one.text == sentence)
    assert (told(passage, text, Language.ENGLISH) is not None) is may_be


def test_a_question_without_its_mark_is_not_told() -> None:
    sentence = "Did the crew test the list in Leeds, Claire Benson asked."
    (passage,) = passages_of(sentence)
    assert told(passage, f"{sentence} So did the plant.", Language.ENGLISH) is None

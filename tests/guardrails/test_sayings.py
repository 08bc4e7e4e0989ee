import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.language import Language
from guardrails.sayings import Sayings

FAMILIES = (("fier", "fiere", "proud"), ("peur", "scared", "afraid"), ("equipe", "team"))
NOTE = "La première nuit d'astreinte m'a fait peur, puis l'équipe du matin m'a expliqué."


def tells(text: str, statement: str, language: Language = Language.FRENCH, key: str = "") -> bool:
    return Sayings((text,), language, FAMILIES).tell(statement, share=0.6, key_words=key)


@pytest.mark.parametrize(
    ("statement", "key", "expected"),
    [
        ("j'ai eu peur pendant ma premiere nuit d'astreinte", "peur", True),
        ("la nuit d'astreinte fait peur", "peur", True),
        ("j'ai pleure pendant ma premiere nuit d'astreinte", "pleure", False),
        ("j'ai eu peur devant les actionnaires du groupe", "peur", False),
        ("fiere de l'equipe du matin", "fiere", False),
        ("l'equipe du matin", "", True),
        ("je suis la", "", True),
    ],
)
def test_most_words_and_one_key_word_must_stand_in_the_note(
    statement: str, key: str, *, expected: bool
) -> None:
    assert tells(NOTE, statement, key=key) is expected


def test_a_note_in_the_other_language_is_recognised_by_families() -> None:
    assert tells("Très fier de l'équipe de nuit.", "proud of the team", Language.ENGLISH, "proud")
    assert not tells("Une bonne équipe de nuit.", "proud of the team", Language.ENGLISH, "proud")


def test_words_far_apart_do_not_make_one_statement() -> None:
    far = "atelier " + "mot " * 60 + "pluie"
    assert not tells(far, "l'atelier sous la pluie battante")
    assert tells("atelier pluie battante", "l'atelier sous la pluie battante")


@given(text=st.text(max_size=80), statement=st.text(max_size=40))
@example(text="I", statement="UING")  # "I" makes the whole of it English
def test_what_was_said_word_for_word_is_always_told(text: str, statement: str) -> None:
    assert tells(f"{text}\n{statement}\n{text}", statement) or len(statement.split()) > 20

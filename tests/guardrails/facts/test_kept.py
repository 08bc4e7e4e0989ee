"""A text keeps what was read of it; a plain text keeps nothing."""

from guardrails.facts.kept import Kept, view


def test_a_text_is_read_once_in_each_way() -> None:
    asked: list[str] = []

    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    kept = Kept("un texte")
    assert [view(kept, length), view(kept, length), view(kept, str.upper)] == [8, 8, "UN TEXTE"]
    assert asked == ["un texte"]
    assert [view("un texte", length), view("un texte", length)] == [8, 8]
    assert len(asked) == 3


def test_it_is_a_text_like_any_other() -> None:
    kept = Kept("un texte")
    assert kept == "un texte"
    assert {kept} == {"un texte"}
    assert type(kept[:2]) is str

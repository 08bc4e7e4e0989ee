import pytest

from guardrails.facts.relatives import relatives


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bresil", "bresilien"),
        ("italie", "italienne"),
        ("chine", "chinois"),
        ("lyon", "lyonnais"),
        ("iran", "iranian"),
        ("canadiens", "canada"),
        ("romains", "romaine"),
        ("ardemonts", "ardemont"),
    ],
)
def test_a_place_and_its_people_are_related(name: str, said: str) -> None:
    assert said in set(relatives(name))


@pytest.mark.parametrize(
    ("name", "said"), [("martin", "martinez"), ("keller", "kellermann"), ("paris", "lyon")]
)
def test_names_that_only_look_alike_are_not(name: str, said: str) -> None:
    assert said not in set(relatives(name))

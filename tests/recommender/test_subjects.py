import pytest

from recommender.subjects import read_topic


def ways(name: str) -> set[frozenset[str]]:
    """Return every way of naming a topic."""
    return set(read_topic(name).ways)


@pytest.mark.parametrize("name", ["", "  ", "!!!", "me", "on me", "—"])
def test_a_topic_without_words_is_about_nothing(name: str) -> None:
    assert ways(name) == set()


def test_a_small_word_of_one_language_may_mean_something_in_the_other() -> None:
    assert ways("thé") == {frozenset({"the"})}
    assert ways("car") == {frozenset({"car"})}


def test_a_topic_keeps_its_name_as_written_but_for_spaces() -> None:
    assert read_topic("  pompes à \n chaleur ").name == "pompes à chaleur"


def test_every_word_must_be_there() -> None:
    assert frozenset({"pomp", "chaleur"}) in ways("pompes à chaleur")


def test_a_compound_is_also_one_word_and_its_parts() -> None:
    assert {frozenset({"cybersecurit"}), frozenset({"cyb", "securit"})} <= ways("cyber-sécurité")


def test_a_compound_with_a_stop_word_is_not_reduced_to_its_other_half() -> None:
    assert frozenset({"well"}) not in ways("well-being")
    assert frozenset({"wellb"}) in ways("well-being")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("IA", {"artifici", "intellig"}),
        ("artificial intelligence", {"ia"}),
        ("cybersécurité", {"cybersecur"}),
        ("RSE", {"csr"}),
        ("l’intelligence artificielle générative", {"ai", "gener"}),
    ],
)
def test_a_subject_has_its_other_names(name: str, other: set[str]) -> None:
    assert any(other <= way for way in ways(name))


@pytest.mark.parametrize("name", ["zythologie", "Orionis 3000"])
def test_a_subject_nobody_listed_has_none(name: str) -> None:
    words = len(name.split())
    assert all(len(way) == words for way in ways(name))

"""The counters of the drafts' faults: what they must find, and what they must leave alone."""

import pytest

from benchmarks.drafts.facts import ungrounded
from benchmarks.drafts.first_person import invented
from benchmarks.drafts.nearest import equal, own_is_nearest
from benchmarks.drafts.overlap import highest
from benchmarks.drafts.reading import Read
from domain.language import Language

FR, EN = Language.FRENCH, Language.ENGLISH
SOURCE = (
    "Le réglage prend 12 minutes au lieu de 40 depuis avril 2025, dit Claire Besson. "
    "“The list fits on one page, and anybody can correct it,” says Claire Besson of Nantes."
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "J’ai adoré cette visite."),
        (FR, "Je travaille chez Tessonde. Mes nuits ont changé."),
        (FR, "Cela m’a appris la patience."),
        (FR, "Nous avons vécu cela l’an dernier."),
        (FR, "Je crois que la liste aide."),
        (EN, "I loved this visit."),
        (EN, "I work at Tessonde. My nights have changed."),
        (EN, "It taught me patience."),
        (EN, "We lived through this last year."),
        (EN, "I’ve seen it work."),
    ],
)
def test_a_life_nobody_told_is_counted(language: Language, text: str) -> None:
    assert len(invented(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Je travaille chez Tessonde, je le précise."),
        (FR, "Chez Tessonde, où je travaille, je relaie cet article."),
        (FR, "L’article le dit : « Nous avons tout changé. »"),
        (FR, "[à compléter : ce que j’en retiens]"),
        (FR, "Et vous, comment faites-vous ?"),
        (EN, "I work at Tessonde and share this article."),
        (EN, "At Tessonde, where I work, I pass it on."),
        (EN, "My employer: Tessonde."),
        (EN, "The article says: “We changed it all.”"),
        (EN, "[to complete: what I keep of it]"),
        (EN, "How do you do it?"),
    ],
)
def test_employment_sharing_quotations_and_marks_are_no_life(language: Language, text: str) -> None:
    assert invented(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "own"),
    [
        (FR, "J’ai passé trois nuits à écouter.", "j'ai passé trois nuits à écouter, dehors"),
        (EN, "I spent three nights listening.", "Last week I spent three nights listening."),
        (FR, "De mon côté, j’ai passé trois nuits à écouter.", "J’ai passé trois nuits à écouter."),
        (EN, "On my side: I spent three nights out.", "I spent three nights out."),
    ],
)
def test_what_notes_or_posts_tell_is_told(language: Language, text: str, own: str) -> None:
    assert invented(text, language, [own]) == []
    assert invented(text, language, ["Something else."]) != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le réglage prend 13 minutes.", ["13"]),
        ("Depuis mai 2025 ou avril 2024 ?", ["2024"]),
        ("Trois équipes en juin.", ["Trois", "juin"]),
        ("La liste de Paul Martin tient.", ["Paul Martin"]),
        ("“The list fits on two pages”, dit l’article.", ["The list fits on two pages"]),
        ("Three crews in June.", ["Three", "June"]),
        ("The list of Paul Martin holds.", ["Paul Martin"]),
    ],
)
def test_what_stands_nowhere_is_counted(text: str, found: list[str]) -> None:
    assert ungrounded(text, [SOURCE]) == found


@pytest.mark.parametrize(
    "text",
    [
        "Douze ? Non : 12 minutes au lieu de 40.".removeprefix("Douze ? Non : "),
        "Claire Besson le dit : « the list fits on one page […] »",
        "Merci, Claire. Depuis avril 2025, tout change.",
        "“The list fits on one page, and anybody can correct it.”",
        "I say so in English.",
    ],
)
def test_what_stands_in_the_source_is_left_alone(text: str) -> None:
    assert ungrounded(text, [SOURCE]) == []


def test_shared_words_are_counted_outside_of_what_may_be_shared() -> None:
    one = "Je travaille chez Tessonde. « La même citation de la source. » Un mot à part, ici."
    other = "Je travaille chez Tessonde. « La même citation de la source. » Rien de commun là."
    twin = "Je travaille chez Tessonde. Un mot à part, ici, et toujours la même longue suite."
    assert highest([one, other]) == (0.0, 0)
    alike, run = highest([one, twin])
    assert run == 5
    assert alike > 0.2


def test_a_mark_to_fill_counts_as_shared_words() -> None:
    mark = "[à compléter : ce que vous en retenez pour demain]"
    assert highest([f"Bonjour. {mark}", f"Bonsoir. {mark}"])[1] == 9


def test_quotations_are_measured() -> None:
    read = Read("Il dit : « un deux trois quatre cinq six ». Et rien de plus, ici, que cela.")
    assert read.longest_quotation == 6
    assert 0.25 < read.quoted_share < 0.4


def test_equal_posts_are_as_many_of_each_author_and_the_same_ones_each_time() -> None:
    posts = [tuple(f"{name} {at}" for at in range(count)) for name, count in (("a", 9), ("b", 3))]
    drawn = equal(posts, 7)
    assert [len(own) for own in drawn] == [3, 3]
    assert all(set(left) <= set(own) for left, own in zip(drawn, posts, strict=True))
    assert drawn == equal(posts, 7)
    assert any(drawn != equal(posts, seed) for seed in range(5))


def test_a_draft_is_nearest_to_whoever_writes_like_it() -> None:
    posts = [["Le sas sent la résine chaude."], ["The list fits on one page."]]
    assert own_is_nearest(["La résine chaude, encore.", "One page fits the list."], posts) == (2, 2)
    assert own_is_nearest(["One page fits the list.", "La résine chaude, encore."], posts) == (0, 0)

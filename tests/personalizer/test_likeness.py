"""Choosing among wordings: nearer to its author's hand first, and the same every time."""

import math
from dataclasses import replace

import pytest

from api.personas import personas
from domain.language import Language
from domain.people import Ambassador
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.offline.engine import first_draft
from personalizer.offline.hand import Hand
from personalizer.offline.likeness import hand_of, runs_of, usual_in
from tests.builders import ambassador
from tests.personalizer.articles import article, brief

BOTH = pytest.mark.parametrize("language", list(Language))


def own(language: Language) -> list[Ambassador]:
    return [one.ambassador for one in personas() if language in one.ambassador.languages[:1]]


def hand(person: Ambassador, language: Language) -> Hand:
    found = hand_of(person, language)
    assert found is not None
    return found


@BOTH
def test_somebodys_next_post_is_likest_to_themselves(language: Language) -> None:
    people = own(language)
    for person in people:
        measured = hand(replace(person, posts=person.posts[1:]), language)
        ranked = measured.by_likeness([(each.posts[0], each.name) for each in people])
        assert ranked[0] == person.name


@BOTH
def test_fewer_than_three_posts_are_no_hand_but_where_one_is_enough(language: Language) -> None:
    few = ambassador(posts=own(language)[0].posts[:2])
    assert hand_of(ambassador(), language, least=1) is None
    assert hand_of(few, language) is None
    assert hand_of(few, language, least=1) is not None
    assert hand_of(ambassador(posts=("Ok.", "Merci !")), language, least=1) is None


def test_apostrophes_and_spaces_are_typography_and_no_hand() -> None:
    measured = hand(own(Language.FRENCH)[0], Language.FRENCH)
    assert measured.likeness("L'eau : oui") == measured.likeness("L’eau\u00a0: oui")


@BOTH
def test_two_people_who_write_differently_get_different_words_on_one_angle(
    language: Language,
) -> None:
    content = article(language)
    angle = angles_of(content, ambassador(), language)[0]
    texts = {first_draft(brief(content, person, angle), length_on) for person in own(language)}
    assert len(texts) == len(own(language))


@BOTH
def test_posts_change_which_angle_comes_first(language: Language) -> None:
    content = article(language)
    bare = ambassador()
    orders = {
        tuple(angle.key for angle in angles_of(content, person, language)[:5])
        for person in (bare, *(replace(bare, posts=each.posts) for each in own(language)))
    }
    assert len(orders) > 2


def by_definition(text: str, posts: tuple[str, ...], language: Language) -> float:
    """Work out a likeness run by run."""
    usual, read = usual_in(language), [runs_of(post) for post in posts]
    rarity = {
        run: 1 + math.log((1 + usual.texts) / (1 + usual.texts * share))
        for run, share in usual.held.items()
    }
    rarest = 1 + math.log(1 + usual.texts)
    mean = {
        run: sum(1 + math.log(one[run]) for one in read if run in one) / len(read)
        for run in set().union(*read)
    }
    size = math.hypot(*(value * rarity.get(run, rarest) for run, value in mean.items()))
    others = math.hypot(*(share * rarity[run] for run, share in usual.held.items()))
    leaning, weighed = 0.0, []
    for run, times in runs_of(text).items():
        weight, counts = rarity.get(run, rarest), 1 + math.log(times)
        said = mean.get(run, 0.0) / size - usual.held.get(run, 0.0) / others
        leaning += counts * weight**2 * said
        weighed.append(counts * weight)
    return leaning / max(math.hypot(*weighed), 1e-9)


@BOTH
def test_what_is_looked_up_at_once_is_what_the_runs_say_one_by_one(language: Language) -> None:
    person = own(language)[0]
    measured = hand(person, language)
    odd = ("", "a", "ab", "été été été", "😀 et 🇫🇷", "zq" * 900, "\ud800 b", "l'eau\u00a0: l’eau")
    for text in (*odd, *(each.posts[0] for each in own(language))):
        assert measured.likeness(text) == pytest.approx(
            by_definition(text, person.posts, language), abs=1e-9
        )


@BOTH
def test_one_post_shows_how_its_author_breaks_lines(language: Language) -> None:
    post = own(language)[0].posts[0].replace("\n", " ")
    content = article(language)
    angle = angles_of(content, ambassador(), language)[0]
    in_one = first_draft(brief(content, ambassador(posts=(post,)), angle), length_on)
    in_many = first_draft(brief(content, ambassador(), angle), length_on)
    assert "\n" not in in_one
    assert "\n\n" in in_many

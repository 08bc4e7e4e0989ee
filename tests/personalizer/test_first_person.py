"""What the author of a content says of themselves: told or quoted as theirs, never as anybody's."""

from dataclasses import replace

import pytest

from domain.language import Language
from personalizer.angles import angles_of
from personalizer.citing import told
from personalizer.first_person import is_its_authors
from personalizer.passages import passages_of
from personalizer.reported_of_one import as_reported_of_one
from tests.builders import ambassador, item
from tests.personalizer.articles import brief
from tests.personalizer.test_offline_writer import draft

LEARNED = "I learned a new way of measuring the flow of a valve in ten weeks."
TEXT = f"""\
The valley has kept its pumps in one workshop since the flood of the spring.

{LEARNED} The workshop keeps a record of every valve that was opened during the night.
"""
CONTENT = item(text=TEXT, title="Ten weeks of pumps", language=Language.ENGLISH)
OF_ONE = replace(CONTENT, authors=("Ada Merrow",))


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("I moved the site in May", "They moved the site in May"),
        ("In May I was moved to the pumps", "In May they were moved to the pumps"),
        ("I’m on call in May and I’ve slept", "They’re on call in May and they’ve slept"),
        ("My manager said I do it myself", "Their manager said they do it themselves"),
        ("I wasn’t expecting a flood", "They weren’t expecting a flood"),
        ("I never was at the pumps", "They never were at the pumps"),
        ("The pump was old when I came", "The pump was old when they came"),
    ],
)
def test_i_is_told_of_them(said: str, reported: str) -> None:
    assert as_reported_of_one(said) == reported


@pytest.mark.parametrize(
    "said",
    [
        "The pump was moved in May",
        "My team wrote the list of moves",
        "I moved it before we opened",
        "I told them that the pump was old",
        "I came in May and was moved to the pumps",
        "Not only was I late for the pump",
        "You and I moved the pumps in May",
        "A Type I valve was moved in May",
        "Let’s say that I moved it",
    ],
)
def test_nobody_is_taken_for_somebody_else(said: str) -> None:
    assert as_reported_of_one(said) is None


def test_one_author_is_told_of_and_not_several_or_nobody() -> None:
    (passage,) = (one for one in passages_of(TEXT) if one.text == LEARNED)
    claim = told(passage, TEXT, Language.ENGLISH)
    assert claim is not None
    assert claim.text.startswith("they learned a new way")
    assert (claim.of_authors, claim.of_one) == (True, True)
    assert is_its_authors(passage, OF_ONE)
    assert not is_its_authors(passage, CONTENT)
    assert not is_its_authors(passage, replace(CONTENT, authors=("Ada Merrow", "Tom Garth")))


@pytest.mark.parametrize("line", ["Tom Garth", "## Tom Garth, engineer", "Tom, engineer"])
def test_a_portrait_under_a_name_is_not_the_authors(line: str) -> None:
    text = f"{TEXT}\n\n{line}\n\nI keep the pumps of the valley."
    passage = passages_of(text)[-1]
    assert not is_its_authors(passage, replace(OF_ONE, text=text))


def test_the_author_is_named_beside_what_they_say() -> None:
    start = TEXT.index(LEARNED)
    (angle,) = (
        one for one in angles_of(OF_ONE, ambassador(), Language.ENGLISH) if one.focus.start == start
    )
    text = draft(brief(OF_ONE, ambassador(), angle))
    assert "they learned a new way" in text
    assert "author" in text.casefold()
    assert all(
        one.focus != angle.focus for one in angles_of(CONTENT, ambassador(), CONTENT.language)
    )


def test_nobody_is_given_what_they_wrote_themselves() -> None:
    start = TEXT.index(LEARNED)
    own = ambassador(name="Ada Merrow")
    assert all(one.focus.start != start for one in angles_of(OF_ONE, own, Language.ENGLISH))


@pytest.mark.parametrize("said", ["I learned that disk I/O is slow.", "I read I, Robot."])
def test_an_i_that_is_nobody_is_never_them(said: str) -> None:
    assert as_reported_of_one(said) is None

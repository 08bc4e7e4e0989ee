"""A sentence that hangs on the one before it is not told alone; a mere tie is dropped."""

import pytest

from domain.language import Language
from personalizer.chaff import leans, tie_length
from personalizer.citing import told
from personalizer.clauses import has_finite_verb
from personalizer.headings import headings_of
from personalizer.passages import passages_of
from personalizer.reported import as_reported


@pytest.mark.parametrize(
    "sentence",
    [
        "Il s’agit d’un service qui liste les réglages de la presse.",
        "Pour les curieux, il s’agit d’un service de la presse.",
        "Pour donner ce context, les équipes ont une liste.",
        "Les équipes règlent ce moule avant le matin.",
        "Lorsque les sources sont des listes (noms, dates, etc.)",
        "Presse, mais les équipes la règlent.",
        "Not only is it humbling to work with the crew, but enlightening.",
        "Not only will the crew have a list, but a board.",
        "Standards, but they can be a start.",
        "Plaza and will host the crew of the day.",
        "If you don’t record that information during the run, the crew is lost.",
        "A careful list can help with this.",
        "The list puts the crew in a position to do that.",
        "Inspired by the method of Leeds, they only need one list.",
        "Explicitly build it into your plan of the year.",
    ],
)
def test_what_names_something_said_before_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lorsqu’il s’agit de régler la presse, les équipes ont une liste.",
        "Le réglage de ce matin a duré douze minutes.",
        "Les équipes savent ce qui compte dans la liste.",
        "Les équipes (de jour, de nuit, etc.) règlent la presse.",
        "Not only the crew but the apprentices read the list.",
        "The board says that information is kept for ten days.",
        "Make it possible for the apprentices to read the list.",
        "What the crew writes down is what counts.",
        "With the list, the apprentices know what they do.",
        "How it works is on the list of the crew.",
        "Leeds and York are the two plants of the crew.",
    ],
)
def test_what_says_its_own_thing_does_not_lean(sentence: str) -> None:
    assert not leans(sentence)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Consequently, there is no single way to set up a press.", "there is"),
        ("Along similar lines, a full crew is better than a small one.", "a full"),
        ("Most notably, the crew asks for small tasks.", "the crew"),
        ("More specifically, the crew wanted a market for parts.", "the crew"),
        ("Plus précisément, les équipes ont une liste.", "les équipes"),
        ("Remarque : la presse se règle le matin.", "la presse"),
        ("Note: the press is set up in the morning.", "the press"),
        ("Notably absent, the crew said nothing.", "Notably absent"),
    ],
)
def test_a_word_that_only_ties_is_dropped(sentence: str, rest: str) -> None:
    assert sentence[tie_length(sentence) :].startswith(rest)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A heading that no mark ends, then a sentence.
        (
            "The anatomy of a handoff between two plants\nWe hired a crew for the press of Leeds.",
            "We hired a crew for the press of Leeds.",
        ),
        # Lines that a lost link left short.
        (
            "Some parts can be made with the lists\nfrom the Draft\nStandards of the plant.",
            "Some parts can be made with the lists from the Draft Standards of the plant.",
        ),
        (
            "Since the start of the\nLeeds plant the crew has kept a list.",
            "Since the start of the Leeds plant the crew has kept a list.",
        ),
    ],
)
def test_a_line_goes_on_or_does_not(text: str, found: str) -> None:
    assert [one.text for one in passages_of(text)] == [found]


def test_a_glued_heading_reads_as_no_sentence() -> None:
    assert not passages_of("Migration Par contre la presse est plus longue à régler.")
    assert not passages_of("The anatomy of a handoff They hired a crew for the press.")
    assert passages_of("The crew of Great Yarmouth hired two people for the press.")


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Delivering software that will allow crews to set it up within hours.", False),
        ("The ambassadors: people who could help answer questions during the day.", False),
        ("Choosing a list that works is hard for the crew.", True),
        ("Lists that help crews are short.", True),
    ],
)
def test_a_described_noun_or_gerund_is_no_sentence(sentence: str, *, is_one: bool) -> None:
    assert has_finite_verb(sentence, Language.ENGLISH) is is_one


@pytest.mark.parametrize(
    ("sentence", "may_be"),
    [
        ("Designate a place at the plant where the crew can meet.", False),
        ("Star the quotes of the crew that you think are of value.", False),
        ("If the crew is late, consider asking the apprentices of the day.", False),
        ("If the crew is late, apprentices keep the list of the day.", True),
        ("During the night the crew keeps a list of the parts.", True),
        ("Choosing the list of the crew takes twelve minutes.", True),
        ("Apprentices keep the list of the crew for ten days.", True),
    ],
)
def test_an_order_is_not_reported(sentence: str, *, may_be: bool) -> None:
    (passage,) = passages_of(sentence)
    source = f"{sentence} So designate or star what apprentices do, choosing during the day."
    claim = told(passage, source, Language.ENGLISH)
    assert (claim is not None and claim.runs_on) is may_be


def test_the_us_are_nobodys() -> None:
    sentence = "Our crew was sent to the US Department of Trade by us."
    assert as_reported(sentence, Language.ENGLISH) == (
        "Their crew was sent to the US Department of Trade by them."
    )


def test_what_is_ours_alone_is_not_told_of_others_in_french() -> None:
    assert as_reported("On règle facilement nos presses.", Language.FRENCH) is None
    assert as_reported("Nous avons réglé nos presses.", Language.FRENCH) == (
        "Ils ont réglé leurs presses."
    )


@pytest.mark.parametrize("name", ["Table des matières", "Table of contents"])
def test_a_table_of_contents_is_no_part(name: str) -> None:
    text = f"La presse est réglée.\n\n{name}\n\nLes équipes ont une liste.\n"
    assert not any(headings_of(text, one) for one in Language)

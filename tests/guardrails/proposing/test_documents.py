"""Documents as people write them: what stands above a sentence is no part of it."""

from pathlib import Path

import pytest

from guardrails.proposing import Paragraph, read_policy
from guardrails.proposing.documents import _TITLES
from guardrails.proposing.sentences import norms

NORM = "You must never share customer names."


def texts(tmp_path: Path, markdown: str) -> list[str]:
    path = tmp_path / "policy.md"
    path.write_text(markdown, encoding="utf-8")
    return [one.text for one in read_policy(path)]


@pytest.mark.parametrize(
    "heading",
    [
        "## What you must keep for yourself\n",
        "# Secrets\n## Names\n",
        "**Names of customers**\n",
        "__Names of customers:__\n",
        "Names\n-----\n",
        "Names\n=====\n\n",
        "<h3 class='title'> <button type='button'>Names </button> </h3>\n",
        "<div id='a1' markdown=1>\n",
        "- Names\n- ",
    ],
)
def test_a_heading_is_not_glued_to_the_sentence_below(tmp_path: Path, heading: str) -> None:
    assert NORM in texts(tmp_path, f"Intro.\n{heading}{NORM}\n")


def test_a_sentence_over_several_lines_stays_whole(tmp_path: Path) -> None:
    wrapped = "You must never **share**\ncustomer names.\n"
    assert texts(tmp_path, wrapped) == [NORM]


def test_a_comparison_is_no_tag(tmp_path: Path) -> None:
    said = "Posts with < 3 hashtags and > 2 links must not be sent."
    assert texts(tmp_path, said) == [said]


@pytest.mark.parametrize(
    ("page", "apart"),
    [
        ("2. Names of customers\nYou must never share customer names.", True),
        ("Article 3 Noms des clients\nVous ne devez jamais citer un client.", True),
        ("CUSTOMER NAMES\nYou must never share customer names.", True),
        ("You must never share the names of\nCustomers of Ardemont.", False),
        ("You must never share more than\n3 Names of our customers.", False),
    ],
)
def test_a_title_of_a_page_is_told_by_its_number_or_capitals(page: str, *, apart: bool) -> None:
    assert ("\n\n" in _TITLES.sub(r"\n\g<0>\n", page)) is apart


@pytest.mark.parametrize(
    "sentence",
    [
        "“Do I need to ask before I must publish code?”",
        "« Pourquoi ne devrais-je pas demander un accord sur mon projet ? »",
        "Don't: You must come, this is my favourite event of the year!",
        "À éviter : vous devez absolument acheter ce produit, il est parfait.",
    ],
)
def test_a_quoted_question_and_a_bad_example_ask_nothing(sentence: str) -> None:
    assert list(norms([Paragraph(sentence, "paragraph 1")])) == []


@pytest.mark.parametrize(
    "sentence",
    ["You must not write “why not?” in a post.", "Do not share: customer names must stay inside."],
)
def test_a_sentence_that_holds_a_question_or_a_colon_still_asks(sentence: str) -> None:
    assert list(norms([Paragraph(sentence, "paragraph 1")]))

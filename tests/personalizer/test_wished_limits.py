"""Limits that an author sets a draft are kept where they can be, and told where not."""

import re
from dataclasses import replace

import pytest

from domain.language import Language
from domain.placeholders import placeholder
from personalizer.remarks import of_wishes
from personalizer.wished_limits import Limit, limits_in
from tests.fakes import ScriptedWriter
from tests.personalizer.articles import article, brief, colleagues
from tests.personalizer.test_offline_writer import draft
from tests.personalizer.workshop import GOOD, Workshop

pytestmark = pytest.mark.anyio
FR, EN = Language.FRENCH, Language.ENGLISH
BOTH = pytest.mark.parametrize("language", list(Language))


@pytest.mark.parametrize(
    ("wish", "limits"),
    [
        ("en 3 lignes max", [Limit(3, "line")]),
        ("cent mots", []),
        ("Moins de 80 mots stp", [Limit(80, "word")]),
        ("two short paragraphs", []),
        ("two paragraphs, 100 words max", [Limit(2, "paragraph"), Limit(100, "word")]),
        ("en une phrase", [Limit(1, "sentence")]),
        ("en un mot", []),
        ("in six lines", [Limit(6, "line")]),
        ("plus court", []),
    ],
)
def test_a_limit_is_a_number_of_something_written(wish: str, limits: list[Limit]) -> None:
    assert [*limits_in([wish])] == limits


def test_links_hashtags_and_what_is_to_be_filled_count_for_nothing() -> None:
    mark = placeholder("répondez en une phrase", Language.FRENCH)
    text = f"Deux mots.\n\n{mark}\n\nPar ici : https://a.example/b\n\n#Presse"
    assert Limit(2, "word").holds(text)
    assert not Limit(1, "word").holds(text)
    assert Limit(1, "line").holds(text)
    assert Limit(1, "sentence").holds(text)


@BOTH
def test_who_asks_for_one_sentence_is_given_as_few_as_a_draft_can_have(language: Language) -> None:
    (limit,) = limits_in(["en une phrase"])
    content, people = article(language), colleagues(8)
    plain = [draft(brief(content, one)) for one in people]
    texts = [draft(brief(content, one, wishes=("en une phrase",))) for one in people]
    assert sum(map(limit.holds, texts)) > sum(map(limit.holds, plain))


@BOTH
def test_who_asks_for_a_last_question_is_given_one(language: Language) -> None:
    wish, note = ("End with a question",), {FR: "Bravo à cette équipe.", EN: "Proud of this crew."}
    given = [brief(article(language), one, notes=(note[language],)) for one in colleagues(6)]
    wished = [replace(one, request=replace(one.request, wishes=wish)) for one in given]
    asking = [sum(re.search(r"\?\n", draft(one)) is not None for one in x) for x in (given, wished)]
    assert asking[0] == 0
    assert asking[1] > 1


def test_who_asks_for_tu_is_given_no_vous() -> None:
    content = article(Language.FRENCH)
    texts = [draft(brief(content, one, wishes=("tutoie les gens",))) for one in colleagues(12)]
    assert not any("vous" in text.split("[")[0].casefold().split() for text in texts)


async def test_the_remark_says_whether_a_limit_was_kept() -> None:
    notes = ("en une phrase", "100 mots max", "in french please")
    one, many, language = (await Workshop(ScriptedWriter([GOOD])).draft(notes=notes)).remarks
    assert "À reprendre vous-même\u00a0: 1 phrase au plus." in one.message.fr
    assert "Followed: at most 100 words." in many.message.en
    assert "langue se choisit" in language.message.fr


@BOTH
def test_only_a_french_draft_is_said_to_follow_a_tu(language: Language) -> None:
    asked = brief(article(language), colleagues(1)[0], wishes=("tutoie les gens",)).request
    (remark,) = of_wishes(asked, ["Un texte."])
    assert ("Suivi\u00a0: tutoiement." in remark.message.fr) is (language is FR)
    assert ("Followed" in remark.message.en) is (language is FR)
    assert "Left to you" not in remark.message.en

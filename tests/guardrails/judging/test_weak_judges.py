"""Ten questions answered in the manner of a small model: what is clear counts, nothing else does.

An assistant wrote the answers (2026-11-29) from the rendered questions, before any line of the
judge was changed for them. Where the model is asked again for the shape it says the same again.
"""

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Finding
from tests.guardrails.judging.test_judge import CIRCUMSTANCES, JUDGED, judge_of
from tests.guardrails.judging.test_judge import GUARD as LOADED
from tests.openai_server import OpenAIServer
from tests.personalizer.adapters.talking import connected

pytestmark = pytest.mark.anyio

MARK = "7c1e"
CLAUSES = [one.clause for one in LOADED.clauses if one.clause.id in JUDGED][:4]
PRESSED = {
    Language.FRENCH: "Je travaille chez Ardemont. Collègues, j'attends vos partages avant midi.",
    Language.ENGLISH: "I work at Ardemont. Colleagues, I expect your shares before noon.",
}
QUOTES = {
    Language.FRENCH: "Collègues, j'attends vos partages avant midi.",
    Language.ENGLISH: "Colleagues, I expect your shares before noon.",
}
EXACT = """{"verdicts": [
  {"clause": "CH-03#7c1e", "verdict": "keeps", "quote": ""},
  {"clause": "CH-04#7c1e", "verdict": "breaks", "quote": "QUOTE"},
  {"clause": "CH-05#7c1e", "verdict": "keeps", "quote": ""},
  {"clause": "CH-07#7c1e", "verdict": "keeps", "quote": ""}
]}"""
KEPT, BROKEN, UNEXAMINED = "kept", "broken", "unexamined"
ALL = (KEPT, BROKEN, KEPT, KEPT)
NONE = (UNEXAMINED,) * 4

ANSWERS: dict[str, tuple[Language, str, tuple[str, ...]]] = {
    "in a fence, with talk around": (
        Language.FRENCH,
        f"Voici mon analyse du post :\n\n```json\n{EXACT}\n```\n\nLe post presse des collègues.",
        ALL,
    ),
    "without the quotations of what is kept": (
        Language.FRENCH,
        EXACT.replace(', "quote": ""', ""),
        ALL,
    ),
    "as a bare list": (
        Language.FRENCH,
        EXACT.removeprefix('{"verdicts": ').removesuffix("}"),
        ALL,
    ),
    "by clause": (
        Language.FRENCH,
        """{"verdicts": {"CH-03#7c1e": "keeps",
        "CH-04#7c1e": {"verdict": "breaks", "quote": "QUOTE", "explication": "pression"},
        "CH-05#7c1e": {"verdict": "keeps", "quote": ""},
        "CH-07#7c1e": {"verdict": "keeps", "quote": "", "confiance": 0.9},}}""",
        ALL,
    ),
    "in capitals, with nulls": (
        Language.ENGLISH,
        EXACT.replace('"keeps"', '"Keeps"').replace('"breaks"', '"BREAKS"').replace('""', "null"),
        ALL,
    ),
    "with prose in the verdict": (
        Language.ENGLISH,
        EXACT.replace('"keeps"', '"keeps, I think: nothing here breaks it"').replace(
            '"breaks"', '"breaks (it presses colleagues)"'
        ),
        (UNEXAMINED, BROKEN, UNEXAMINED, UNEXAMINED),
    ),
    "with probabilities": (
        Language.ENGLISH,
        EXACT.replace('"keeps"', "0.05").replace('"breaks"', "0.92"),
        NONE,
    ),
    "by ids without their mark": (Language.FRENCH, EXACT.replace("#7c1e", ""), NONE),
    "not applicable": (
        Language.ENGLISH,
        EXACT.replace('03#7c1e", "verdict": "keeps"', '03#7c1e", "verdict": "N/A"')
        .replace('07#7c1e", "verdict": "keeps"', '07#7c1e", "verdict": null'),
        (UNEXAMINED, BROKEN, KEPT, UNEXAMINED),
    ),
    "of two clauses, and of one nobody asked about": (
        Language.FRENCH,
        """{"verdicts": [{"clause": "CH-04#7c1e", "verdict": "breaks", "quote": "QUOTE"},
        {"clause": "CH-05#7c1e", "verdict": "keeps", "quote": ""},
        {"clause": "CH-99#7c1e", "verdict": "keeps", "quote": ""}]}""",
        (UNEXAMINED, BROKEN, KEPT, UNEXAMINED),
    ),
}  # fmt: skip
HONEST = 8
"""So many of the ten say something clear of the clauses asked about, if in another shape.

Of these eight, two could be read before shapes were tolerated; the other two leave all open.
"""


def read(found: tuple[Finding, ...] | None) -> str:
    return UNEXAMINED if found is None else BROKEN if found else KEPT


async def judged(server: OpenAIServer, language: Language, content: str) -> tuple[str, ...]:
    server.say(content.replace("QUOTE", QUOTES[language]))
    async with connected(server) as model:
        judge = judge_of(model, mark=MARK)
        found = await judge.judge(CLAUSES, Draft(PRESSED[language], language), CIRCUMSTANCES)
    return tuple(read(found[clause.id]) for clause in CLAUSES)


@pytest.mark.parametrize(("language", "content", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
async def test_what_a_small_model_says_clearly_counts_and_nothing_else_does(
    server: OpenAIServer, language: Language, content: str, expected: tuple[str, ...]
) -> None:
    assert await judged(server, language, content) == expected


def test_what_is_left_open_is_left_open_in_the_table_too() -> None:
    open_ = [name for name, (_, _, expected) in ANSWERS.items() if expected == NONE]
    assert len(ANSWERS) == 10
    assert len(ANSWERS) - len(open_) == HONEST


@pytest.mark.parametrize(
    "verdict",
    ["keeps?", "keeps not", "does not break", "mostly keeps", "keeps breaks", "oui", "ok", "", " "],
)
async def test_no_other_word_is_taken_for_keeping(server: OpenAIServer, verdict: str) -> None:
    content = EXACT.replace('"keeps"', f'"{verdict}"')
    found = await judged(server, Language.FRENCH, content)
    assert KEPT not in found

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

import api.pages
from api import problem_words
from api.pages.messages import messages_in
from domain.language import Language

FRENCH, ENGLISH = messages_in(Language.FRENCH), messages_in(Language.ENGLISH)
FOLDER = Path(api.pages.__file__).parent
SOURCES = [*FOLDER.glob("*.py"), *FOLDER.glob("templates/*.html")]
WRITTEN = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
WHOLE = set(re.findall(r'["\']([a-z_]+(?:\.[a-z0-9_]+)+)["\']', WRITTEN))
BEGUN = set(re.findall(r'["\']([a-z_]+(?:\.[a-z_]+)*\.)["\'{]', WRITTEN))
# Made from their parts, or read by the script.
MADE = ("purpose.", "welcome.", "suggestions.cold.", "problem.", "drafts.", "verdict.", "field.")
# Of reasons that the service gives.
REFUSED = tuple(f"{form}.refused." for form in ("campaigns", "newsroom_edit", "plan", "insights"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert set(FRENCH.texts) == set(ENGLISH.texts)


def test_a_text_has_the_same_places_in_both_languages() -> None:
    assert not {
        key for key, text in FRENCH.texts.items() if places(text) != places(ENGLISH.texts[key])
    }


def test_french_is_set_as_french_is() -> None:
    wrong = re.compile(r"(?<=\w)'|[ ][;:!?»%]|«[ ]|\"")
    assert not [key for key, text in FRENCH.texts.items() if wrong.search(text)]


def test_english_has_its_own_quotation_marks() -> None:
    wrong = re.compile(r"(?<=\w)'|\"|«| [;:!?]")
    assert not [key for key, text in ENGLISH.texts.items() if wrong.search(text)]


def test_every_text_is_said_somewhere() -> None:
    begun = (*BEGUN, *MADE, *REFUSED)
    counted = {f"{key}.{form}" for key in WHOLE for form in ("one", "many")}
    unsaid = {
        key for key in FRENCH.texts if key not in WHOLE | counted and not key.startswith(begun)
    }
    assert not unsaid


def test_every_text_that_a_page_names_is_there() -> None:
    named = set(re.findall(r'\bt(?:\.counted)?\(\s*"([a-z_.0-9]+[a-z0-9])"\s*[,)]', WRITTEN))
    assert len(named) > 100
    there = set(FRENCH.texts) | {key.rpartition(".")[0] for key in FRENCH.texts}
    assert not named - there


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (0, "0 contenu", "0 contents"),
        (1, "1 contenu", "1 content"),
        (2, "2 contenus", "2 contents"),
    ],
)
def test_french_counts_none_as_one(count: int, french: str, english: str) -> None:
    assert FRENCH.counted("newsroom.total", count) == french
    assert ENGLISH.counted("newsroom.total", count) == english


@pytest.mark.parametrize(
    ("texts", "other"),
    # What a charter is made of is a clause; the rules of a model's own house are its rules.
    [(FRENCH.texts, r"\brègles?\b"), (ENGLISH.texts, r"\brules?\b(?! (?:it )?out)")],
)
def test_a_part_of_the_charter_has_one_name(texts: dict[str, str], other: str) -> None:
    named = {
        key
        for key, text in texts.items()
        if re.search(other, re.sub(r"\{\w+\}", "", text), re.IGNORECASE)
    }
    assert named <= {"purpose.model.kept", "severity.block", "verdict.block_text"}


def test_a_purpose_has_one_name_on_the_pages_and_in_problems() -> None:
    said = yaml.safe_load(problem_words.WORDS.read_text(encoding="utf-8"))["details"]
    of_purposes = [one["fr"] for one in said if "the purpose" in one["en"]]
    assert len(of_purposes) == 4
    assert all("la finalité" in one for one in of_purposes)

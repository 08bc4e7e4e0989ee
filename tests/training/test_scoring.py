"""The recipes of the scorers on a small slice: they learn, twice the same, never from tests."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.sets.charter_cases import cases
from domain.drafts import Draft
from domain.language import Language
from guardrails.learned.model import Kind, Model
from guardrails.learned.weighing import weighed
from guardrails.reading import Reading
from training.scoring import respect, rules
from training.scoring.material import TEXTS, Text, respect_posts, written
from training.scoring.matrices import Sizes

SMALL = Sizes(stems=2**11, ideas=2**9, directions=20)
RULE = "CH-23"
PLAIN = (
    "La réunion de lundi est déplacée à mardi.",
    "The guide to the new screen is online.",
    "Notre équipe relit la notice avant la livraison.",
    "The workshop opens at nine on Thursdays.",
)


def plain() -> Iterator[Text]:
    for number, text in enumerate(PLAIN * 25):
        language = Language.FRENCH if text[0] in "LN" else Language.ENGLISH
        yield Text(text, language, number % 5, source="own")


def of_rules() -> list[Text]:
    return [*(one for one in written() if one.rule == RULE), *plain()]


def of_respect() -> list[Text]:
    posts = list(respect_posts())
    mentions = (
        Text(one.text, one.language, one.fold, "neutral_mention", source="frames")
        for one in posts[::2]
        if not one.breaks
    )
    clean = (Text(one.text, one.language, one.fold, source="clean") for one in plain())
    return [*posts, *mentions, *clean]


MAKING: list[tuple[Kind, Callable[..., None], Callable[[], list[Text]]]] = [
    ("rules", rules.make, of_rules),
    ("respect", respect.make, of_respect),
]


def highest(model: Model, text: Text) -> float:
    found = weighed(Reading(Draft(text.text, text.language)), model)
    return max((one.scores[0] for one in found), default=-9.0)


def mean(model: Model, texts: Sequence[Text]) -> float:
    return sum(highest(model, one) for one in texts) / len(texts)


@pytest.mark.parametrize(("kind", "make", "texts"), MAKING)
def test_a_small_slice_learns_to_tell_what_breaks_from_what_keeps_twice_the_same(
    kind: Kind,
    make: Callable[..., None],
    texts: Callable[[], list[Text]],
    tmp_path: Path,
) -> None:
    folders = [tmp_path / "one", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
        make(texts(), folder, SMALL, 500)
    for name in (f"{kind}.json", f"{kind}.weights"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()
    model = Model.read(kind, folders[0])
    written_for_it = [one for one in texts() if one.source in {"written", "posts"}]
    breaking = [one for one in written_for_it if one.breaks]
    keeping = [one for one in written_for_it if not one.breaks]
    assert mean(model, breaking) > mean(model, keeping) + 0.5
    card = json.loads((folders[0] / f"{kind}.json").read_text(encoding="utf-8"))
    (levels,) = card["thresholds"].values()
    assert levels["0.002"] <= levels["0.001"] <= levels["0"]


@pytest.mark.parametrize(("make", "texts"), [one[1:] for one in MAKING])
def test_a_recipe_refuses_a_text_that_only_measures(
    make: Callable[..., None], texts: Callable[[], list[Text]], tmp_path: Path
) -> None:
    measured = next(islice(cases(Language.FRENCH, "sensitive"), 3, None)).text
    slipped = Text(f" {measured.upper()} ", Language.FRENCH, 0, "CH-14", breaks=True)
    with pytest.raises(ValueError, match="1 texts only measure"):
        make([*texts(), slipped], tmp_path, SMALL, 500)
    assert list(tmp_path.iterdir()) == []


def test_no_text_written_to_learn_from_stands_twice_with_two_answers() -> None:
    answers = dict[tuple[str, str], bool]()
    for one in written():
        assert answers.setdefault((one.rule, one.text), one.breaks) is one.breaks, one.text


# Grades of sentences carry no text: one file a language.
HALVED = [path for path in sorted(TEXTS.glob("*.jsonl")) if "_grades." not in path.name]


@pytest.mark.parametrize("path", HALVED, ids=lambda path: path.name)
def test_texts_to_learn_from_are_half_in_each_language(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    french = sum(row["language"] == "fr" for row in rows) / len(rows)
    assert 0.4 < french < 0.6

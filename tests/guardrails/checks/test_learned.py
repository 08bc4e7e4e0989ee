import json
from dataclasses import replace
from operator import gt
from pathlib import Path
from typing import Literal

import pytest

from domain.drafts import Draft
from domain.language import Bilingual, Language
from domain.review import Circumstances, Severity, Source
from guardrails.catalogue import build_rules
from guardrails.checks.learned import Learned
from guardrails.checks.unnamed import Unnamed
from guardrails.learned import guesses, is_installed, likely_guesses, model
from guardrails.learned.model import FOLDER, Model
from guardrails.learned.tokens import Token
from guardrails.reading import Reading
from tests.builders import circumstances, organization
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import clauses

REPAIR = Bilingual(fr="Autrement.", en="Otherwise.")
GREEN = Learned(clause="CH-23", severity=Severity.BLOCK, scorer="CH-23", repair=REPAIR)
LOYAL = Learned(clause="CH-17", severity=Severity.WARN, scorer="CH-17", repair=REPAIR)


class TestContract(RuleContract):
    def rule(self) -> Learned:
        return GREEN


def found(text: str, check: Learned = GREEN, asked: Circumstances | None = None) -> list[str]:
    reading = Reading(Draft(text, Language.FRENCH))
    spans = [one.span for one in check.inspect(reading, asked or circumstances())]
    return [reading.slice(span) for span in spans if span]


def test_it_finds_what_no_list_spells_out_and_points_at_the_sentence() -> None:
    text = "Bonjour à tous. Notre lessive aime la planète et les océans vous disent merci."
    assert found(text) == ["Notre lessive aime la planète et les océans vous disent merci."]


@pytest.mark.parametrize(
    "text",
    [
        "Notre lessive lave à 20 degrés, selon la notice.",
        "La réunion de lundi est déplacée à mardi.",
        "",
    ],
)
def test_it_leaves_ordinary_sentences_alone(text: str) -> None:
    assert found(text) == []


def test_it_says_that_it_guesses_in_both_languages_and_how_to_repair() -> None:
    reading = Reading(Draft("Our soap loves the planet and the oceans.", Language.ENGLISH))
    (finding,) = GREEN.inspect(reading, circumstances())
    assert "supposition" in finding.message.fr
    assert "guess" in finding.message.en
    assert finding.suggestion == "Otherwise."
    assert "what the rule stops" in finding.message.en


def test_what_is_wrong_and_how_to_repair_it_are_two_sentences() -> None:
    guessing = [
        one
        for clause in clauses().values()
        for one in build_rules(clause, key=b"a test's key")
        if isinstance(one, Learned)
    ]
    for one in guessing:
        assert one.resembles.fr not in ("ce que la règle écarte", one.repair.fr)
        assert one.resembles.en not in ("what the rule stops", one.repair.en)
    assert len({one.resembles.en for one in guessing}) == len(guessing)


@pytest.mark.parametrize(
    "text",
    [
        "Our soap loves the planet and the oceans.",
        "The kindest detergent the rivers ever met, says our whole team.",
        "Buy two bottles and the sea is cleaner.",
    ],
)
def test_in_doubt_it_only_remarks(text: str) -> None:
    reading = Reading(Draft(text, Language.ENGLISH))
    card = model("rules").card
    level = card.thresholds["CH-23"]
    score = max(one.scores[card.scorers.index("CH-23")] for one in guesses(reading, "rules"))
    weights = [one.severity for one in GREEN.inspect(reading, circumstances())]
    sure = [Severity.BLOCK] if score > level["0"] else [Severity.WARN]
    assert weights == (sure if score > level["0.002"] else [])


def test_a_clause_for_drafts_leaves_texts_of_ones_own_alone() -> None:
    check = Learned(
        clause="CH-23", severity=Severity.WARN, scorer="CH-23", repair=REPAIR, only_when="drafted"
    )
    text = "Notre lessive aime la planète et les océans vous disent merci."
    assert found(text, check) == []
    assert found(text, check, circumstances(draft_share=0.9)) == [text]


def test_a_clause_on_frozen_topics_sleeps_while_none_is_frozen() -> None:
    check = Learned(
        clause="CH-23", severity=Severity.WARN, scorer="CH-23", repair=REPAIR, only_when="frozen"
    )
    text = "Notre lessive aime la planète et les océans vous disent merci."
    frozen = circumstances(organization=organization(frozen_topics=("panne",)))
    assert found(text, check, circumstances(organization=organization(frozen_topics=()))) == []
    assert found(text, check, frozen) == [text]


def test_a_client_who_agreed_may_be_named() -> None:
    check = Learned(
        clause="CH-12",
        severity=Severity.ASK,
        scorer="CH-23",
        repair=REPAIR,
        spares_allowed_clients=True,
    )
    text = "Notre lessive aime la planète et les océans vous disent merci, Ateliers Morel."
    agreed = circumstances(organization=organization(clients_allowed=("Ateliers Morel",)))
    assert found(text, check, circumstances(organization=organization(clients_allowed=())))
    assert found(text, check, agreed) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("She is a disabled woman who runs marathons.", " Julie filmed it."),
        ("He's a black man and a doctor.", " A colleague of ours."),
    ],
)
def test_an_identity_of_nobody_in_particular_is_no_guess(text: str, named: str) -> None:
    (check,) = (
        one
        for one in build_rules(clauses()["CH-14"], key=b"a test's key")
        if isinstance(one, Learned)
    )
    alone = circumstances(source=None)
    assert found(text, replace(check, unnamed=Unnamed()), alone)
    assert found(text, check, alone) == []
    assert found(text, check, circumstances(source=Source("Julie Keller runs."))) != []
    assert found(text + named, check, alone) != []


def test_a_scorer_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="there are CH-03"):
        Learned(clause="CH-99", severity=Severity.WARN, scorer="CH-99", repair=REPAIR)


def test_sure_is_never_surer_than_in_doubt() -> None:
    with pytest.raises(ValueError, match="smaller share"):
        Learned(
            clause="CH-23",
            severity=Severity.WARN,
            scorer="CH-23",
            repair=REPAIR,
            doubt_at="0",
            sure_at="0.002",
        )


@pytest.mark.parametrize("kind", ["rules"])
def test_weights_that_are_not_those_of_the_card_are_refused(kind: str, tmp_path: Path) -> None:
    assert is_installed("rules")
    (tmp_path / f"{kind}.json").write_bytes((FOLDER / f"{kind}.json").read_bytes())
    weights = bytearray((FOLDER / f"{kind}.weights").read_bytes())
    weights[-1] ^= 1
    (tmp_path / f"{kind}.weights").write_bytes(bytes(weights))
    with pytest.raises(ValueError, match="train it again"):
        Model.read("rules", tmp_path)


def test_every_scorer_has_its_thresholds_and_the_surer_one_is_higher() -> None:
    card = model("rules").card
    for scorer in card.scorers:
        levels = card.thresholds[scorer]
        assert levels["0.002"] <= levels["0.001"] <= levels["0"], scorer


@pytest.mark.parametrize("name", ["rules", "respect"])
def test_where_a_model_has_its_directions_from_is_on_record(name: str) -> None:
    manifest = json.loads(Path("recommender/encoder/manifest.json").read_text(encoding="utf-8"))
    learned_from, digest = model(name).card.encoder.rsplit("-", 1)
    assert learned_from == manifest["name"]
    told = Path("training/README.md").read_text(encoding="utf-8")
    assert digest in told, "training/README.md says why they are not learned from another encoder"


@pytest.mark.parametrize(
    "doubtful", ["Buy two bottles and the sea is cleaner.", "Our soap is kind to the planet."]
)
def test_the_longer_a_text_the_surer_a_guess_must_be(doubtful: str) -> None:
    ordinary = " The meeting of Monday moves to Tuesday. We fixed two bugs in the tool."

    def told(text: str) -> list[Severity]:
        reading = Reading(Draft(text, Language.ENGLISH))
        return [one.severity for one in GREEN.inspect(reading, circumstances())]

    assert told(doubtful) == [Severity.WARN]
    assert told(doubtful + ordinary) == []


def test_what_is_sure_is_told_in_a_long_text_too() -> None:
    text = "La réunion de lundi est déplacée à mardi. Notre lessive aime la planète et les océans."
    assert found(text + " Deux défauts sont corrigés. Merci à l’équipe.") != []


@pytest.mark.parametrize("kind", ["rules", "respect"])
def test_what_no_scorer_is_in_doubt_about_is_left_out_and_nothing_else(
    kind: Literal["rules", "respect"],
) -> None:
    card = model(kind).card
    lowest = [min(card.thresholds[scorer].values()) for scorer in card.scorers]
    likely = 0
    for text in (one.text for clause in clauses().values() for one in clause.examples):
        reading = Reading(Draft(text, Language.FRENCH))
        every = list(guesses(reading, kind))
        kept = [one for one in every if any(map(gt, one.scores, lowest))]
        likely_ones = likely_guesses(reading, kind)
        assert likely_ones.guesses == tuple(kept)
        assert likely_ones.weighed >= len(every)
        likely += len(kept)
    assert likely > 0


def test_words_are_not_kept_without_bound() -> None:
    words = Model.read("respect").words(Language.FRENCH)
    for number in range(33_000):
        words[Token(f"mot{number}")]
    assert len(words) <= 32_768


def test_no_words_that_follow_each_other_are_kept() -> None:
    respect = Model.read("respect")
    respect.whole({"ne _ pas", "+nvieux", f"-f{'a' * 30}"})
    assert set(respect.kept) == {"+nvieux"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("text", ["a" * 3_000, "word " * 60, "mot " * 60, "ha" * 500])
def test_what_is_no_language_resembles_nothing(text: str, language: Language) -> None:
    reading = Reading(Draft(f"Ardemont. {text}", language))
    rules = [one for clause in clauses().values() for one in build_rules(clause, key=b"a key")]
    learned = [one for one in rules if isinstance(one, Learned)]
    assert learned
    assert [list(one.inspect(reading, circumstances())) for one in learned] == [[]] * len(learned)

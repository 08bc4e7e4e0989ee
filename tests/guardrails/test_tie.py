"""Authors whom no form and no sign knows, and the nearest to them who belong elsewhere."""

import json
import time
from pathlib import Path

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.belonging import tie as judged
from guardrails.belonging.shown import shown
from guardrails.disclosure import disclosures, first_disclosure
from guardrails.reading import Reading

BREWERY = Organization(name="Brasserie Hautval", aliases=("Hautval",))

INSIDE = [
    ("fr", "Salle de brassage, Hautval, 4 h du matin. Mon casque, mes bottes et la cuve 4."),
    ("fr", "Je range les fûts dans la cave de Hautval. Mon dos le sait, mes gants aussi."),
    ("en", "Night shift, Hautval, tank 4. We've rinsed it three times and my boots are soaked."),
    ("en", "I turn the casks in the cellar of Hautval. My knees count every step."),
    ("en", "The quietest room in Hautval is mine. Yeast lab: one bench, no windows."),
    (
        "fr",
        "Deux nuits que la cuve 4 de Hautval me tient debout. Mon carnet est plein.",
    ),
]
OUTSIDE = [
    ("fr", "Ma sœur brasse chez Hautval. Moi je bois, je suis notaire."),
    ("fr", "La bière de Hautval est fraîche, légère, à deux euros. Allez la goûter ce soir !"),
    ("fr", "Je ne travaille pas chez Hautval. Leur cuve neuve est belle et mon carnet est plein."),
    ("fr", "J'ai postulé à la Brasserie Hautval. Mon casque est prêt, mes bottes aussi."),
    ("en", "I'm a brewer at another house. The new cellar at Hautval makes my gloves itch."),
    ("fr", "Vous hésitez ? La cave de Hautval vous attend, quai 4. Ma soirée y était parfaite."),
    ("en", "Hautval opens its cellar on Saturday. Six beers, two cheeses, no queue."),
    ("en", "My brother works the night shift at Hautval. His boots dry in my kitchen."),
    ("en", "I'm not a cellar hand at Hautval. The night shift there still makes my boots itch."),
    ("en", "As a customer I love Hautval. My fridge holds two crates."),
]


def reading_of(language: str, text: str) -> Reading:
    return Reading(Draft(text, Language(language)))


def discloses(language: str, text: str) -> bool:
    return first_disclosure(reading_of(language, text), BREWERY, is_named=True) is not None


@pytest.mark.parametrize(("language", "text"), INSIDE)
def test_an_author_is_seen_to_belong_by_all_that_stands_around_the_name(
    language: str, text: str
) -> None:
    assert discloses(language, text)


@pytest.mark.parametrize(("language", "text"), OUTSIDE)
def test_outsiders_with_the_same_words_are_not(language: str, text: str) -> None:
    assert not discloses(language, text)


def test_one_sentence_alone_is_not_weighed() -> None:
    found = shown(reading_of("en", "I turn the casks in the cellar of Hautval."), BREWERY)
    assert found is not None
    assert not found.may_tell


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La ligne ne tient pas sans moi. Chez Hautval, je lave la cuve 4 et mes bottes."),
        ("fr", "Nous cherchons une cheffe d'équipe à Dole. Hautval forme les débutants."),
        ("en", "The Hautval handbook has no chapter on this. I asked my boss, twice."),
        ("en", "I staff the till at Hautval, and so, some day, will my daughter. It beeps."),
    ],
)
def test_a_no_and_a_relative_behind_the_name_close_no_door(language: str, text: str) -> None:
    found = shown(reading_of(language, text), BREWERY)
    assert found is not None
    assert found.may_tell


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ma sœur brasse chez Hautval. Mes bottes sont mouillées."),
        ("fr", "Je suis brasseur chez Norvia. Hautval nous a prêté une cuve."),
        ("en", "I'm the brewer at Norvia. Hautval lent us a tank."),
        ("en", "Hautval is not my employer. My boots are wet all the same."),
        ("en", "The casks are turned at Hautval. Nobody counts the steps."),
    ],
)
def test_a_denial_a_relative_another_job_or_nobody_at_all_closes_it(
    language: str, text: str
) -> None:
    found = shown(reading_of(language, text), BREWERY)
    assert found is not None
    assert not found.may_tell


PUMPS = Organization(name="Groupe Sorel", products=("Orfane", "pompe 3"))


def test_a_product_is_read_where_the_company_is_not_named() -> None:
    text = "My team makes the Orfane. When it hums, I don't sleep at night."
    found = shown(reading_of("en", text), PUMPS)
    assert found is not None
    assert found.words[:5] == ["my", "team", "makes", "the", "_name"]
    assert shown(reading_of("en", text.replace("Orfane", "orfane")), PUMPS) is None
    assert shown(reading_of("en", text), BREWERY) is None


def test_no_name_and_no_figure_is_a_word() -> None:
    found = shown(reading_of("en", "Call Karim at Hautval. I owe him 12 crates."), BREWERY)
    assert found is not None
    assert found.words == [
        *("call", "_somebody", "at", "_name", ".", "i", "owe", "him", "_number", "crates", "."),
    ]
    assert found.own == ["owe", "him", "_number"]


def test_odds_are_the_same_in_any_order() -> None:
    found = shown(reading_of("en", INSIDE[2][1]), BREWERY)
    assert found is not None
    known = judged.judge()
    turned = judged.Judge(
        known.bias,
        known.thresholds,
        dict(sorted(known.weights.items(), reverse=True)),
        known.leanings,
    )
    assert turned.odds(found) == known.odds(found)


def test_nothing_is_shown_where_the_company_is_not_named() -> None:
    assert shown(reading_of("en", "I turn the casks. My knees count."), BREWERY) is None


def test_the_place_that_tells_is_the_name() -> None:
    _, text = INSIDE[0]
    (span,) = disclosures(reading_of("fr", text), BREWERY)
    assert text[span.start : span.end] == "Hautval"


def test_a_judge_that_was_changed_by_hand_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = json.loads(judged.ARTEFACT.read_text(encoding="utf-8"))
    (tmp_path / "tie.json").write_text(
        json.dumps(told | {"thresholds": {"fr": -9, "en": -9}}), encoding="utf-8"
    )
    monkeypatch.setattr(judged, "ARTEFACT", tmp_path / "tie.json")
    judged.judge.cache_clear()
    with pytest.raises(ValueError, match="trained"):
        judged.judge()
    judged.judge.cache_clear()


@pytest.mark.parametrize("piece", ["Hautval, ", "my boots ", "I turn ", "(", "\n", ". "])
def test_a_flood_takes_no_time(piece: str) -> None:
    reading = reading_of("en", f"Hautval. {piece * 20_000} Hautval")
    began = time.process_time()
    shown(reading, BREWERY)
    assert time.process_time() - began < 2

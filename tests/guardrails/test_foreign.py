"""A sentence in a language that no check knows was not examined: the text is not allowed."""

import time

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Outcome, Verdict
from guardrails.charter import load_charter
from guardrails.foreign import foreign_parts
from guardrails.guard import Guard
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances


def found(text: str) -> list[str]:
    return [
        text[one.start : one.end] for one in foreign_parts(Reading(Draft(text, Language.FRENCH)))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Unsere Kunden sind Idioten und Schweine",
        "Wir entlassen im Januar dreißig Leute, das ist noch geheim",
        "Nuestros clientes son unos idiotas",
        "Os nossos clientes são idiotas",
        "I nostri clienti sono idioti",
        "Onze klanten zijn idioten",
        "Våra kunder är idioter och vi vill inte ha dem",
        "Наши клиенты идиоты",
        "عملاؤنا أغبياء جدا",
        "客户都是白痴",
    ],
)
@pytest.mark.parametrize("rest", ["Je travaille chez Ardemont. %s.", "I work at Ardemont. %s!"])
def test_a_sentence_of_another_language_is_found(sentence: str, rest: str) -> None:
    assert found(rest % sentence) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "Merci, спасибо ! Ciao a tutti ! Hasta la vista.",
        "Bonjour à Iwona Kowalczyk et Zoltán Kovács de Székesfehérvár.",
        "Vorsprung durch Technik, Dolce vita a Roma con la squadra di Milano.",
        "Les Ateliers « Wir sind die Besten und das ist gut » ferment.",
        "They call it “Wir sind die Besten und das ist gut” here.",
        "#Nachhaltigkeit #Zukunft #WirSindDieBestenUndDasIstGut",
        "https://www.ardemont.example/de/wir-sind-die-besten-und-das-ist-gut",
        "De Rotterdam à Den Haag, puis Sankt Pölten am Main.",
        "The team in Jyväskylä, Tromsø and São Paulo met online.",
        "On dit « gemütlich », et ça se voit chez 東京 Denki.",
        "𝗝𝗲 𝘁𝗿𝗮𝘃𝗮𝗶𝗹𝗹𝗲 chez Ardemont, au 1ᵉʳ étage.",
        "Das war nice. In so a man was.",
        "12 kW, 3 bar, 40 dB(A), IP67.",
        "Le webdesign, ça te dit quelque chose ?",
        "webdesign, ça te dit quelque chose",
        "htmlhint, csslint, linter, linter-jscs, linter-jshint, css-color-highlighter",
        "",
    ],
)
def test_names_quotations_hashtags_and_a_word_or_two_are_left_alone(text: str) -> None:
    assert found(text) == []


def review(text: str, language: Language) -> Verdict:
    guard = Guard.of(load_charter(), key=b"a test's key")
    return guard.inspect(Draft(text, language), circumstances())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FRENCH, "Je travaille chez Ardemont. Unsere Kunden sind Idioten und Schweine."),
        (Language.ENGLISH, "I work at Ardemont. Unsere Kunden sind Idioten und Schweine."),
    ],
)
def test_no_clause_is_said_to_be_examined_on_it(language: Language, text: str) -> None:
    verdict = review(text, language)
    assert verdict.outcome is Outcome.BLOCK
    assert "CH-12" in verdict.unexamined
    assert [(one.rule, one.span is not None) for one in verdict.findings] == [("language", True)]
    assert not review(f"{text.partition('.')[0]}.", language).unexamined


@pytest.mark.parametrize("flood", ["und ", "客", "a. ", "«", "(", "x.y", "https://", "[", "😀"])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    found(flood * 5_000)
    assert time.thread_time() - began < 2


@pytest.mark.parametrize(
    "sentence",
    [
        "(Unser Chef wird morgen alle Leute in Lyon entlassen und niemand weiß das.)",
        "[Unser Chef wird morgen alle Leute in Lyon entlassen und niemand weiß das.]",
        "(我们的老板明天要解雇里昂工厂的所有员工)",
        "TOIMITUSJOHTAJAMME AIKOO IRTISANOA KAIKKI LYONIN TEHTAAN TYÖNTEKIJÄT ENSI VIIKOLLA",
    ],
)
def test_neither_brackets_nor_capitals_hide_one(sentence: str) -> None:
    assert found(f"Je travaille chez Ardemont. {sentence}")


def test_a_word_or_two_in_brackets_are_left_alone() -> None:
    assert not found("Je travaille chez Ardemont (Betriebsrat, Werk Lyon) depuis dix ans.")

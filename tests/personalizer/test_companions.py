"""Sentences that are told together: what completes another one is told with it, and once."""

import time

import pytest

from domain.content import ContentItem
from domain.language import Language
from guardrails.platform_rules import length_on
from personalizer.antecedents import takes_up
from personalizer.carriers import carriers_of
from personalizer.companions import continued
from personalizer.offline.engine import first_draft
from personalizer.passages import passages_of
from personalizer.worth import point
from personalizer.worth.features import stems_of
from tests.builders import ambassador, item
from tests.personalizer.articles import allocated, colleagues

FR, EN = Language.FRENCH, Language.ENGLISH
LEANING = {
    FR: (
        "La caisse de retour fait économiser 84 000 euros de carton par an à la plateforme.",
        "Elle servira d’abord à payer les deux laveuses de la zone de quai.",
    ),
    EN: (
        "The return crate saves the depot 84,000 pounds of cardboard a year.",
        "It will pay for the two washing machines of the loading bay first.",
    ),
}
COMPLETED = {
    FR: (
        "Le lundi matin, les caisses revenaient pleines.",
        "En novembre 2024, elles revenaient remplies à 38 % sur les mêmes tournées du dépôt.",
    ),
    EN: (
        "In May and June the lorries came back full.",
        "Between October and February they came back 38% full, on the same rounds of the depot.",
    ),
}


def content(language: Language, *sentences: str) -> ContentItem:
    return item(text=" ".join(sentences), language=language, title="Dépôt" * (language is FR))


def told_together(one: ContentItem) -> list[tuple[str, ...]]:
    return [
        tuple(each.text for each in carrier.sentences)
        for carrier in carriers_of(one)
        if len(carrier.sentences) > 1
    ]


@pytest.mark.parametrize("language", list(Language))
def test_what_leans_is_told_behind_what_it_leans_on(language: Language) -> None:
    first, second = LEANING[language]
    assert told_together(content(language, first, second)) == [(first, second)]
    assert told_together(content(language, f"{first}\n\n{second}")) == []


@pytest.mark.parametrize("language", list(Language))
def test_what_hangs_is_told_behind_the_sentence_that_names_it(language: Language) -> None:
    first, second = COMPLETED[language]
    (carrier,) = [one for one in carriers_of(content(language, first, second)) if one.stretch]
    assert [one.text for one in carrier.sentences] == [first, second]
    assert carrier.is_tellable


@pytest.mark.parametrize("language", list(Language))
def test_a_draft_tells_both_and_nobody_else_tells_the_second(language: Language) -> None:
    first, second = LEANING[language]
    one = content(language, first, second)
    texts = [first_draft(asked, length_on) for asked in allocated(one, colleagues(6), language)]
    with_both = [text for text in texts if first[-20:-1] in text and second[-20:-1] in text]
    assert len(with_both) == 1
    assert not [text for text in texts if second[-20:-1] in text and text not in with_both]


@pytest.mark.parametrize(
    ("language", "sentence", "told", "answers"),
    [
        (EN, "But a simple job deserves a proper look all the same.", "a simple job", True),
        (EN, "Instead the crew waited for the date of the reopening.", "the crew waited", True),
        (EN, "And the ramp of the bridge came from a morning with two users.", "the ramp", False),
        (FR, "Mais le chantier mérite qu’on y revienne posément.", "le chantier", True),
        (FR, "Puis les agents ont pesé les caisses de la tournée.", "les agents", False),
    ],
)
def test_the_word_that_ties_a_sentence_goes_and_an_objection_stays_one(
    language: Language, sentence: str, told: str, *, answers: bool
) -> None:
    text = f"The crew met. {sentence}" if language is EN else f"L’équipe s’est réunie. {sentence}"
    found = continued(passages_of(text)[-1], text, language)
    assert found is not None
    assert found.claim.text.startswith(told)
    assert found.answers is answers


BEFORE = "The depot washes crates. A driver brought a scheme in May, with three routes. "


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("A limit on paper had hidden that from us for years.", "that"),
        ("The landlord watched lorries get stuck there for years.", "there"),
        ("The three crews run out more often in winter.", "half"),
        ("The scheme, he says, costs 40 pounds a week.", "known"),
        ("The fourth is a driver of the night crew.", "one of them"),
        ("One wants a crate that nobody has seen.", "one of them"),
        ("One in eight is washed by hand.", "one of them"),
        ("In all, 412 crates came back.", "sum"),
        ("Many drivers liked this approach of the depot.", "points"),
        ("Passes fell again, by 3%.", "again"),
        ("For thirty years, she was the head of the depot.", "when she"),
        ("Customers would come who need nothing.", "would"),
        ("Plusieurs conducteurs ont aimé cette démarche du dépôt.", "points"),
        ("Les poids étaient faibles eux aussi.", "again"),
        ("Les équipes manquent plus souvent de caisses.", "half"),
        ("Au total, 412 caisses sont revenues.", "sum"),
        ("Une sur huit est lavée à la main.", "one of them"),
        ("Pendant trente ans, elle a dirigé le dépôt.", "when she"),
    ],
)
def test_what_a_sentence_takes_up_is_found(sentence: str, named: str) -> None:
    assert named in takes_up(sentence, BEFORE)
    assert not takes_up(sentence, "  ")


@pytest.mark.parametrize(
    "sentence",
    [
        "The drivers who wash crates save an hour this year.",
        "There are 412 crates in the yard of the depot.",
        "Crates at the depot are washed there by two people.",
        "The crews wash crates more often than they did.",
        "The scheme of the depot costs 40 pounds a week.",
        "One driver in eight washes crates by hand.",
        "The crews would wash more crates if they had time.",
        "For thirty years, the depot washed crates by hand.",
        "The test is run again and again.",
        "Les équipes lavent les caisses plus souvent qu’avant.",
        "Depuis 2023, il faut laver les caisses deux fois.",
        "Ce printemps, le dépôt lave 412 caisses.",
        "Une caisse sur huit est lavée à la main.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(sentence: str) -> None:
    assert not takes_up(sentence, BEFORE)


def test_a_long_sentence_is_read_in_no_time() -> None:
    begun = time.process_time()
    for piece in ("the ", "this a ", "in , ", "would ", "une sur ", "x y "):
        takes_up(piece * 20_000, BEFORE)
    assert time.process_time() - begun < 2


def test_the_first_who_asks_tells_what_the_content_is_about() -> None:
    text = (
        "The canteen served 640 meals during the fair of the region. "
        "The depot washes 412 crates a week since March. "
        "The yard was painted in two days by the night crew."
    )
    one = item(text=text, language=EN, title="Washing crates at the depot", summary=None)
    for person in colleagues(4):
        (asked,) = allocated(one, [person], EN)
        assert "412 crates" in first_draft(asked, length_on)
    # … unless they care for something else in it.
    (asked,) = allocated(one, [ambassador(topics=("canteen",), languages=(EN,))], EN)
    assert "640 meals" in first_draft(asked, length_on)


def test_what_a_long_content_is_about_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, little: frozenset[str]) -> frozenset[str]:
        read.append(text)
        return stems_of(text, little)

    monkeypatch.setattr(point, "stems_of", counted)
    told = (f"Le capteur {at} de la cuve a mesuré {at * 3} litres en avril." for at in range(90))
    assert carriers_of(content(FR, *told))
    # Once for all, and a few times each: not all of them for each.
    assert len(read) < 10 * 90

"""CH-09 for contents under embargo: known by address, title and source, in either language."""

import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.content import INLINE, ContentItem
from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source
from domain.unpublished import Unpublished
from guardrails.reading import Reading
from tests.guardrails.shipped import NOW, circumstances, found, rule

TITLE = "Nouvelle usine à Vierzon : 210 emplois"
TEXT = "Ardemont ouvre une usine à Vierzon. Les premières machines arrivent en mars."
URL = "https://www.ardemont.example/fr/vierzon"
LATER = NOW + timedelta(days=9)


def waiting(**changed: Any) -> ContentItem:
    said: dict[str, Any] = {
        "content_id": "c_1",
        "title": TITLE,
        "text": TEXT,
        "language": Language.FRENCH,
        "digest": "d",
        "source": "feed",
        "url": URL,
        "embargo_until": LATER,
    }
    return ContentItem(**said | changed)


def around(*items: ContentItem, source: Source | None = None) -> Circumstances:
    plain = circumstances()
    company = replace(plain.organization, unpublished=Unpublished.of(items or [waiting()]))
    return replace(plain, organization=company, source=source)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", f"À lire : {URL}?utm_source=li", f"{URL}?utm_source=li"),
        ("en", "Read http://ardemont.example/fr/vierzon/", "http://ardemont.example/fr/vierzon/"),
        ("en", "See www.ardemont.example/fr/vierzon.", "www.ardemont.example/fr/vierzon"),
        (
            "fr",
            "« nouvelle usine à Vierzon, 210 emplois »",
            "nouvelle usine à Vierzon, 210 emplois",
        ),
        (
            "en",
            "NOUVELLE  USINE À VIERZON : 210 EMPLOIS",
            "NOUVELLE  USINE À VIERZON : 210 EMPLOIS",
        ),
        (
            "fr",
            "Nos 210 emplois, c'est à l'usine de Vierzon.",
            "210 emplois, c'est à l'usine de Vierzon",
        ),
    ],
)
def test_its_address_and_its_title_are_known(language: str, text: str, place: str) -> None:
    assert place in found("CH-09", text, language, around())


@pytest.mark.parametrize(
    "text",
    [
        "À Vierzon, il pleut.",
        "Notre usine recrute 210 apprentis.",
        "Rendez-vous sur ardemont.example et sur https://www.ardemont.example/fr/nantes",
        "Une nouvelle usine, un jour, ailleurs.",
    ],
)
def test_another_subject_is_free(text: str) -> None:
    assert found("CH-09", text, "fr", around()) == []


@pytest.mark.parametrize(
    "title", ["Podcast", "Notre équipe", "Ardemont recrute", "L'équipe à Lyon"]
)
def test_a_title_of_few_words_stops_nobody(title: str) -> None:
    text = "Ardemont recrute. Notre équipe a fait un podcast, avec toute l'équipe, vers Lyon."
    assert found("CH-09", text, "fr", around(waiting(title=title, url=None))) == []


@pytest.mark.parametrize(
    "source",
    [
        Source(TEXT),
        Source("Autre texte, bien plus long que cela.", "NOUVELLE usine à Vierzon – 210 emplois !"),
        Source("Autre texte, bien plus long que cela.", "", f"{URL}#haut"),
        Source(
            "Ardemont  ouvre une « usine » à Vierzon ; les premières machines arrivent en mars…"
        ),
    ],
)
def test_a_text_on_it_is_known_by_its_source(source: Source) -> None:
    assert found("CH-09", "Je travaille chez Ardemont.", "fr", around(source=source)) == [""]


def test_what_is_public_may_be_told() -> None:
    text = "Nos 210 emplois, c'est à l'usine de Vierzon."
    told = Source("L'usine de Vierzon comptera 210 emplois, dit la mairie.", is_public=True)
    assert found("CH-09", text, "fr", around(source=told)) == []
    claimed = replace(told, is_public=False)
    assert found("CH-09", text, "fr", around(source=claimed)) != []


@pytest.mark.parametrize("copy", [{}, {"embargo_until": NOW}])
def test_a_copy_that_is_free_frees_it(copy: dict[str, Any]) -> None:
    free = waiting(content_id="c_2", **({"embargo_until": None} | copy))
    text = f"{TITLE} {URL}"
    assert found("CH-09", text, "fr", around(waiting(), free, source=Source(TEXT))) == []


def test_its_hour_frees_it() -> None:
    assert found("CH-09", f"{TITLE} {URL}", "fr", replace(around(), now=LATER)) == []


def test_no_day_is_told() -> None:
    reading = Reading(Draft(f"À lire : {URL}", Language.FRENCH))
    (finding,) = rule("CH-09").inspect(reading, around())
    told = f"{finding.message.fr} {finding.message.en} {finding.suggestion}"
    assert not any(character.isdigit() for character in told)


def test_what_came_along_with_a_request_is_vouched_for_by_nobody() -> None:
    assert waiting(source=INLINE).is_inline
    assert not waiting().is_inline


def test_a_hostile_text_is_read_in_time() -> None:
    many = [waiting(content_id=f"c_{n}", title=f"{TITLE} {n}", url=f"{URL}/{n}") for n in range(50)]
    started = time.perf_counter()
    found("CH-09", ("nouvelle usine à Vierzon " * 800)[:20_000], "fr", around(*many))
    assert time.perf_counter() - started < 10

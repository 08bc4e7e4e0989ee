"""How a draft says where its author works, and where their own words stand in it."""

import re
from dataclasses import replace

import pytest

from domain.content import ContentItem
from domain.drafts import Draft
from domain.language import Language
from guardrails.disclosure import disclosures
from guardrails.reading import Reading
from tests.builders import organization
from tests.personalizer.articles import allocated, article, brief, colleagues
from tests.personalizer.test_offline_writer import draft

BOTH = pytest.mark.parametrize("language", list(Language))
# A sentence that names the employer as the one the content comes from.
PUBLISHES = re.compile(
    r"[^.\n]*Ardemont[^.\n]*?(?:publi|met en ligne|mis en ligne|édite|signe|online|behind)"
    r"|(?:[Pp]ubli|[Ss]igné|[Tt]exte|[Ss]ur le site|À lire|vient|[Ff]rom|website)[^.\n]*"
    r"Ardemont",
)


def drafts(content: ContentItem, language: Language) -> list[str]:
    return [draft(one) for one in allocated(content, colleagues(16), language)]


@BOTH
@pytest.mark.parametrize(
    "url",
    ["https://ardemont.example/a", "https://www.ardemont.example/a", "https://ardemont.example"],
)
def test_a_content_of_the_employers_own_site_is_said_to_be(language: Language, url: str) -> None:
    texts = drafts(replace(article(language), url=url), language)
    told = [re.sub(r"https://\S+", "", text) for text in texts]
    assert sum(bool(re.search(r"mon employeur|my employer|où|where", one)) for one in told) >= 4
    assert sum(bool(PUBLISHES.search(one)) for one in told) >= 6


@BOTH
@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/a", "https://notardemont.example/a", None]
)
def test_nothing_else_is_said_to_come_from_the_employer(
    language: Language, url: str | None
) -> None:
    for text in drafts(replace(article(language), url=url), language):
        assert not re.search(
            r"mon employeur, |, mon employeur(?!\s:)|qui publie|my employer, |, my employer(?! is)"
            r"|which (?:has )?publish",
            text,
        ), text


@BOTH
def test_no_mark_points_at_the_same_words_twice(language: Language) -> None:
    for text in drafts(article(language), language):
        mark = re.search(r"\[(?:à compléter|to complete)[^\]]*\]", text)
        assert mark is not None
        pointed = re.findall(r"«[^»]*»|“[^”]*”", mark[0])
        assert len(pointed) == len(set(pointed)), mark[0]


def test_a_group_has_its_article_in_french_as_a_publisher_too() -> None:
    content = article(Language.FRENCH)
    groupe = organization(name="Groupe Ardemont")
    texts = []
    for person in colleagues(16):
        mine = replace(person, organization="Groupe Ardemont")
        texts.append(draft(replace(brief(content, mine), organization=groupe)))
    said = " ".join(texts)
    assert "e Groupe Ardemont, où je travaille" in said or "u Groupe Ardemont, mon" in said
    assert not re.search(r"\bde le Groupe|\bde Groupe|\bpar Groupe|\bchez Groupe", said)


# What may stand before each name, whatever it is joined to.
BEFORE = {
    Language.FRENCH: {
        "Ville de Brissol": ("la ",),
        "Centre hospitalier de Brissol": ("le ", "au ", "du "),
        "Institut Tessonde": ("l’",),
        "CHU de Brissol": ("le ", "au ", "du "),
        "Ateliers Tessonde": ("les ", "aux ", "des "),
        "École des Tilleuls": ("l’",),
        "Mutuelle Tessonde": ("la ",),
        "Marchés Tessonde": (
            "chez ",
            "employeur, ",
            "source, ",
            "est ",
            "de ",
            "par ",
            "(",
            "\n",
            ". ",
            ": ",
        ),
    },
    Language.ENGLISH: {
        "City of Elmford": ("the ",),
        "University of Elmford": ("the ",),
        "Elmford NHS Trust": (
            "at ",
            "employer, ",
            "is ",
            "of ",
            "by ",
            "from ",
            "(",
            "\n",
            ". ",
            "” ",
            ": ",
        ),
    },
}


@BOTH
@pytest.mark.parametrize("url", ["https://tessonde.example/a", "https://elsewhere.example/a"])
def test_an_employer_is_named_as_its_language_does_and_the_charter_hears_it(
    language: Language, url: str
) -> None:
    content = replace(article(language), url=url)
    for name, joined in BEFORE[language].items():
        company = organization(name=name, aliases=(), domains=("tessonde.example",))
        for one in allocated(content, colleagues(8), language):
            person = replace(one.request.ambassador, organization=name)
            request = replace(one.request, ambassador=person)
            text = draft(replace(one, organization=company, request=request))
            said = [text[: found.start()].casefold() for found in re.finditer(name, text)]
            assert said
            assert all(one.endswith(joined) or not one for one in said), text
            assert not re.search(
                r"(?<!employeur, les )\bAteliers Tessonde,[^.]*\bpublie\b|Ateliers Tessonde est\b",
                text,
            )
            assert disclosures(Reading(Draft(text, language)), company), text

"""The headings of a text: which lines name a part, and what drafts make of them."""

import re
from dataclasses import replace

import pytest

from domain.language import Language
from domain.placeholders import placeholder_bounds
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.headings import headings_of, naming_parts
from personalizer.offline.engine import first_draft
from personalizer.writing import Brief
from tests.builders import ambassador, draft_request, item, organization
from tests.personalizer.articles import article

FR, EN = Language.FRENCH, Language.ENGLISH
BOTH = pytest.mark.parametrize("language", list(Language))
_PARTS = {
    FR: ("Composants configurables", "Réglage des presses"),
    EN: ("Configurable components", "Setting the presses"),
}


def headings(text: str, language: Language) -> list[str]:
    return [one.text for one in headings_of(text, language)]


def in_parts(language: Language) -> str:
    """Return the article of a language with a heading in two places."""
    one, other = _PARTS[language]
    paragraphs = article(language).text.split("\n\n")
    return "\n\n".join([*paragraphs[:2], one, *paragraphs[2:4], f"## {other}", *paragraphs[4:]])


@BOTH
def test_a_line_that_stands_alone_and_says_nothing_of_itself_is_a_heading(
    language: Language,
) -> None:
    text = in_parts(language)
    found = headings_of(text, language)
    assert tuple(one.text for one in found) == _PARTS[language]
    assert all(text[one.span.start : one.span.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Introduction", FR),
        ("Pour finir", FR),
        ("The problem", EN),
        ("Our first approach", EN),
        ("Les composants sont configurables", FR),
        ("The components are configurable", EN),
        ("Composants configurables :", FR),
        ("Components, themes and styles", EN),
        ("- Composants configurables", FR),
        ("composants configurables", FR),
        ("Le meilleur composant configurable", FR),
        ("Read more about components", EN),
    ],
)
def test_what_names_nothing_or_is_a_sentence_is_no_heading(line: str, language: Language) -> None:
    text = f"Une phrase entière se tient ici.\n\n{line}\n\nUne autre phrase entière suit ici."
    assert headings(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ce que permettent les\nComposants configurables\nTout le monde le sait depuis hier.",
        "Une phrase entière se tient ici.\n\nComposants configurables\net bien plus encore.",
        "Une phrase entière se tient ici.\n\nComposants configurables",
    ],
    ids=["in a sentence that is wrapped", "it goes on", "nothing follows"],
)
def test_a_line_of_a_sentence_is_no_heading(text: str) -> None:
    assert headings(text, FR) == []


@pytest.mark.parametrize(
    ("head", "row"), [("Année Capteurs", "2024 12"), ("Plant sensors", "Ulm 7")]
)
def test_the_head_of_a_table_is_no_heading(head: str, row: str) -> None:
    text = f"Une phrase entière se tient ici.\n\n{head}\n{row}\n\nUne autre phrase suit ici."
    assert headings(text, FR) == []


@BOTH
def test_the_title_above_the_text_names_no_part_of_it(language: Language) -> None:
    one, other = _PARTS[language]
    content = replace(article(language), title=one, text=in_parts(language))
    assert [part.text for part in naming_parts(content)] == [other]


@BOTH
def test_a_part_is_named_behind_the_best_way_to_tell_each_sentence(language: Language) -> None:
    content = item(text=in_parts(language), language=language)
    angles = angles_of(content, ambassador(), language)
    parts = {one.span for one in naming_parts(content)}
    assert len(parts) == 2
    named = [at for at, angle in enumerate(angles) if angle.focus in parts]
    assert len(named) == 4
    first = {angle.focus: at for at, angle in reversed(list(enumerate(angles)))}
    assert min(named) > max(at for focus, at in first.items() if focus not in parts)


@pytest.mark.parametrize(
    ("heading", "forms"),
    [
        ("Composants configurables", ["lesson"]),
        ("Pour les composants configurables", []),
        ("Composants", []),
    ],
)
def test_a_part_with_no_sentence_to_quote_is_named_once_and_a_mere_where_never(
    heading: str, forms: list[str]
) -> None:
    paragraphs = article(FR).text.split("\n\n")
    text = "\n\n".join([*paragraphs[:3], heading, "Voir plus bas."])
    angles = angles_of(item(text=text, digest=text), ambassador(), FR)
    at = text.index(heading)
    assert [one.form for one in angles if one.focus.start == at] == forms


@BOTH
def test_nobody_names_a_part_they_never_speak_about_or_in_another_language(
    language: Language,
) -> None:
    content = item(text=in_parts(language), language=language)
    parts = [one.span for one in naming_parts(content)]
    silent = ambassador(never=tuple(one.split()[-1] for one in _PARTS[language]))
    other = EN if language is FR else FR
    assert not [one for one in angles_of(content, silent, language) if one.focus in parts]
    assert not [one for one in angles_of(content, ambassador(), other) if one.focus in parts]


def naming_drafts(language: Language) -> list[str]:
    content = item(text=in_parts(language), language=language, url="https://blog.example/1")
    request = draft_request(content=content, language=language)
    parts = {one.span for one in naming_parts(content)}
    return [
        first_draft(Brief(request=request, angle=angle, organization=organization()), length_on)
        for angle in angles_of(content, request.ambassador, language)
        if angle.focus in parts
    ]


@BOTH
def test_a_part_is_named_between_marks_and_the_rest_is_asked_for_in_one_mark(
    language: Language,
) -> None:
    drafts = naming_drafts(language)
    assert len(set(drafts)) == 4
    marks = ("«\u00a0", "\u00a0»") if language is FR else ("“", "”")
    for text in drafts:
        assert any(f"{marks[0]}{part}{marks[1]}" in text for part in _PARTS[language])
        assert len(list(placeholder_bounds(text))) == 1


@BOTH
def test_what_stands_beside_a_named_part_is_of_that_part_and_called_so(language: Language) -> None:
    content = item(text=in_parts(language), language=language, url="https://blog.example/1")
    said = {Language.FRENCH: "cette partie", Language.ENGLISH: "that section"}[language]
    first, second = naming_parts(content)
    for text in naming_drafts(language):
        inside = content.text[first.span.end : second.span.start if first.text in text else None]
        quoted = re.findall(r"[«“]\s?([^»”]{30,})[»”]", text)
        assert all(
            (one[:25] in inside.replace("\n", " ")) == (said in text.casefold()) for one in quoted
        )

"""Revisions of the offline writer: another text, without what was objected to."""

import asyncio
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.language import Bilingual, Language
from domain.placeholders import placeholder_bounds
from domain.platforms import Platform
from domain.review import Finding, Severity, Span
from domain.segmentation import sentence_bounds
from guardrails.platform_rules import length_on
from personalizer.offline.engine import OfflineWriter
from personalizer.writing import Brief, Refused
from tests.builders import ambassador
from tests.personalizer.articles import (
    FRENCH_POSTS,
    allocated,
    article,
    brief,
    can_be_written,
    colleagues,
)

WRITER = OfflineWriter(length_on)
BOTH = pytest.mark.parametrize("language", list(Language))


def first(one: Brief) -> str:
    return asyncio.run(WRITER.write(one)).text


def revise(one: Brief, text: str, *findings: Finding) -> str:
    return asyncio.run(WRITER.revise(one, text, findings)).text


def finding(rule: str, span: Span | None = None, severity: Severity = Severity.BLOCK) -> Finding:
    message = Bilingual("À revoir.", "To be revised.")
    return Finding(rule=rule, check="test", severity=severity, message=message, span=span)


def place(text: str, piece: str) -> Span:
    start = text.index(piece)
    return Span(start, start + len(piece))


@BOTH
def test_a_sentence_objected_to_does_not_come_back(language: Language) -> None:
    for one in allocated(article(language), colleagues(8), language):
        text = first(one)
        for start, end in sentence_bounds(text):
            sentence = text[start:end]
            if "http" in sentence:
                continue
            answer = revise(one, text, finding("CH-21", Span(start, end)))
            assert sentence not in answer
            assert "Ardemont" in answer


@BOTH
def test_a_near_twin_is_answered_by_another_text_that_quotes(language: Language) -> None:
    for one in allocated(article(language), colleagues(8), language):
        text = first(one)
        answer = revise(one, text, finding("CH-06"))
        assert answer != text
        assert revise(one, text, finding("CH-06")) == answer


@BOTH
def test_a_note_that_is_refused_becomes_a_placeholder(language: Language) -> None:
    note = {
        Language.FRENCH: "Je suis le meilleur régleur de la région depuis toujours.",
        Language.ENGLISH: "I have been the best setter of this county for ever.",
    }[language]
    one = brief(article(language), ambassador(), notes=(note,))
    text = first(one)
    answer = revise(one, text, finding("CH-05", place(text, note[1:])))
    assert note[1:] not in answer
    assert list(placeholder_bounds(answer))


@BOTH
def test_a_format_finding_makes_it_shorter_and_takes_the_hashtags_away(language: Language) -> None:
    one = brief(article(language), ambassador(posts=FRENCH_POSTS))
    text = first(one)
    answer = revise(one, text, finding("CH-28", severity=Severity.FIX))
    assert length_on(Platform.LINKEDIN, answer) < length_on(Platform.LINKEDIN, text)
    assert "#" not in answer


def test_a_missing_disclosure_is_made_with_the_companys_own_name() -> None:
    one = brief(article(Language.FRENCH), ambassador(organization="Ardmnt"))
    text = first(one)
    assert "Ardmnt" in text
    answer = revise(one, text, finding("CH-01", severity=Severity.FIX))
    assert "Ardemont" in answer
    assert "Ardmnt" not in answer


def test_a_warning_asks_for_nothing_but_the_text_changes_all_the_same() -> None:
    one = brief(article(Language.FRENCH), ambassador())
    text = first(one)
    assert revise(one, text, finding("CH-07", severity=Severity.WARN)) != text


def test_the_text_of_another_writer_is_answered_too() -> None:
    one = brief(article(Language.FRENCH), ambassador())
    foreign = "Chez Ardemont, où je travaille, nous sommes fiers de cette première mondiale."
    answer = revise(one, foreign, finding("CH-22", place(foreign, "première mondiale")))
    assert answer
    assert "fiers" not in answer
    focus = one.angle.focus
    told = one.request.content.text[focus.start : focus.end].split()[-3:]
    assert " ".join(told).rstrip(".") in answer.replace("\u00a0", " ")


@cache  # twelve drafts are written to find them
def office(language: Language) -> list[Brief]:
    """Return what twelve colleagues are to write of one article."""
    return [*allocated(article(language), colleagues(12), language)]


@settings(max_examples=40, deadline=None)
@given(data=st.data(), language=st.sampled_from(Language), number=st.integers(0, 11))
def test_three_revisions_never_bring_an_older_text_back(
    data: st.DataObject, language: Language, number: int
) -> None:
    one = office(language)[number]
    one = replace(one, variant=data.draw(st.integers(0, 4)))
    # A variant that fits in no way is nobody's: the drafter takes another angle.
    assume(can_be_written(one))
    seen = [first(one)]
    for _ in range(3):
        text = seen[-1]
        start, end = data.draw(st.sampled_from(list(sentence_bounds(text))))
        rule = data.draw(st.sampled_from(["CH-05", "CH-06", "CH-21", "CH-22", "CH-26", "CH-28"]))
        answer = revise(one, text, finding(rule, Span(start, end)))
        assert answer not in seen
        seen.append(answer)


@BOTH
def test_an_employer_nobody_named_is_a_mark_and_never_an_empty_place(language: Language) -> None:
    one = brief(article(language), ambassador(organization=None))
    unnamed = replace(one, organization=replace(one.organization, name="", aliases=()))
    for text in (first(unnamed), revise(unnamed, first(unnamed), finding("CH-02"))):
        assert unnamed.unknown_employer in text
        assert "chez ." not in text
        assert "at ." not in text


@BOTH
def test_a_title_objected_to_is_left_out_and_what_is_told_stays(language: Language) -> None:
    title = {Language.FRENCH: "Pourquoi j’ai ôté les caisses", Language.ENGLISH: "Why I left"}
    content = replace(article(language), title=title[language])
    for one in allocated(content, colleagues(8), language):
        text = first(one)
        if title[language][:7] not in text:
            continue
        at = place(text, title[language][:7])
        answer = revise(one, text, finding("CH-05", at))
        assert title[language][:7] not in answer
        assert "Ardemont" in answer


@BOTH
def test_what_one_angle_was_refused_for_stands_in_no_text_of_the_next(language: Language) -> None:
    note = {
        Language.FRENCH: "Je suis le meilleur régleur de la région depuis toujours.",
        Language.ENGLISH: "I have been the best setter of this county for ever.",
    }[language]
    briefs = allocated(article(language), colleagues(4), language)
    one, *others = [replace(each, request=replace(each.request, notes=(note,))) for each in briefs]
    text = first(one)
    refused = Refused(text, (finding("CH-05", place(text, note[1:])),))
    for other in others:
        assert note[1:] in first(other)
        assert note[1:] not in first(replace(other, refused=(refused,)))


@BOTH
def test_an_angle_stays_as_it_is_where_another_one_was_refused(language: Language) -> None:
    one, other = allocated(article(language), colleagues(2), language)
    text = first(one)
    span = one.angle.focus
    told = one.request.content.text[span.start : span.end].rstrip(".")[-20:]
    assert told in text
    refused = Refused(text, (finding("CH-21", place(text, told)),))
    assert first(replace(other, refused=(refused,))) == first(other)


@BOTH
def test_nearly_every_variant_of_an_angle_can_be_written(language: Language) -> None:
    asked = [replace(one, variant=number) for one in office(language) for number in range(5)]
    # A long quotation outweighs the shortest drafts, and English marks to fill are short.
    assert sum(map(can_be_written, asked)) >= len(asked) - 5

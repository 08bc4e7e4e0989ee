"""The offline writer: what every draft of it keeps, in both languages and everywhere."""

import asyncio
import re
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.platforms import Platform
from domain.review import Circumstances, Fingerprint, Outcome, Source
from guardrails.charter import load_charter
from guardrails.checks.near_duplicates import NearDuplicates
from guardrails.guard import Guard
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.offline.engine import OfflineWriter
from personalizer.offline.limits import most
from personalizer.writing import Brief, NothingToSay
from tests.builders import NOW, ambassador, item, organization
from tests.personalizer.articles import (
    FRENCH_POSTS,
    TU_POSTS,
    allocated,
    article,
    brief,
    colleagues,
    first_of,
)

BOTH = pytest.mark.parametrize("language", list(Language))
KEY = b"x" * 32
_EMPLOYED = {
    Language.FRENCH: re.compile(r"je travaille|mon employeur", re.IGNORECASE),
    Language.ENGLISH: re.compile(r"I work|my employer", re.IGNORECASE),
}


def draft(given_brief: Brief) -> str:
    """Return what the writer writes; what was written once is not written again."""
    text = first_of(given_brief)
    if text is None:
        raise NothingToSay
    return text


def written_anew(given_brief: Brief) -> str:
    return asyncio.run(OfflineWriter(length_on).write(given_brief)).text


def circumstances(given_brief: Brief, **fields: Any) -> Circumstances:
    request = given_brief.request
    content = request.content
    return Circumstances(
        now=NOW,
        organization=organization(),
        platform=request.platform,
        source=Source(content.text, content.title, content.url, content.authors),
        notes=request.notes,
        posts=request.ambassador.posts,
        consideration=request.consideration,
        **{"neighbours": (), **fields},
    )


def unmarked(text: str) -> str:
    """Return a draft whose marks to fill are quoted, so that they end a run."""
    for start, end in reversed(list(placeholder_bounds(text))):
        text = f"{text[:start]}“a mark”{text[end:]}"
    return text


def spoken(text: str) -> str:
    """Return what a draft says of its own: no quotation, no placeholder, no link."""
    for start, end in reversed(list(placeholder_bounds(text))):
        text = text[:start] + text[end:]
    return re.sub(r"«[^»]*»|“[^”]*”|https?://\S+", "", text)


@BOTH
def test_a_draft_discloses_links_and_says_it_is_offline(language: Language) -> None:
    written = asyncio.run(OfflineWriter(length_on).write(brief(article(language), ambassador())))
    assert _EMPLOYED[language].search(written.text)
    assert "Ardemont" in written.text
    assert "https://ardemont.example/ecran" in written.text
    assert (written.engine, written.model, written.prompt) == ("offline", None, None)


@BOTH
def test_the_same_brief_gives_the_same_draft(language: Language) -> None:
    for one in allocated(article(language), colleagues(8), language):
        assert written_anew(one) == written_anew(one) == draft(one)


@BOTH
def test_drafts_of_all_colleagues_pass_the_charter_and_are_nobodys_twin(
    language: Language,
) -> None:
    guard = Guard.of(load_charter(), key=KEY)
    content = article(language)
    held: tuple[Fingerprint, ...] = ()
    near = 0
    briefs = allocated(content, colleagues(20), language)
    for one in briefs:
        written = Draft(draft(one), language)
        verdict = guard.inspect(written, circumstances(one))
        assert verdict.outcome is Outcome.ALLOW, (one.angle.key, verdict.findings)
        print_ = guard.comparer.fingerprint(written, circumstances(one))
        near += bool(held) and guard.comparer.nearness(print_, held).is_near
        held = (*held, print_)
    assert len(briefs) == 20
    # What is too near is told in other words: the guard asks for them.
    assert near <= 2


@BOTH
def test_no_run_of_connecting_words_is_shared_for_long(language: Language) -> None:
    twins = NearDuplicates(key=KEY, most_alike=1.0, longest_run=6)
    prints = [
        twins.fingerprint(Draft(unmarked(draft(one)), language), circumstances(one))
        for one in allocated(article(language), colleagues(24), language)
    ]
    for at, mine in enumerate(prints[1:], start=1):
        assert not twins.nearness(mine, prints[:at]).is_near


@BOTH
def test_the_drafts_of_one_request_are_built_differently(language: Language) -> None:
    person = ambassador()
    content = article(language)
    angle = angles_of(content, person, language)[0]
    texts = [draft(brief(content, person, angle, variant=number)) for number in range(5)]
    assert len(set(texts)) == 5
    assert len({text.splitlines()[0] for text in texts}) >= 4


@BOTH
def test_without_notes_the_personal_word_is_a_placeholder(language: Language) -> None:
    for one in allocated(article(language), colleagues(12), language):
        assert list(placeholder_bounds(draft(one)))


@BOTH
def test_nobody_speaks_of_themselves_beyond_the_disclosure(language: Language) -> None:
    allowed = (
        r"\bje (?:vous |te )?(?:travaille|partage|relaie|fais (?:circuler|suivre)|cite"
        r"|transmets|(?:le )?précise)"
        r"|\bmon employeur\b"
        if language is Language.FRENCH
        else r"\bI(?:’m)? (?:work|shar(?:e|ing)|pass(?:ing)? on|quote)"
    )
    said = r"\b(?:je|j’|mon|ma|mes|nous|notre|nos)\b" if language is Language.FRENCH else r"\bI\b"
    for one in allocated(article(language), colleagues(24), language):
        rest = re.sub(allowed, "", spoken(draft(one)), flags=re.IGNORECASE)
        assert not re.search(said, rest, re.IGNORECASE if language is Language.FRENCH else 0), rest


@pytest.mark.parametrize(
    ("language", "note", "expected"),
    [
        (
            Language.FRENCH,
            "j'ai réglé cette presse 3 fois: la liste m'a servi",
            "J’ai réglé cette presse 3 fois\u00a0: la liste m’a servi.",
        ),
        (
            Language.ENGLISH,
            'I set up this press 3 times, and the "list" helped',
            "I set up this press 3 times, and the “list” helped.",
        ),
    ],
)
def test_notes_go_in_word_for_word_in_clean_typography(
    language: Language, note: str, expected: str
) -> None:
    text = draft(brief(article(language), ambassador(), notes=(note,)))
    assert expected in text
    assert not list(placeholder_bounds(text))


def test_notes_in_the_other_language_are_asked_for_again() -> None:
    note = "I have set up this press three times and the list was of great help to me."
    text = draft(brief(article(Language.FRENCH), ambassador(), notes=(note,)))
    assert "great help" not in text
    assert "[à compléter\u00a0: vos notes, en français]" in text


@pytest.mark.parametrize("platform", list(Platform))
@BOTH
def test_every_draft_fits_its_platform(language: Language, platform: Platform) -> None:
    notes = ("Un mot. " * 60,) if language is Language.FRENCH else ("One word. " * 60,)
    for person in colleagues(6):
        for said in ((), notes):
            one = brief(article(language), person, platform=platform, notes=said)
            text = draft(one)
            assert length_on(platform, text) <= most(platform)
            assert "Ardemont" in text
            assert "https://" in text


@BOTH
def test_a_content_in_the_other_language_is_said_to_be(language: Language) -> None:
    other = next(one for one in Language if one is not language)
    marks = {Language.FRENCH: "anglais", Language.ENGLISH: "French"}
    for one in allocated(article(other), colleagues(8), language):
        text = draft(replace(one, request=replace(one.request, language=language)))
        assert marks[language] in text
        unquoted = re.sub(r"«[^»]*»|“[^”]*”", "", text)
        foreign = "the|and|with" if other is Language.ENGLISH else "le|les|des"
        assert not re.search(rf"\b(?:{foreign})\b", unquoted)


def test_a_person_who_says_tu_is_given_tu() -> None:
    texts = [
        draft(brief(article(Language.FRENCH), ambassador(posts=TU_POSTS), variant=number))
        for number in range(8)
    ]
    outside = [spoken(text) for text in texts]
    assert any(re.search(r"\b(?:tu|toi|ton|ta)\b", text, re.IGNORECASE) for text in outside)
    assert not any(re.search(r"\b(?:vous|votre)\b", text, re.IGNORECASE) for text in outside)


def test_emoji_hashtags_and_line_breaks_follow_the_posts() -> None:
    plain = draft(brief(article(Language.FRENCH), ambassador()))
    own = draft(brief(article(Language.FRENCH), ambassador(posts=FRENCH_POSTS)))
    assert "#" not in plain
    assert "\n\n" in plain
    assert "#Atelier" in own
    assert "🔧" in own or "👷" in own
    assert "\n" not in own


def test_the_employer_is_named_as_the_author_writes_it() -> None:
    text = draft(brief(article(Language.FRENCH), ambassador(organization="Groupe Ardemont")))
    assert re.search(r"(?:au sein du|le) Groupe Ardemont", text, re.IGNORECASE)


def test_a_consideration_is_the_first_thing_said() -> None:
    one = brief(article(Language.FRENCH), ambassador(), consideration="carte cadeau")
    assert draft(one).startswith("Collaboration commerciale – ")
    assert not draft(
        brief(article(Language.FRENCH), ambassador(), consideration="aucune")
    ).startswith("Collaboration")


def test_a_guarded_name_of_the_source_is_left_out() -> None:
    text = (
        "La société Norvia a copié la presse de Nantes pendant deux ans. "
        "Le réglage d’une presse prend 12 minutes au lieu de 40."
    )
    content = item(text=text, title="Douze minutes")
    one = brief(content, ambassador())
    guarded = organization(confidential_terms=("Norvia",))
    drafts: list[str] = []
    for angle in angles_of(content, ambassador(), Language.FRENCH):
        with suppress(NothingToSay):
            drafts.append(draft(replace(one, angle=angle, organization=guarded)))
    assert drafts
    assert not any("Norvia" in text for text in drafts)

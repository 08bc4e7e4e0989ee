"""The laws of the shared words."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.content import ContentItem
from domain.language import Bilingual, Language
from domain.people import ProfileMix, ProfileType
from domain.placeholders import placeholder, placeholder_bounds
from domain.review import CharterRef, Finding, Outcome, Severity, Span, Verdict

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CHARTER = CharterRef("a-charter", "1", "digest")


def a_verdict(*severities: Severity, unexamined: tuple[str, ...] = ()) -> Verdict:
    said = Bilingual("fr", "en")
    found = tuple(
        Finding(rule="CH-01", check="x", severity=one, message=said) for one in severities
    )
    return Verdict(findings=found, charter=CHARTER, unexamined=unexamined)


@given(st.dictionaries(st.sampled_from(ProfileType), st.floats(0, 1e6), min_size=1))
def test_the_shares_of_a_mix_add_up_to_one(shares: dict[ProfileType, float]) -> None:
    if sum(shares.values()) > 0:
        mix = ProfileMix(shares)
        assert sum(mix.share(kind) for kind in ProfileType) == pytest.approx(1)


@pytest.mark.parametrize(
    "shares", [{}, {ProfileType.EXPERT: 0}, {ProfileType.EXPERT: -1, ProfileType.REPORTER: 2}]
)
def test_a_mix_of_nothing_or_less_is_refused(shares: dict[ProfileType, float]) -> None:
    with pytest.raises(ValueError, match="shares"):
        ProfileMix(shares)


def test_a_mix_cannot_be_changed_through_what_it_was_made_from() -> None:
    shares = {ProfileType.EXPERT: 1.0}
    mix = ProfileMix(shares)
    shares[ProfileType.EXPERT] = 0.0
    assert mix.share(ProfileType.EXPERT) == 1.0


@pytest.mark.parametrize(
    ("embargo", "expiry", "is_live"),
    [
        (None, None, True),
        (NOW, None, True),
        (NOW + MINUTE, None, False),
        (None, NOW, False),
        (None, NOW + MINUTE, True),
        (NOW - MINUTE, NOW + MINUTE, True),
    ],
)
def test_content_lives_from_its_embargo_to_its_expiry(
    embargo: datetime | None, expiry: datetime | None, *, is_live: bool
) -> None:
    item = ContentItem(
        content_id="c",
        title="t",
        text="x",
        language=Language.FRENCH,
        digest="d",
        source="s",
        embargo_until=embargo,
        expires_at=expiry,
    )
    assert item.is_live(NOW) is is_live


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (a_verdict(), Outcome.ALLOW),
        (a_verdict(Severity.WARN), Outcome.ALLOW),
        (a_verdict(Severity.ASK, Severity.WARN), Outcome.REVISE),
        (a_verdict(Severity.FIX), Outcome.REVISE),
        (a_verdict(Severity.FIX, Severity.BLOCK), Outcome.BLOCK),
        (a_verdict(unexamined=("CH-02",)), Outcome.BLOCK),
    ],
)
def test_the_heaviest_finding_decides_and_unexamined_is_not_passed(
    verdict: Verdict, outcome: Outcome
) -> None:
    assert verdict.outcome is outcome


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


@pytest.mark.parametrize("language", Language)
def test_a_placeholder_is_found_again(language: Language) -> None:
    mark = placeholder("what you keep of it", language)
    text = f"Before {mark} after"
    assert [text[start:end] for start, end in placeholder_bounds(text)] == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "[lien]",
        "[to completely redo]",
        "[todo: x]",
        "(to complete: x)",
        "[to complete the picture]",
        "",
    ],
)
def test_what_is_no_placeholder_is_left_alone(text: str) -> None:
    assert list(placeholder_bounds(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[À COMPLÉTER : votre avis]",
        "[à compléter\u202f: x]",
        "[To complete: y]",
        "[A compléter : x]",
        "[à  compléter : x]",
        "[à compléter]",
        "[to be completed]",
        "[à compléter : la [vraie] raison]",
    ],
)
def test_a_placeholder_may_be_written_by_hand(text: str) -> None:
    assert list(placeholder_bounds(text)) == [(0, len(text))]


def test_a_flood_of_blanks_is_no_placeholder_and_takes_no_time() -> None:
    started = time.thread_time()
    assert list(placeholder_bounds(f"[to complete{' ' * 20_000}x[")) == []
    assert time.thread_time() - started < 1  # it took minutes: cubic in the blanks


def test_a_message_is_said_in_both_languages() -> None:
    said = Bilingual(fr="oui", en="yes")
    assert [said.in_language(language) for language in Language] == ["oui", "yes"]

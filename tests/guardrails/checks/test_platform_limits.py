import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.content import Image, questions_about
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.platforms import Platform
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.platform_limits import PlatformLimits
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract

CHECK = PlatformLimits()


class TestContract(RuleContract):
    fragments = (
        "#Maintenance #Industrie #Qualité #Flow",
        "#qualiteindustrielle",
        "🚀🚀🚀🚀",
        "𝐛𝐨𝐥𝐝",
        "a\u200bb",
        "\u202eabc\u202c",
    )

    def rule(self) -> PlatformLimits:
        return CHECK


class TestContractOnX(TestContract):
    def circumstances(self) -> Circumstances:
        return circumstances(Platform.X, lacks_alternative_text=True)


def circumstances(platform: Platform, *, lacks_alternative_text: bool = False) -> Circumstances:
    return Circumstances(
        now=datetime(2026, 3, 11, tzinfo=UTC),
        organization=Organization(name="Ardemont"),
        platform=platform,
        lacks_alternative_text=lacks_alternative_text,
    )


def findings(
    text: str, platform: Platform = Platform.LINKEDIN, *, lacks_alternative_text: bool = False
) -> list[Finding]:
    reading = Reading(Draft(text, Language.FRENCH, platform))
    return list(
        CHECK.inspect(
            reading, circumstances(platform, lacks_alternative_text=lacks_alternative_text)
        )
    )


@pytest.mark.parametrize(
    ("platform", "longest"),
    [
        (Platform.LINKEDIN, "a" * 3_000),
        (Platform.X, "a" * 280),
        (Platform.BLUESKY, "é" * 300),
        (Platform.MASTODON, "a" * 500),
        (Platform.INTERNAL, "a" * 10_000),
    ],
)
def test_the_limit_is_exact(platform: Platform, longest: str) -> None:
    assert findings(longest, platform) == []
    (finding,) = findings(longest + "b", platform)
    assert finding.severity is Severity.FIX
    assert finding.span is not None
    assert (finding.span.start, finding.span.end) == (len(longest), len(longest) + 1)


def test_a_limit_can_be_another() -> None:
    check = PlatformLimits(limits={Platform.MASTODON: 10})
    reading = Reading(Draft("a" * 11, Language.FRENCH, Platform.MASTODON))
    assert len(list(check.inspect(reading, circumstances(Platform.MASTODON)))) == 1


def test_three_hashtags_and_three_emoji_pass_and_the_fourth_is_shown() -> None:
    assert findings("🚀 #Un #Deux 👩🏽‍💻 #Trois 🇫🇷 C# #12") == []
    text = "🚀 #Un #Deux 👩🏽‍💻 #Trois 🇫🇷 #Quatre 👍"
    pieces = [text[one.span.start : one.span.end] for one in findings(text) if one.span]
    assert pieces == ["#Quatre", "👍"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Un 𝐠𝐫𝐚𝐧𝐝 𝐩𝐚𝐬 en avant", "grand pas"),
        ("𝘐𝘵𝘢𝘭𝘪𝘤", "Italic"),
        ("🅽🅰🅲🅴🅻🅻🅴 est là", "NACELLE"),
        ("🅞🅤🅘 !", "OUI"),
        ("ｆｕｌｌ", "full"),
        ("u\u0332n\u0332d\u0332er", "und"),
    ],
)
def test_decorated_letters_come_with_the_plain_ones(text: str, plain: str) -> None:
    (finding,) = findings(text)
    assert (finding.severity, finding.suggestion) == (Severity.FIX, plain)


@pytest.mark.parametrize(
    "text",
    [
        "a\u200bb",
        "\u202eabc\u202c",
        "a\u2066b\u2069",
        "a\u00adb",
        "x\U000e0041\U000e0042",
        "a\ufe0fb",
        "e\U000e0100x",
    ],
)
def test_invisible_characters_are_found(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧 et 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "no\u00a0break, fine\u202f!",
        "e\u0301te\u0301",
        "№ 1, ½, ™, x², 1er",
        "Parking 🅿 et groupe 🅰🅱",
    ],
)
def test_ordinary_typography_passes(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("hashtag", "better"),
    [("#qualiteindustrielle", "#QualiteIndustrielle"), ("#customerservice", "#CustomerService")],
)
def test_run_together_hashtags_are_advised_capitals(hashtag: str, better: str) -> None:
    (finding,) = findings(f"Enfin {hashtag}")
    assert (finding.severity, finding.suggestion) == (Severity.WARN, better)


@pytest.mark.parametrize("hashtag", ["#QualitéIndustrielle", "#maintenance", "#flow", "#IA"])
def test_readable_hashtags_pass(hashtag: str) -> None:
    assert findings(f"Enfin {hashtag}") == []


@pytest.mark.parametrize("platform", list(Platform))
def test_images_are_asked_for_their_alternative_text_outside_the_company(
    platform: Platform,
) -> None:
    asked = [one.severity for one in findings("Photo.", platform, lacks_alternative_text=True)]
    assert asked == ([] if platform is Platform.INTERNAL else [Severity.WARN])


@pytest.mark.parametrize("platform", list(Platform))
@pytest.mark.parametrize(
    ("image", "asked"),
    [
        (Image(url="u", rights="CC BY", people_agreed=True), []),
        (Image(url="u", rights="CC BY"), ["d’accord"]),
        (Image(url="u", rights="CC BY", people_agreed=False), ["d’accord"]),
        (Image(url="u", people_agreed=True), ["droit"]),
        (Image(url="u", rights="Published with the agreement of the person shown"), []),
        (Image(url="u", rights="Avec l’accord de la personne", people_agreed=False), ["d’accord"]),
        (Image(url="u", rights="CC BY", alt="Spectrogramme d’une fuite"), []),
        (Image(url="u", rights="CC BY", alt="Une technicienne"), ["d’accord"]),
        (Image(url="u", rights=""), ["d’accord", "droit"]),
    ],
)
def test_a_missing_right_or_agreement_is_a_question_that_stops_nothing(
    platform: Platform, image: Image, asked: list[str]
) -> None:
    around = replace(circumstances(platform), image_questions=questions_about([image]))
    found = list(CHECK.inspect(Reading(Draft("Photo.", Language.FRENCH, platform)), around))
    assert {one.severity for one in found} <= {Severity.WARN}
    assert len(found) == len(asked)
    for one, word in zip(found, asked, strict=True):
        assert word in one.message.fr
        assert one.message.en.endswith(("known.", "so."))


def test_a_flood_of_joined_emoji_takes_time_in_proportion() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"

    def taken(count: int) -> float:
        started = time.thread_time()
        findings(family * count)
        return time.thread_time() - started

    few, many = (min(taken(count) for _ in range(3)) for count in (400, 3200))
    assert many < 24 * few


def test_an_invisible_character_beside_an_emoji_is_still_one() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    hidden = [one for one in findings(f"{family} a\u200bb {family}") if one.span is not None]
    assert [(one.span.start, one.span.end) for one in hidden if one.span] == [(7, 8)]
    assert not [one for one in findings(f"{family} {family}") if one.span is not None]

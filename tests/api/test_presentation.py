"""How a platform takes a draft, told with it."""

import pytest

from api.schemas.presentation import PresentationOut
from domain.platforms import Platform
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.test_drafts import EXPERT, INLINE, ask

LINK = "https://www.tessonde.example/fr/un/chemin/qui/est/bien/plus/long/que/vingt-trois"


@pytest.mark.parametrize("platform", list(Platform))
def test_a_draft_fits_where_it_will_be_posted_and_says_how(
    service: Service, platform: Platform
) -> None:
    answer = ask(service, content=INLINE, ambassador=EXPERT, platform=platform.value).json()
    for draft in answer["drafts"]:
        presentation = draft["presentation"]
        assert presentation["platform"] == platform
        assert 0 < presentation["length"] <= presentation["limit"]
        assert 0 < presentation["shown_first"] <= len(draft["text"])


@pytest.mark.parametrize("platform", list(Platform))
def test_a_checked_text_comes_with_how_its_platform_takes_it(
    service: Service, platform: Platform
) -> None:
    text = "I work at Tessonde (in Lorient). 👩‍🔬 https://www.tessonde.example/en/a\n" * 2
    body = {"text": text, "language": "en", "platform": platform.value}
    headers = service.headers(Role.EMPLOYEE)
    checked = service.client.post("/v1/checks", headers=headers, json=body).json()
    assert checked["presentation"] == PresentationOut.of(platform, text).model_dump(mode="json")


@pytest.mark.parametrize(
    ("platform", "text", "length"),
    [
        (Platform.X, f"Voilà {LINK}", 6 + 23),
        (Platform.MASTODON, f"Voilà {LINK}", 6 + 23),
        (Platform.BLUESKY, "👩‍🔬 e\N{COMBINING ACUTE ACCENT}", 3),
        (Platform.LINKEDIN, "👩 oui", 6),
        (Platform.INTERNAL, "👩 oui", 5),
    ],
)
def test_each_platform_counts_its_own_way(platform: Platform, text: str, length: int) -> None:
    assert PresentationOut.of(platform, text).length == length


def test_linkedin_folds_and_its_api_needs_escapes_that_nobody_else_does() -> None:
    text = "Un essai (sur 24 tronçons) qui dure.\n" * 20
    linkedin = PresentationOut.of(Platform.LINKEDIN, text)
    assert linkedin.shown_first < len(text)
    assert linkedin.escaped is not None
    assert r"\(sur 24 tronçons\)" in linkedin.escaped
    assert PresentationOut.of(Platform.X, text).escaped is None

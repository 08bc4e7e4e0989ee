"""The link in a draft counts no visit for the newsletter or the feed it came from."""

from typing import Any

import pytest

from domain.addresses import untracked
from domain.roles import Role
from tests.api.conftest import Service
from tests.builders import ENGLISH_TEXT, FRENCH_TEXT

PAGE = "https://tessonde.example/actus/label"
TEXTS = {"fr": FRENCH_TEXT, "en": ENGLISH_TEXT}


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (f"{PAGE}?utm_source=rss&utm_medium=feed", PAGE),
        (f"{PAGE}?id=7&utm_source=rss&page=2#haut", f"{PAGE}?id=7&page=2#haut"),
        (f"{PAGE}?FBCLID=x&mtm_campaign=y", PAGE),
        (f"{PAGE}?id=7", f"{PAGE}?id=7"),
        (f"{PAGE}?a=%20b&c", f"{PAGE}?a=%20b&c"),
        (None, None),
    ],
)
def test_what_only_tracks_is_taken_off(given: str | None, left: str | None) -> None:
    assert untracked(given) == left


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_draft_links_to_the_page_and_keeps_the_charter(service: Service, language: str) -> None:
    tracked = f"{PAGE}-{language}?utm_source=newsletter&utm_medium=email"
    content = {"title": "Label", "text": TEXTS[language], "language": language, "url": tracked}
    asked: dict[str, Any] = {
        "content": content,
        "ambassador": {"profile_type": "expert", "languages": [language]},
        "language": language,
    }
    headers = service.headers(Role.PLATFORM)
    (draft,) = service.client.post("/v1/drafts", headers=headers, json=asked).json()["drafts"]
    assert f"{PAGE}-{language}" in draft["text"]
    assert "utm_" not in draft["text"]
    source = {"text": TEXTS[language], "title": "Label", "url": tracked}
    sent = {"text": draft["text"], "language": language, "source": source}
    checked = service.client.post("/v1/checks", headers=headers, json=sent).json()
    assert checked["outcome"] == "allow"

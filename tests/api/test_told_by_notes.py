"""A note of one's own opens a content whose every angle others hold."""

from typing import Any

import pytest

from domain.roles import Role
from tests.api.conftest import Service

TOLD = {
    "fr": {
        "title": "Un nouveau four à l’atelier",
        "text": "Depuis lundi, l’atelier de Saint-Nazaire a un four de séchage. Il consomme"
        " 12 kWh par jour. Deux collègues ont été formés.",
        "url": "https://tessonde.example/four",
    },
    "en": {
        "title": "A new oven in the workshop",
        "text": "Since Monday the Saint-Nazaire workshop has a drying oven. It uses 12 kWh a day."
        " Two colleagues were trained.",
        "url": "https://tessonde.example/oven",
    },
}
THEIRS = {
    "fr": ["j’ai choisi la couleur", "le vieux four me manque", "on y sèche aussi nos bonnets"],
    "en": ["I chose the colour", "I miss the old oven", "we dry our caps in it too"],
}
MINE = {
    "fr": "Ma main a gardé la marque du premier essai, un mardi soir de pluie.",
    "en": "My hand still has the mark of the first try, on a rainy Tuesday evening.",
}


def asked(service: Service, language: str, *notes: str) -> Any:
    body = {
        "content": TOLD[language] | {"language": language},
        "ambassador": {"profile_type": "reporter", "languages": [language]},
        "language": language,
        "notes": notes,
        "n": 2,
    }
    headers = service.headers(Role.PLATFORM)
    return service.client.post("/v1/drafts", headers=headers, json=body).json()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_note_opens_what_others_have_told_whole(service: Service, language: str) -> None:
    for note in THEIRS[language] * 3:
        asked(service, language, note)
    alone = asked(service, language)
    assert {one["reason"] for one in alone["withheld"]} == {"angles_exhausted"}
    opened = asked(service, language, MINE[language])["drafts"]
    assert opened
    for draft in opened:
        assert ":note-" in draft["angle"]
        assert MINE[language].removesuffix(".") in draft["text"]
        assert draft["verdict"]["outcome"] == "allow"

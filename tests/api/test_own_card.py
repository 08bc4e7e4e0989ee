"""The card of one's own voice, over HTTP."""

from dataclasses import fields

from api.schemas.voice import VoiceCardIn, VoiceCardOut
from domain.purposes import Purpose
from domain.voice import VoiceCard
from tests.api.conftest import Service
from tests.api.people import Person

POSTS = [
    "Trois nuits à écouter le même tronçon, et rien. Puis un souffle, à 4 h du matin.",
    "On a changé de capteur, on a changé d’heure, on a recommencé depuis le début.",
    "Vous me demandez souvent comment on entend une fuite : on écoute, longtemps, la nuit.",
]


def test_a_card_is_read_from_the_posts_until_its_owner_corrects_it(service: Service) -> None:
    person = Person(service, Purpose.VOICE)
    (card,) = person.call("PUT", "/voice", json={"posts": POSTS}).json()["cards"]
    assert (card["language"], card["edited"], card["posts"]) == ("fr", False, 3)
    edit = {"language": "fr", "says_tu": True, "never": ["synergie"]}
    (edited,) = person.call("PUT", "/voice", json={"cards": [edit]}).json()["cards"]
    assert edited == card | {"edited": True, "says_tu": True, "never": ["synergie"]}
    assert service.services.people.get(person.ambassador_id).ambassador.cards[0].says_tu
    assert person.call("PUT", "/voice", json={"cards": [edited]}).json()["cards"] == [edited]
    kept = person.call("PUT", "/voice", json={"cards": []}).json()
    assert (kept["posts"], kept["cards"]) == (POSTS, [card])


def test_a_card_can_be_written_without_any_post_and_goes_with_its_purpose(
    service: Service,
) -> None:
    person = Person(service, Purpose.VOICE)
    edit = {"language": "en", "emojis": ["🌊"]}
    (card,) = person.call("PUT", "/voice", json={"cards": [edit]}).json()["cards"]
    assert (card["emojis"], card["edited"]) == (["🌊"], True)
    twice = person.call("PUT", "/voice", json={"cards": [edit, edit]})
    assert (twice.status_code, twice.json()["errors"][0]["field"]) == (422, "cards")
    person.call("PUT", "/purposes", json={"voice": False})
    assert person.call("GET", "/voice").json() == {"posts": [], "cards": []}


def test_every_field_of_a_card_is_read_and_written() -> None:
    names = {field.name for field in fields(VoiceCard)}
    assert set(VoiceCardIn.model_fields) == set(VoiceCardOut.model_fields) == names | {"edited"}

"""Reading and correcting one's own voice."""

from collections.abc import Iterable, Sequence
from typing import Final

from api.schemas.voice import VoiceBrought, VoiceCardIn, VoiceCardOut, VoiceIn, VoiceKept
from api.wiring import Services
from domain.errors import RequestInvalid
from domain.language import Language
from domain.people import Ambassador
from domain.purposes import Purpose
from domain.voice import VoiceCard
from personalizer.card import card_of
from personalizer.own_posts import MOST_POSTS, posts_from_archive

LARGEST_ARCHIVE: Final = 20_000_000
"""Bytes: an archive of a member's words; one with their pictures is larger, and not needed."""
ARCHIVES_COME_TO: Final = ("/v1/me/voice/archive", "/voice/archive")


def read(services: Services, ambassador_id: str) -> VoiceKept:
    """Return somebody's posts and the card of each language they have one in."""
    person = services.people.get(ambassador_id).ambassador
    return VoiceKept(posts=list(person.posts), cards=list(_cards(person)))


def correct(services: Services, ambassador_id: str, asked: VoiceIn) -> VoiceKept:
    """Keep what was sent of posts and cards.

    Raises RequestInvalid when the purpose is off, or two cards are in one language.
    """
    person = services.people.get(ambassador_id).ambassador
    posts = person.posts if asked.posts is None else asked.posts
    cards = person.cards
    if asked.cards is not None:
        cards = tuple(_corrected(person, posts, one) for one in asked.cards)
    if len({card.language for card in cards}) < len(cards):
        raise RequestInvalid("send one card per language", field="cards")
    services.people.save_voice(ambassador_id, posts=posts, cards=cards)
    return read(services, ambassador_id)


def bring(services: Services, ambassador_id: str, archive: bytes) -> VoiceBrought:
    """Keep the posts of somebody's own LinkedIn archive before those they have here already.

    Nothing else of the archive is read or kept. Raises RequestInvalid when the purpose is off, or
    the file is no archive of posts.
    """
    person = services.people.get(ambassador_id)
    if not person.purposes[Purpose.VOICE]:
        raise RequestInvalid("turn the purpose `voice` on first", field="voice")
    known = person.ambassador
    brought = posts_from_archive(archive)
    posts = tuple(dict.fromkeys((*brought, *known.posts)))[:MOST_POSTS]
    services.people.save_voice(ambassador_id, posts=posts, cards=known.cards)
    kept = read(services, ambassador_id)
    return VoiceBrought(posts=kept.posts, cards=kept.cards, brought=len(brought))


def _cards(person: Ambassador) -> Iterable[VoiceCardOut]:
    for language in Language:
        own = _kept(person, language)
        card = own or card_of(person.posts, language)
        if card is not None:
            yield VoiceCardOut.of(card, edited=own is not None)


def _corrected(person: Ambassador, posts: Sequence[str], asked: VoiceCardIn) -> VoiceCard:
    language = asked.language
    base = _kept(person, language) or card_of(posts, language) or _plain(language)
    return VoiceCard.from_data({**base.as_data(), **asked.corrections()})


def _kept(person: Ambassador, language: Language) -> VoiceCard | None:
    return next((card for card in person.cards if card.language is language), None)


def _plain(language: Language) -> VoiceCard:
    """Return the card of somebody who wrote nothing yet: middling figures, no habits."""
    return VoiceCard(
        language=language, posts=0, sentence_words=15.0, characters=900, line_breaks=4.0
    )

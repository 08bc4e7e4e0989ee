from datetime import UTC, datetime

import numpy as np
import pytest

from domain.language import Language
from domain.people import Ambassador
from recommender.background import Background
from recommender.eligibility import Limits, eligible
from recommender.encoders import open_encoder
from recommender.fields import fields_of
from recommender.known_topics import KnownTopics
from recommender.pooling import encode_contents
from recommender.profiles import read_interests
from recommender.snapshot import Snapshot
from recommender.subjects import read_topic
from recommender.vectors import Floats, unpack
from tests.builders import item
from tests.recommender.worlds import ENCODER as SPELLING

ENCODER = open_encoder()
RANSOM = {
    Language.FRENCH: "Ils réclamaient une rançon : nos mots de passe étaient sur un papier.",
    Language.ENGLISH: "They asked for a ransom: our passwords were on a sticky note.",
}
KITCHEN = {
    Language.FRENCH: "Le chef nous a montré comment lever un filet de truite.",
    Language.ENGLISH: "The chef showed us how to fillet a trout.",
}


def _own_and_wide(name: str) -> tuple[Floats, Floats]:
    topic = read_topic(name)
    own = unpack(ENCODER.encode([name]), ENCODER.dimension)
    return own, fields_of(ENCODER).widened([topic], own)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["cybersécurité", "cybersecurity", "sécurité informatique"])
def test_a_topic_is_found_in_the_words_it_is_told_in(name: str, language: Language) -> None:
    texts = unpack(
        encode_contents(ENCODER, [RANSOM[language], KITCHEN[language]]), ENCODER.dimension
    )
    own, wide = (texts @ vector[0] for vector in _own_and_wide(name))
    assert wide[0] - wide[1] > own[0] - own[1]
    assert wide[0] > wide[1]


def test_a_topic_that_no_field_knows_stays_what_it_is() -> None:
    topic = read_topic("qzxv wkjr")
    own = unpack(SPELLING.encode([topic.name]), SPELLING.dimension)
    np.testing.assert_allclose(fields_of(SPELLING).widened([topic], own), own, atol=1e-6)


def test_nobody_without_topics_is_given_some() -> None:
    interests = read_interests(
        Ambassador(languages=(Language.FRENCH,)), KnownTopics(ENCODER, Background(()))
    )
    assert interests.wide_vectors.shape == (0, ENCODER.dimension)
    assert interests.topics_centre is None
    assert interests.posts_centre is None


def test_a_field_never_rules_a_content_out() -> None:
    content = item(content_id="a", title="Rançon", text=RANSOM[Language.FRENCH])
    snapshot = Snapshot.of([content], {}, dimension=ENCODER.dimension)
    limits = Limits(datetime(2026, 11, 28, tzinfo=UTC))
    silent = Ambassador(languages=(Language.FRENCH,), never=("cybersécurité",))
    assert eligible(snapshot, silent, limits).all()
    named = Ambassador(languages=(Language.FRENCH,), never=("rançon",))
    assert not eligible(snapshot, named, limits).any()


def test_the_vector_of_a_topic_keeps_its_length() -> None:
    _, wide = _own_and_wide("économie circulaire")
    assert float(np.linalg.norm(wide)) == pytest.approx(1.0, abs=1e-5)


def test_every_field_has_names_and_words_in_both_languages() -> None:
    fields = fields_of(ENCODER)
    assert len(fields.told) > 100
    assert fields.told.any(axis=1).all()
    assert all(fields.ways.values())
    assert 0 < fields.kinship < 1

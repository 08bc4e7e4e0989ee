"""A change of encoder: everything is embedded anew, in sight, and two encoders never meet."""

from pathlib import Path

import pytest

from api.asking import _unwanted
from api.cli.embedding import embed_catalogue
from api.settings import Settings
from api.wiring import Services, open_services
from domain.language import Language
from domain.people import Ambassador
from domain.signals import Signal
from recommender.adapters.hashing import HashingEncoder
from recommender.pooling import encode_contents
from recommender.snapshot import text_to_embed
from tests.builders import NOW, item


def services(folder: Path, encoder: str) -> Services:
    return open_services(Settings.from_environment(data_dir=folder, encoder=encoder))


def test_a_change_of_encoder_embeds_everything_anew_and_shows_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = [item(content_id=f"c{n}", title=f"Atelier {n}", digest=str(n)) for n in range(3)]
    before = services(tmp_path, "hashing")
    before.contents.save(
        kept,
        vectors=before.live.embed(kept),
        encoder=before.live.encoder.fingerprint,
    )
    assert embed_catalogue(before) == 0
    assert not capsys.readouterr().err
    before.close()
    after = services(tmp_path, "bundled")
    assert embed_catalogue(after) == 3
    shown = capsys.readouterr().err
    assert after.live.encoder.fingerprint[:20] in shown.replace("\n", "")
    assert "3/3" in shown
    after.close()


def test_vectors_of_two_encoders_of_one_dimension_never_meet(tmp_path: Path) -> None:
    first = services(tmp_path, "bundled")
    other = HashingEncoder(first.live.encoder.dimension)
    old = item(content_id="old", title="Pompes à chaleur", digest="1")
    (vector,) = encode_contents(other, [text_to_embed(old)])
    first.contents.save([old], vectors={"old": vector}, encoder=other.fingerprint)
    first.close()
    second = services(tmp_path, "bundled")
    assert second.contents.vectors(second.live.encoder.fingerprint) == {}
    found = second.live.current().recommend(Ambassador(topics=("énergie",)), k=5, now=NOW)
    assert found.encoder == second.live.encoder.fingerprint
    vectors = second.contents.vectors(second.live.encoder.fingerprint)
    assert vectors == second.live.embed([old])
    assert len(vectors["old"]) == len(vector)
    assert vectors["old"] != vector
    second.close()


@pytest.mark.parametrize(("encoder", "found"), [("bundled", {"fr", "en"}), ("hashing", {"fr"})])
def test_translations_are_paired_by_the_bundled_encoder_alone(
    tmp_path: Path, encoder: str, found: set[str]
) -> None:
    opened = services(tmp_path, encoder)
    title = "Pompes à chaleur de la vallée"
    kept = [
        item(content_id=one.value, language=one, title=title, digest=one, published_at=NOW)
        for one in Language
    ]
    vectors = opened.live.embed(kept)
    opened.contents.save(kept, vectors=vectors, encoder=opened.live.encoder.fingerprint)
    assert _unwanted(opened, {"fr": Signal.DISMISSED}) == found
    opened.close()

from datetime import UTC, datetime, timedelta

import numpy as np

from domain.language import Language
from recommender.factors import TYPE_TABLE
from recommender.kinds import TYPES
from recommender.snapshot import ALWAYS, NEVER, Snapshot, instant, text_to_embed
from recommender.subjects import read_topic
from tests.builders import NOW, item
from tests.contracts.vector_index import vector


def test_items_stand_in_the_order_of_their_ids() -> None:
    items = [item(content_id=name) for name in ("b", "c", "a")]
    snapshot = Snapshot.of(items, {"c": vector(0, 1)}, dimension=64)
    assert [each.content_id for each in snapshot.items] == ["a", "b", "c"]
    assert snapshot.rows == {"a": 0, "b": 1, "c": 2}
    assert np.flatnonzero(snapshot.matrix.any(axis=1)).tolist() == [2]


def test_a_vector_of_another_length_is_no_vector() -> None:
    snapshot = Snapshot.of([item(content_id="a")], {"a": vector(1)}, dimension=32)
    assert not snapshot.matrix.any()


def test_an_empty_catalogue_is_a_snapshot_too() -> None:
    snapshot = Snapshot.of([], {}, dimension=8)
    assert snapshot.size == 0
    assert snapshot.live(NOW).tolist() == []
    assert snapshot.kinds.shape[0] == 0


def test_what_is_embedded_begins_with_the_title_and_ends_somewhere() -> None:
    text = text_to_embed(item(title="Le titre", summary="Le chapeau", text="long " * 9000))
    assert text.startswith("Le titre\nLe chapeau\nlong")
    assert len(text) < 21_000


def test_times_are_exact_to_the_microsecond_in_any_zone() -> None:
    moment = datetime(2026, 3, 1, 12, 0, 0, 1, tzinfo=UTC)
    assert instant(moment, otherwise=0) - instant(NOW, otherwise=0) == (moment - NOW) // timedelta(
        microseconds=1
    )
    assert instant(None, otherwise=NEVER) == NEVER
    assert instant(datetime.min.replace(tzinfo=UTC), otherwise=0) > ALWAYS
    assert instant(datetime.max.replace(tzinfo=UTC), otherwise=0) < NEVER


def test_title_tags_summary_and_text_are_all_read() -> None:
    content = item(title="Alpha", tags=("Bravo",), summary="Charlie", text="Delta", content_id="a")
    words = Snapshot.of([content], {}, dimension=8).words
    for name in ("alpha", "bravo", "charlie", "delta"):
        assert words.naming(read_topic(name)).tolist() == [True]


def test_the_title_says_more_than_the_text() -> None:
    items = [
        item(content_id="a", title="Les robots", text="Rien de plus à dire ici."),
        item(content_id="b", title="Rien de plus à dire", text="Les robots ici."),
        item(content_id="c", title="Autre chose", text="Sans rapport aucun."),
    ]
    values = Snapshot.of(items, {}, dimension=8).words.about(read_topic("robots"))
    assert values[0] > values[1] > values[2] == 0


def test_the_kind_is_read_in_the_language_of_the_item() -> None:
    items = [
        item(content_id=language, title="We are hiring", text="", language=language)
        for language in Language
    ]
    snapshot = Snapshot.of(items, {}, dimension=8)
    fits = snapshot.kinds @ TYPE_TABLE.T
    assert TYPES[int(fits[snapshot.rows["en"]].argmax())] == "hr_ambassador"
    assert not fits[snapshot.rows["fr"]].any()

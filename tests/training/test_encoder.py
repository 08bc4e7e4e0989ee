"""The parts of `make encoder` that decide what is learned, and the form it is shipped in."""

import gzip
import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from recommender.adapters.static import StaticEncoder
from training.encoder.alignment import aligned, held_out
from training.encoder.artefact import quantized, write_encoder
from training.encoder.card import write_card
from training.encoder.corpus import Corpus, Document, Pair, family, read
from training.encoder.examples import TASKS, Example, rationed
from training.encoder.recipe import Recipe
from training.encoder.said import Said
from training.encoder.sharing import SILENT, Sharing, shared
from training.encoder.starting import Table, in_both, rarity, scattered, taught, translated
from training.encoder.tokenizer import learn_tokenizer, pieces_of
from training.encoder.translation import Translations, translations

SENTENCES = [
    (
        "Le pont de la gare est fermé depuis mardi.",
        "The station bridge has been closed since Tuesday.",
    ),
    ("Les équipes posent de nouvelles poutres.", "The crews are laying new girders this week."),
    ("La neige a bloqué la route du col en mars.", "Snow blocked the road over the pass in March."),
    ("Un chasse-neige est parti de la vallée.", "A snow plough left the valley this morning."),
    (
        "Contactez votre administrateur pour plus de détails.",
        "Contact your administrator for details.",
    ),
]
MADE = date(2026, 11, 28)
PAIRS = [Pair(*pair) for pair in SENTENCES]


def documents(side: int) -> list[Document]:
    bridge, snow = (" ".join(SENTENCES[n][side] for n in place) for place in ((0, 1, 4), (2, 3, 4)))
    return [Document("pont", bridge), Document("neige", snow)][:: 1 if side else -1]


def corpus(source: str = "tatoeba") -> Corpus:
    held = {(source, "fr"): documents(0), (source, "en"): documents(1)}
    return Corpus({source: PAIRS}, held)


def test_documents_are_paired_by_the_sentences_they_share() -> None:
    pairs = aligned(corpus(), "tatoeba")
    assert [(one.french.title, one.english.title) for one in pairs] == [
        ("neige", "neige"),
        ("pont", "pont"),
    ]


def test_documents_that_share_one_sentence_are_not_paired() -> None:
    assert aligned(Corpus({"tatoeba": PAIRS[4:]}, corpus().documents), "tatoeba") == []


def test_a_held_out_source_is_left_out_with_its_sections_and_read_apart() -> None:
    whole = corpus("ms-teams-dev")
    sections = {("ms-teams-dev#section", "fr"): documents(0), ("rgaa", "fr"): documents(0)}
    whole = Corpus(whole.pairs, {**whole.documents, **sections})
    left = whole.without()
    assert not left.pairs
    assert [family(name) for name, _ in left.documents] == ["rgaa"]
    assert len(held_out(whole)) == 2


def test_a_missing_corpus_is_named_with_where_it_comes_from(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"parallel\.permissive.*\.\./shared/corpus.*CORPUS="):
        read(tmp_path)


def test_the_corpus_is_read_by_source(tmp_path: Path) -> None:
    row = {"lang": "fr", "title": "Pont", "body": "Fermé.", "source": "rgaa"}
    with gzip.open(tmp_path / "parallel.permissive.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("Le pont\tThe bridge\ttatoeba\n")
    with gzip.open(tmp_path / "titled.permissive.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    found = read(tmp_path)
    assert found.pairs == {"tatoeba": [Pair("Le pont", "The bridge")]}
    assert found.documents == {("rgaa", "fr"): [Document("Pont", "Fermé.")]}


def test_a_ration_repeats_the_small_and_keeps_to_the_batches_asked_for() -> None:
    small = [Example(f"a{n}", "b") for n in range(10)]
    large = [Example(f"c{n}", "d") for n in range(1000)]
    found = rationed(
        {"translation small": small, "translation large": large, "title small": small},
        batches=80,
        size=5,
        seed=1,
    )
    sizes = {name: len(rows) for name, rows in found.items()}
    assert sum(sizes.values()) == pytest.approx(80 * 5, abs=15)
    translated = sizes["translation small"] + sizes["translation large"]
    assert translated / sizes["title small"] == pytest.approx(
        TASKS["translation"] / TASKS["title"], rel=0.1
    )
    assert sizes["translation large"] > 5 * sizes["translation small"]
    assert set(found["title small"]) == set(small)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    words = Said(corpus(), seed=1).words(1)
    return learn_tokenizer(words, words, 200)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Équipes", "equipes"),
        ("#PontDeLaGare", "# pont de la gare"),
        ("l’œuvre", "L'OEUVRE"),
        ("la neige 🎉❄️", "la neige"),
    ],
)
def test_two_spellings_are_cut_alike(tokenizer: Tokenizer, one: str, other: str) -> None:
    read_so = [
        [piece for piece in tokenizer.encode(text).tokens if piece not in "'’#"]
        for text in (one, other)
    ]
    assert read_so[0] == read_so[1]


def test_a_word_is_kept_whole_and_an_unknown_one_is_spelled(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("Les poutres").tokens == ["les", "poutres"]
    assert len(tokenizer.encode("poutrelles").tokens) > 1


PHRASES = [
    Pair("le pont est long", "the bridge is long"),
    Pair("le pont est court", "the bridge is short"),
    Pair("la neige est belle", "the snow is lovely"),
    Pair("la neige est froide", "the snow is cold"),
    Pair("le velo est long", "the bicycle is long"),
    Pair("la lampe est froide", "the lamp is cold"),
    Pair("les ponts", "the bridges"),
]


def phrases() -> Corpus:
    """Return sentences that say what means what, among so many words that none is frequent."""
    others = [Pair(*(" ".join(f"{side}{n}" for n in range(20_000)) for side in "fe"))]
    return Corpus({"tatoeba": PHRASES * 5 + others}, {})


def test_sentence_pairs_say_which_word_means_which() -> None:
    found = translations(phrases(), seed=1)
    times = dict(zip(zip(found.french, found.english, strict=True), found.times, strict=True))
    for french, english in (("pont", "bridge"), ("neige", "snow"), ("froide", "cold")):
        others = [n for (word, other), n in times.items() if word == french and other != english]
        assert times[french, english] > 2 * max(others, default=0)


@pytest.fixture(scope="module")
def sharing() -> Sharing:
    said = Said(phrases(), seed=1)
    cut = learn_tokenizer(said.words(5), said.words(5), 60)
    found = translations(phrases(), seed=1)
    return shared(cut, said, found, {}, Recipe(rows=200, kindred=4, mixed=4))


def test_inflections_and_translations_share_a_row_and_strangers_do_not(sharing: Sharing) -> None:
    rows = sharing.rows
    assert rows["pont"] == rows["ponts"] == rows["bridge"] == rows["bridges"]
    assert rows["pont"] != rows["neige"] == rows["snow"] != SILENT
    assert rows["[UNK]"] == SILENT


def crowded(meant: dict[str, Table]) -> Sharing:
    """Return who shares what where there are six rows for all words, and no translations."""
    said = Said(phrases(), seed=1)
    cut = learn_tokenizer(said.words(5), said.words(5), 60)
    spelled = sum(not said.knows(piece) for piece in cut.get_vocab())
    small = Recipe(rows=spelled + 6, kindred=2, mixed=1)
    return shared(cut, said, Translations([], [], np.zeros(0)), meant, small)


def test_words_beyond_the_rows_there_are_share_some_by_chance() -> None:
    found = crowded({})
    mixed = [
        word for word, row in found.rows.items() if found.mixed.start <= row < found.mixed.stop
    ]
    assert len(mixed) > 2
    assert found.rows["the"] < found.kindred.start, "the most frequent keep one of their own"


def test_seldom_words_share_with_those_that_mean_nearly_the_same() -> None:
    near, far = np.eye(2, dtype=np.float32)
    meant: dict[str, Table] = {
        "snow": near,
        "cold": near + far / np.float32(9),
        "bicycle": far,
        "velo": far + near / np.float32(9),
    }
    found = crowded(meant)
    rows = [found.rows[word] for word in meant]
    assert rows[0] == rows[1] != rows[2] == rows[3]
    assert set(rows) == set(range(found.kindred.start, found.kindred.stop))
    assert found.mixed.start <= found.rows["lamp"] < found.mixed.stop, "nobody knows what it means"


def test_the_rarer_a_word_the_more_it_counts(sharing: Sharing) -> None:
    counts = rarity(sharing)
    assert 0 < counts[sharing.rows["the"]] < counts[sharing.rows["cold"]] <= 1
    assert counts[SILENT] == 0


def test_a_direction_leans_to_those_of_its_translations_and_no_other(sharing: Sharing) -> None:
    found = Translations(["court"], ["lovely"], np.array([50.0]))
    own = scattered(sharing.size, dimension=256, seed=1)
    leaning = translated(own, sharing, found, counts=0.6)
    court, lovely, cold = (leaning[sharing.rows[word]] for word in ("court", "lovely", "cold"))
    assert court @ lovely > 0.7
    assert abs(court @ cold) < 0.3


def test_a_french_word_means_what_the_teacher_says_of_its_translations(sharing: Sharing) -> None:
    said, found = Said(phrases(), seed=1), Translations(["court"], ["short"], np.array([9.0]))
    meant = in_both(found, {"short": np.array([0.6, 0.8], dtype=np.float32)})
    table = taught(sharing, said, meant)
    np.testing.assert_allclose(table[sharing.rows["court"]], [0.6, 0.8], atol=1e-6)
    assert not table[sharing.rows["neige"]].any()


def test_what_strangers_share_means_nothing_and_what_kindred_share_does() -> None:
    near, far = np.eye(2, dtype=np.float32)
    meant = {"snow": near, "cold": near, "bicycle": far, "velo": far, "lamp": far}
    found = crowded(meant)
    table = taught(found, Said(phrases(), seed=1), meant)
    np.testing.assert_allclose(table[found.rows["snow"]], near, atol=1e-6)
    assert not table[found.mixed].any()


def test_eight_bits_keep_the_direction_of_a_row() -> None:
    table = np.random.default_rng(1).standard_normal((50, 256)).astype(np.float32)
    table[7] = 0.0
    embeddings, weights = quantized(table)
    back = embeddings * weights[:, None]
    assert embeddings.dtype == np.int8
    assert not back[7].any()
    assert np.abs(back - table).max() <= np.abs(table).max() / 127


def test_what_is_written_is_read_and_a_text_without_words_says_nothing(
    tokenizer: Tokenizer, tmp_path: Path
) -> None:
    mapping = np.arange(tokenizer.get_vocab_size())
    mapping[[not piece.isalnum() for piece in pieces_of(tokenizer)]] = SILENT
    table = np.random.default_rng(1).standard_normal((len(mapping), 32))
    write_encoder(tmp_path, tokenizer, mapping, table.astype(np.float32))
    encoder = StaticEncoder(tmp_path)
    assert encoder.dimension == 32
    assert encoder.encode(["?!… :"]) == [bytes(4 * 32)]
    assert encoder.encode(["pont"]) != [bytes(4 * 32)]


def test_words_that_share_a_row_are_one_word(tokenizer: Tokenizer, tmp_path: Path) -> None:
    mapping = np.arange(tokenizer.get_vocab_size())
    pieces = pieces_of(tokenizer)
    mapping[pieces.index("bridge")] = pieces.index("pont")
    table = np.random.default_rng(1).standard_normal((len(mapping), 32))
    write_encoder(tmp_path, tokenizer, mapping, table.astype(np.float32))
    french, english, other = StaticEncoder(tmp_path).encode(["pont", "bridge", "neige"])
    assert french == english != other


def test_the_same_table_is_written_to_the_same_bytes(tokenizer: Tokenizer, tmp_path: Path) -> None:
    mapping = np.arange(tokenizer.get_vocab_size())
    table = np.ones((len(mapping), 8), dtype=np.float32)
    for name in ("one", "other"):
        write_encoder(tmp_path / name, tokenizer, mapping, table)
    assert (
        StaticEncoder(tmp_path / "one").fingerprint == StaticEncoder(tmp_path / "other").fingerprint
    )


def test_the_card_names_every_source_with_licence_and_size(tmp_path: Path) -> None:
    write_card(tmp_path, corpus(), Recipe(), made=MADE, run="2 minutes")
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "2026-11-28 by `make encoder`: 2 minutes" in card
    assert "| CC BY 2.0 FR | Tatoeba contributors | 5 | 4 |" in card
    assert "{" not in card


def test_a_source_nobody_accounts_for_is_not_carded(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="says nothing of found-somewhere"):
        write_card(tmp_path, corpus("found-somewhere"), Recipe(), made=MADE, run="2 minutes")

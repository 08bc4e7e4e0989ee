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
from training.encoder.starting import Said, gathered, stems_of
from training.encoder.tokenizer import learn_tokenizer

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
    return learn_tokenizer(corpus(), 300, seed=1)


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


def test_inflections_start_nearer_each_other_than_strangers(tokenizer: Tokenizer) -> None:
    vocabulary = ["pont", "ponts", "neige"]
    said = Said(corpus(), tokenizer)
    stems = [said.stem(word) for word in vocabulary]
    assert stems[0] == stems[1] != stems[2]
    rare = np.ones(tokenizer.get_vocab_size(), dtype=np.float32)
    table = gathered(rare, stems_of(tokenizer, said), dimension=64, seed=1)
    assert table.shape == (len(rare), 64)


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
    table = np.random.default_rng(1).standard_normal((tokenizer.get_vocab_size(), 32))
    write_encoder(tmp_path, tokenizer, table.astype(np.float32))
    encoder = StaticEncoder(tmp_path)
    assert encoder.dimension == 32
    assert encoder.encode(["?!… :"]) == [bytes(4 * 32)]
    assert encoder.encode(["pont"]) != [bytes(4 * 32)]


def test_the_same_table_is_written_to_the_same_bytes(tokenizer: Tokenizer, tmp_path: Path) -> None:
    table = np.ones((tokenizer.get_vocab_size(), 8), dtype=np.float32)
    for name in ("one", "other"):
        write_encoder(tmp_path / name, tokenizer, table)
    assert (
        StaticEncoder(tmp_path / "one").fingerprint == StaticEncoder(tmp_path / "other").fingerprint
    )


def test_the_card_names_every_source_with_licence_and_size(tmp_path: Path) -> None:
    write_card(tmp_path, corpus(), Recipe(), made=date(2026, 11, 28))
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "2026-11-28" in card
    assert "| CC BY 2.0 FR | Tatoeba contributors | 5 | 4 |" in card
    assert "{" not in card


def test_a_source_nobody_accounts_for_is_not_carded(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="says nothing of found-somewhere"):
        write_card(tmp_path, corpus("found-somewhere"), Recipe(), made=date(2026, 11, 28))

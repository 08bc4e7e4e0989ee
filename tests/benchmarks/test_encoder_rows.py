"""What `make evals` says of encoders beside the bundled one."""

from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.quality import encoder
from benchmarks.quality.figure import Figure


@pytest.mark.parametrize("setting", ["", "bundled"])
def test_where_no_other_encoder_is_named_one_row_says_how_to_have_it_measured(setting: str) -> None:
    (row,) = encoder.another(setting)
    assert row.value is None
    assert "PORTEVOIX_ENCODER=NAME make evals" in row.name


@pytest.mark.models
@pytest.mark.skipif(find_spec("sentence_transformers") is None, reason="needs the extra `models`")
@pytest.mark.filterwarnings("ignore")
def test_any_folder_of_sentence_transformers_is_measured_under_its_name(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - torch: seconds
    from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415 - the same
        StaticEmbedding,
    )
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415 - the same

    words = ["[UNK]", "le", "la", "the", "of", "de", "pont", "team", "climate"]
    cut = Tokenizer(models.WordLevel(dict(zip(words, range(len(words)), strict=True)), "[UNK]"))
    cut.pre_tokenizer = pre_tokenizers.Whitespace()
    small = SentenceTransformer(modules=[StaticEmbedding(cut, embedding_dim=8)], device="cpu")
    small.save(str(tmp_path / "small"))
    rows: list[Figure] = list(islice(encoder.another(str(tmp_path / "small")), 6))
    assert {row.name.rsplit(", ")[-1] for row in rows} == {"small"}
    read = {row.name: row.value for row in rows}
    assert 0 <= (read["title → short company text MRR, fr, small"] or -1) <= 1
    assert all(row.asked is None for row in rows), "what is asked is asked of ours"

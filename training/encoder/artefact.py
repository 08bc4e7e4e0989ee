"""The folder that is shipped: eight bits a value, in the form sentence-transformers reads.

Several words may share a row: `mapping` has the row of each number of the tokenizer (the form of
model2vec's quantized vocabularies), `weights` what the row's steps are worth. `SentenceTransformer(
folder)` reads all three; so does our own loader, without torch.
"""

import json
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from recommender.adapters.manifest import write_manifest
from training.encoder.sharing import SILENT

NAME: Final = "porte-voix-fr-en"
_STEPS: Final = 127
_MODULES: Final = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.sentence_transformer.modules.Normalize",
    },
]
_CONFIG: Final[dict[str, object]] = {
    "model_type": "SentenceTransformer",
    "prompts": {},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def write_encoder(
    folder: Path,
    tokenizer: Tokenizer,
    mapping: npt.NDArray[np.int64],
    table: npt.NDArray[np.float32],
) -> None:
    """Write weights, tokenizer, the modules' names and a manifest over all of them.

    A piece of a word without any letter or digit stands in row 0, which counts nothing, so that a
    text without words has no direction at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table[SILENT] = 0.0
    embeddings, sizes = quantized(table)
    tensors: dict[str, npt.NDArray[np.generic]] = {
        "embeddings": embeddings,
        "mapping": mapping.astype(np.int32),
        "weights": sizes[mapping],
    }
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False), encoding="utf-8")
    _write(folder / "modules.json", _MODULES)
    _write(folder / "config_sentence_transformers.json", _CONFIG)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    _write(folder / "1_Normalize" / "config.json", {})
    described = {"dimension": table.shape[1], "normalisation": "unit length"}
    write_manifest(folder, NAME, described)


def quantized(
    table: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Return each row as 127 steps of its own size either way, and that size."""
    weights = (np.abs(table).max(axis=1) / _STEPS).astype(np.float32)
    scaled = np.divide(
        table, weights[:, None], out=np.zeros_like(table), where=weights[:, None] > 0
    )
    return np.rint(scaled).astype(np.int8), weights


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")

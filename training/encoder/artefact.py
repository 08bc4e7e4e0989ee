"""The folder that is shipped: eight bits a value, in the form sentence-transformers reads.

`SentenceTransformer(folder)` multiplies each row of `embeddings` with its entry of `weights`; so
does our own loader, without torch.
"""

import json
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from recommender.adapters.manifest import write_manifest

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
_CONFIG: Final = {
    "model_type": "SentenceTransformer",
    "prompts": {},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def write_encoder(folder: Path, tokenizer: Tokenizer, table: npt.NDArray[np.float32]) -> None:
    """Write weights, tokenizer, the modules' names and a manifest over all of them.

    A piece of a word without any letter or digit counts nothing, so that a text without words has
    no direction at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    embeddings, weights = quantized(np.where(_speaks(tokenizer)[:, None], table, 0.0))
    tensors = {"embeddings": embeddings, "weights": weights}
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


def _speaks(tokenizer: Tokenizer) -> npt.NDArray[np.bool_]:
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda piece: piece[1])
    return np.array(
        [any(letter.isalnum() for letter in name) and name != "[UNK]" for name, _ in pieces]
    )


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")

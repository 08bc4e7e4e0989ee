"""Writing a model: weights folded into rows of small whole numbers, and the card beside them."""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from guardrails.learned.model import Kind, digest
from training.scoring.matrices import Floats, Meanings, Sizes

_STEPS = 127
_POWERS_KEPT = 4


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: a column of weights and a bias per scorer."""

    scorers: Sequence[str]
    weights: Floats
    biases: Floats


@dataclass(frozen=True, slots=True)
class Told:
    """What the card says beside the weights."""

    trained_on: str
    thresholds: Mapping[str, Mapping[str, float]]
    held_out: Mapping[str, Mapping[str, float]]


def write(  # noqa: PLR0913 - the parts of one file
    kind: Kind,
    learned: Learned,
    told: Told,
    *,
    words: Sequence[str],
    meanings: Meanings,
    directions: Floats,
    sizes: Sizes,
    folder: Path,
) -> None:
    """Write `KIND.weights` and `KIND.json`; `words` may begin with "-", for denied ones."""
    stems, rest = np.split(learned.weights, [sizes.stems])
    ideas, turned = np.split(rest, [sizes.ideas])
    plain, marked = (directions @ half for half in np.split(turned, 2))
    vectors = np.array([meanings.of(word.removeprefix("-")) for word in words])
    is_marked = np.array([word.startswith("-") for word in words])
    meaning = np.where(is_marked[:, None], vectors @ marked, vectors @ plain)
    parts = {"stems": stems, "ideas": ideas, "meaning": meaning}
    scales = {name: np.abs(part).max(axis=0).clip(1e-9) / _STEPS for name, part in parts.items()}
    tables = [
        np.rint(part / scales[name]).astype(np.int8).tobytes() for name, part in parts.items()
    ]
    powers = (vectors * vectors).sum(axis=1).round(_POWERS_KEPT).astype("<f4").tobytes()
    keys = np.array([digest(word) for word in words], dtype="<u4").tobytes()
    packed = zlib.compress(b"".join([*tables, powers, keys]), 9)
    (folder / f"{kind}.weights").write_bytes(packed)
    card = {
        "made_by": f"python -m training.scoring.{kind}",
        "trained_on": told.trained_on,
        "licence": "Apache-2.0",
        "encoder": meanings.fingerprint,
        "scorers": list(learned.scorers),
        "biases": [round(float(one), 5) for one in learned.biases],
        "thresholds": told.thresholds,
        "stems": sizes.stems,
        "ideas": sizes.ideas,
        "words": len(words),
        "scales": {name: [float(f"{one:.6g}") for one in scale] for name, scale in scales.items()},
        "held_out": told.held_out,
        "sha256": hashlib.sha256(packed).hexdigest(),
    }
    (folder / f"{kind}.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(f"{kind}.weights: {len(packed) / 1e6:.2f} MB")

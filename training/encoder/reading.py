"""How texts are read while there is learning: the rows of their words, and how much each counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.encoder.sharing import SILENT
from training.encoder.starting import Table

# A word that is repeated counts less with each mention.
SATURATION: Final = 1.5

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reader:
    """How texts are cut, and the row of each word and piece."""

    tokenizer: Tokenizer
    mapping: Places


class Counted(NamedTuple):
    """The rows of texts one after the other, how much each counts, and where each text starts."""

    rows: Places
    counts: Table
    starts: Places


def counted(reader: Reader, texts: Sequence[str]) -> Counted:
    """Return the rows of each text once, repeated ones saturated; what says nothing is left out."""
    cut = reader.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    said = [reader.mapping[one.ids] for one in cut]
    found = [np.unique(rows[rows != SILENT], return_counts=True) for rows in said]
    mentions = np.concatenate([times for _, times in found])
    counts = (mentions * (SATURATION + 1) / (mentions + SATURATION)).astype(np.float32)
    starts = np.cumsum([0, *(len(rows) for rows, _ in found)])
    return Counted(np.concatenate([rows for rows, _ in found]), counts, starts)

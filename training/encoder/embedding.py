"""The model while it learns: sentence-transformers' static embedding, pooled as contents are."""

from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from training.encoder.reading import Places, Reader, counted
from training.encoder.starting import Table


class LearningEmbedding(StaticEmbedding):
    """Adds up words and pieces, repeated ones saturated; only the rows a batch touches move."""

    def __init__(self, tokenizer: Tokenizer, mapping: Places, table: torch.Tensor) -> None:
        super().__init__(tokenizer, embedding_weights=table)
        self._mapping = mapping

    def preprocess(
        self,
        inputs: list[str],
        prompt: str | None = None,  # noqa: ARG002 - the interface's
        **_: Any,  # noqa: ANN401 - the interface's
    ) -> dict[str, torch.Tensor]:
        """Return the rows of each text once, with how much they count."""
        read = counted(Reader(self.tokenizer, self._mapping), inputs)
        return {
            "input_ids": torch.from_numpy(read.rows),
            "offsets": torch.from_numpy(read.starts[:-1]),
            "counts": torch.from_numpy(read.counts),
        }

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:  # noqa: ANN401 - the interface's
        """Add up."""
        # The rows of a batch once each: a gradient per mention would be a hundred times as much.
        rows, places = torch.unique(features["input_ids"], return_inverse=True)
        table = functional.embedding(rows, self.embedding.weight, sparse=True)
        features["sentence_embedding"] = functional.embedding_bag(
            places,
            table,
            features["offsets"],
            mode="sum",
            per_sample_weights=features["counts"],
        )
        return features


class AnchoredAdam(torch.optim.SparseAdam):
    """Adam that pulls each touched row back to where it started, by a share of its own.

    Where it started, pieces of words are far from each other: what keeps a rare word findable.
    """

    def __init__(self, weight: nn.Parameter, *, rate: float, pull: Table) -> None:
        super().__init__([weight], lr=rate)
        self._start = weight.detach().clone()
        self._pull = torch.from_numpy(pull)[:, None]

    @torch.no_grad()
    def step(self, closure: Any = None) -> Any:  # type: ignore[override]  # noqa: ANN401 - the interface's
        """Move, then pull back."""
        loss = super().step(closure)
        (weight,) = self.param_groups[0]["params"]
        if weight.grad is not None:
            rows = weight.grad.coalesce().indices()[0]
            weight[rows] -= self._pull[rows] * (weight[rows] - self._start[rows])
        return loss


def learning_model(tokenizer: Tokenizer, mapping: Places, table: Table) -> SentenceTransformer:
    """Return a model of sentence-transformers around a table of vectors."""
    model = SentenceTransformer(
        modules=[LearningEmbedding(tokenizer, mapping, torch.from_numpy(table))], device="cpu"
    )
    # Our own card says what was learned from; no example of the corpus is copied into one.
    model.model_card_data.generate_widget_examples = False
    return model

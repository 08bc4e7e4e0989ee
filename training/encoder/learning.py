"""Two lessons with sentence-transformers' own trainer: meaning, then what belongs together."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from datasets import Dataset, DatasetDict
from sentence_transformers import SentenceTransformerTrainer
from sentence_transformers.base.sampler import BatchSamplers, MultiDatasetBatchSamplers
from sentence_transformers.sentence_transformer.losses import (
    EmbedDistillLoss,
    MultipleNegativesRankingLoss,
)
from sentence_transformers.sentence_transformer.training_args import (
    SentenceTransformerTrainingArguments,
)
from tokenizers import Tokenizer
from torch.optim.lr_scheduler import LambdaLR

from training.encoder.embedding import AnchoredAdam, Places, learning_model
from training.encoder.examples import Example
from training.encoder.recipe import Recipe
from training.encoder.starting import Table
from training.encoder.teacher import Lessons


class _SparseTrainer(SentenceTransformerTrainer):
    """Leaves out of its log the norm of the gradients, which sparse ones do not have."""

    def _get_grad_norm(self, *_: object, **__: object) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Reader:
    """How texts are cut, and the row of each word and piece."""

    tokenizer: Tokenizer
    mapping: Places


def learn_meaning(reader: Reader, table: Table, found: Lessons, recipe: Recipe) -> Table:
    """Bring English and French texts to where the teacher puts the English one."""
    model = learning_model(reader.tokenizer, reader.mapping, table)
    french, english = ([pair[side] for pair in found.pairs] for side in (0, 1))
    told = DatasetDict(
        french=Dataset.from_dict({"text": french, "label": found.of_pairs}),
        english=Dataset.from_dict({"text": english, "label": found.of_pairs}),
        descriptions=Dataset.from_dict({"text": found.texts, "label": found.of_texts}),
    )
    loss = EmbedDistillLoss(model, distance_metric="cosine")
    arguments = _arguments(recipe, size=recipe.lesson_size, epochs=recipe.lesson_epochs)
    pull = np.full(len(table), recipe.lesson_pull, dtype=np.float32)
    optimizer = AnchoredAdam(model[0].embedding.weight, rate=recipe.lesson_rate, pull=pull)
    return _trained(told, loss, arguments, optimizer)


def learn_belonging(
    reader: Reader,
    table: Table,
    found: Mapping[str, Sequence[Example]],
    recipe: Recipe,
    *,
    held: Table,
) -> Table:
    """Pull what belongs together nearer than anything else of its batch, both ways.

    `held` is how firmly each row is held where it started, 1 being as the recipe says.
    """
    model = learning_model(reader.tokenizer, reader.mapping, table)
    paired = DatasetDict(
        {
            name: Dataset.from_dict(
                {
                    "anchor": [row.anchor for row in rows],
                    "positive": [row.positive for row in rows],
                }
            )
            for name, rows in found.items()
        }
    )
    loss = MultipleNegativesRankingLoss(
        model,
        scale=recipe.scale,
        directions=("query_to_doc", "doc_to_query"),
        partition_mode="per_direction",
    )
    arguments = _arguments(recipe, size=recipe.batch_size, epochs=1)
    pull = held * np.float32(recipe.pull)
    optimizer = AnchoredAdam(model[0].embedding.weight, rate=recipe.rate, pull=pull)
    return _trained(paired, loss, arguments, optimizer)


def _arguments(recipe: Recipe, *, size: int, epochs: float) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=tempfile.mkdtemp(prefix="encoder-"),
        num_train_epochs=epochs,
        per_device_train_batch_size=size,
        batch_sampler=BatchSamplers.BATCH_SAMPLER,
        multi_dataset_batch_sampler=MultiDatasetBatchSamplers.PROPORTIONAL,
        max_grad_norm=0.0,
        use_cpu=True,
        seed=recipe.seed,
        data_seed=recipe.seed,
        save_strategy="no",
        report_to=[],
        logging_steps=100,
        dataloader_pin_memory=False,
    )


def _trained(
    told: DatasetDict,
    loss: torch.nn.Module,
    arguments: SentenceTransformerTrainingArguments,
    optimizer: AnchoredAdam,
) -> Table:
    size, epochs = arguments.per_device_train_batch_size, arguments.num_train_epochs
    steps = epochs * sum(-(-len(rows) // size) for rows in told.values())
    schedule = LambdaLR(optimizer, lambda step: min(1, step / (0.05 * steps + 1), 1 - step / steps))
    _SparseTrainer(
        model=loss.model,
        args=arguments,
        train_dataset=told,
        loss=loss,
        optimizers=(optimizer, schedule),
    ).train()
    return np.array(loss.model[0].embedding.weight.detach(), dtype=np.float32)

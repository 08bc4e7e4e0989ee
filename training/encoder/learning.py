"""What belongs together, learned with sentence-transformers' own trainer."""

import tempfile
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from datasets import Dataset, DatasetDict
from sentence_transformers import SentenceTransformerTrainer
from sentence_transformers.base.sampler import BatchSamplers, MultiDatasetBatchSamplers
from sentence_transformers.sentence_transformer.losses import (
    MultipleNegativesRankingLoss,
)
from sentence_transformers.sentence_transformer.training_args import (
    SentenceTransformerTrainingArguments,
)
from torch.optim.lr_scheduler import LambdaLR

from training.encoder.embedding import AnchoredAdam, learning_model
from training.encoder.examples import Example
from training.encoder.reading import Reader
from training.encoder.recipe import Recipe
from training.encoder.starting import Table


class _SparseTrainer(SentenceTransformerTrainer):
    """Leaves out of its log the norm of the gradients, which sparse ones do not have."""

    def _get_grad_norm(self, *_: object, **__: object) -> None:
        return None


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
    arguments = _arguments(recipe)
    pull = held * np.float32(recipe.pull)
    optimizer = AnchoredAdam(model[0].embedding.weight, rate=recipe.rate, pull=pull)
    return _trained(paired, loss, arguments, optimizer)


def _arguments(recipe: Recipe) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=tempfile.mkdtemp(prefix="encoder-"),
        num_train_epochs=1,
        per_device_train_batch_size=recipe.batch_size,
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
    size = arguments.per_device_train_batch_size
    steps = sum(-(-len(rows) // size) for rows in told.values())
    schedule = LambdaLR(optimizer, lambda step: min(1, step / (0.05 * steps + 1), 1 - step / steps))
    _SparseTrainer(
        model=loss.model,
        args=arguments,
        train_dataset=told,
        loss=loss,
        optimizers=(optimizer, schedule),
    ).train()
    return np.array(loss.model[0].embedding.weight.detach(), dtype=np.float32)

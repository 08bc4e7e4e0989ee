"""Every number of the training, in one place; what each was tried against is in the data card."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes, rates and the seed; times are for two cores."""

    seed: int = 0
    pieces: int = 18_800
    dimension: int = 1024
    # Of the dimensions, those the teacher's meaning is learned in, and how long a row is there
    # beside how long it is in the others, on the average.
    meaning: int = 384
    meaning_counts: float = 0.95
    lesson_size: int = 512
    lesson_epochs: float = 3.0
    lesson_rate: float = 0.008
    batch_size: int = 1024
    batches: int = 500
    rate: float = 0.0025
    scale: float = 16.0
    pull: float = 0.03

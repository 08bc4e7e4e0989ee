"""Every number of the training, in one place; what each was tried against is in the data card."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes, rates and the seed; times are for two cores."""

    seed: int = 0
    # Words said less often are spelled, in pieces learned from all words.
    least: int = 2
    pieces: int = 6_000
    # Vectors, and those of them that seldom words share by chance.
    rows: int = 17_400
    mixed: int = 2_500
    dimension: int = 1024
    # Of the dimensions, those the teacher's meaning is learned in, and how long a row is there
    # beside how long it is in the others.
    meaning: int = 256
    meaning_counts: float = 0.9
    # How much of its translations' directions a word's own direction takes up.
    translation_counts: float = 0.6
    lesson_size: int = 512
    lesson_epochs: float = 5.0
    lesson_rate: float = 0.008
    lesson_pull: float = 0.01
    batch_size: int = 1024
    batches: int = 500
    rate: float = 0.0025
    scale: float = 16.0
    # The share of the way back to its start that the rarest row is pulled at each step; others by
    # this power of their rarity.
    pull: float = 0.03
    held_by_rarity: float = 4.0

"""Every number of the training, in one place; what each was tried against is in the data card."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes, rates and the seed; times are for two cores."""

    seed: int = 0
    # Words said less often are spelled, in pieces learned from all words.
    least: int = 2
    pieces: int = 3_000
    # Vectors, and those of them that seldom words share: by what they mean, the others by chance.
    rows: int = 15_400
    kindred: int = 2_500
    mixed: int = 200
    dimension: int = 1152
    # Of the dimensions, those the teacher's meaning is learned in, and how long a row is there
    # beside how long it is in the others.
    meaning: int = 288
    meaning_counts: float = 1.0
    # How much of its translations' directions a word's own direction takes up.
    translation_counts: float = 0.6
    # How firmly meaning is held to what the teacher says of single words, beside one sentence.
    lesson_pull: float = 1.0
    # Twice the rivals for half the steps teach more of what nearly belongs together.
    batch_size: int = 2048
    batches: int = 250
    rate: float = 0.0025
    scale: float = 16.0
    # The share of the way back to its start that the rarest row is pulled at each step; others by
    # this power of their rarity.
    pull: float = 0.03
    held_by_rarity: float = 4.0
    # What was learned is read otherwise than it is learned best: meaning this much shorter, and
    # each row longer by this power of its rarity.
    meaning_read: float = 0.85
    rarity_read: float = 0.15

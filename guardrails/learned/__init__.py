"""Small linear models beside the lists: they guess what no list can spell out.

Each scores a passage by the words in it. What makes the weights stands in `training/`; here
they are only read, without numpy, and only when a charter asks for them.
"""

from guardrails.learned.model import Kind, Model, is_installed, model
from guardrails.learned.weighing import Guess, Likely, Weighing, guesses, likely_guesses

__all__ = [
    "Guess",
    "Kind",
    "Likely",
    "Model",
    "Weighing",
    "guesses",
    "is_installed",
    "likely_guesses",
    "model",
]

"""What a text says right behind a question of its own: nobody passes on a question alone.

An answer that stands by itself is told by itself. One that leans on its question is told with it.
A question without one waits for all else, and a draft that asks it leaves the answer to its author.
"""

from collections.abc import Sequence
from typing import Final

from domain.language import Language
from personalizer.citing import Claim, told
from personalizer.passages import Passage
from personalizer.traits import Trait

_BETWEEN: Final = ' \n"”»’)*_'
_MOST_LINES: Final = 2


def answer_behind(question: Passage, text: str, passages: Sequence[Passage]) -> Passage | None:
    """Return the sentence right behind a question that leans on it, None if there is none."""
    after = next((one for one in passages if one.span.start >= question.span.end), None)
    if after is None or not after.leans or Trait.QUESTION in after.traits:
        return None
    between = text[question.span.end : after.span.start]
    is_next = not between.strip(_BETWEEN) and between.count("\n") <= _MOST_LINES
    return after if is_next else None


def answered(
    question: Passage, text: str, passages: Sequence[Passage], language: Language
) -> Claim | None:
    """Return what a text says behind a question as somebody may tell it, None if nobody may."""
    answer = answer_behind(question, text, passages)
    claim = told(answer, text, language) if answer is not None else None
    is_somebodys = claim is not None and (claim.of_authors or claim.speaker is not None)
    return None if claim is None or is_somebodys or not claim.runs_on else claim

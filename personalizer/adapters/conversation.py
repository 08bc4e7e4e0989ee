"""One exchange with an endpoint: a question, its answer, and one second chance in between."""

import json
import logging
from dataclasses import replace
from typing import TypeVar

from domain.language import Language
from domain.ports import Answer, Message
from personalizer.adapters.endpoint import Endpoint, Question
from personalizer.adapters.replies import Defect, Unusable, answer_in
from personalizer.adapters.shapes import schema_of
from personalizer.prompt_inputs import AnswerInShapeInputs, RepairAnswerInputs
from personalizer.prompts import load_prompt

log = logging.getLogger(__name__)

Shape = TypeVar("Shape")


async def converse(
    endpoint: Endpoint, question: Question, shape: type[Shape], *, ends_at: float
) -> Answer[Shape]:
    """Ask, and ask once more when the first reply is no answer.

    Raises Failed, Unusable or ModelRefused.
    """
    reply = await endpoint.ask(question, ends_at=ends_at)
    try:
        return Answer(answer_in(reply, shape), endpoint.model)
    except Unusable as unusable:
        first = unusable
    log.warning("model %s: the answer is %s; asking again", endpoint.model, first.defect)
    second = await endpoint.ask(_second_chance(question, first), ends_at=ends_at)
    # Who answers in prose twice will not answer otherwise: what was said is looked at as it is.
    answer = answer_in(second, shape, or_prose=first.is_prose)
    if first.is_prose:
        # The schema was taken and ignored; from now on the prompt says it.
        endpoint.capabilities = replace(endpoint.capabilities, structured_output="prompt")
    return Answer(answer, endpoint.model)


def _second_chance(question: Question, first: Unusable) -> Question:
    if first.defect is Defect.CUT_OFF:
        return replace(question, max_tokens=2 * question.max_tokens)
    if first.defect is not Defect.NOT_IN_SHAPE:
        return replace(question, seed=None if question.seed is None else question.seed + 1)
    inputs = RepairAnswerInputs(schema=_schema(question.shape), problem=first.problem)
    repair = load_prompt("repair_answer").render(inputs, Language.ENGLISH)
    turns = (*question.messages, Message("assistant", first.reply), *repair)
    return replace(question, messages=turns)


def instruction(shape: type[Shape]) -> str:
    """Return the words that ask for a shape where no schema is taken."""
    inputs = AnswerInShapeInputs(schema=_schema(shape))
    (message,) = load_prompt("answer_in_shape").render(inputs, Language.ENGLISH)
    return message.text


def _schema(shape: type[Shape]) -> str:
    return json.dumps(schema_of(shape), ensure_ascii=False)

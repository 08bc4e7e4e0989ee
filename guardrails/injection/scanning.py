"""Finding orders to a machine in texts that came from outside.

Such a text is data, never an instruction. An article is read whole: a sentence that gives an
order or asks a question and has nothing to do with the rest of it was planted. A post, a name
or a sentence of a charter is too short for that, and is suspect only when it speaks of the
machine itself, its instructions or its answer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.review import Span
from guardrails.injection.addressed import called_in, speaks_to_its_reader
from guardrails.injection.cues import ORDERS, commands, opened_by, told_by, turns_to_somebody
from guardrails.injection.hiding import Carrier, hidden_in
from guardrails.injection.passages import Article, Passage, read_article
from guardrails.injection.weighing import suspects

_LEAST_AROUND = 40  # words; beside fewer, nothing can be said to stand out


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A place of a text that seems to speak to a machine, and how it was brought in."""

    span: Span
    carrier: Carrier


def scan_article(text: str) -> tuple[Suspicion, ...]:
    """Return the suspect places of an article, in order and apart."""
    article = read_article(text)
    found = [*_hidden(text), *_plain(article)]
    if sum(len(passage.words) for passage in article.passages) >= _LEAST_AROUND:
        found += map(_of, suspects(article))
    return _apart(found)


def scan_words(text: str) -> tuple[Suspicion, ...]:
    """Return the suspect places of a post, a name or a sentence of a charter."""
    return _apart([*_hidden(text), *_plain(read_article(text))])


def without(text: str, suspicions: Iterable[Suspicion]) -> str:
    """Return a text of the same length with spaces where its suspect places stood."""
    characters = list(text)
    for suspicion in suspicions:
        for at in range(suspicion.span.start, suspicion.span.end):
            characters[at] = characters[at] if characters[at].isspace() else " "
    return "".join(characters)


def _hidden(text: str) -> Iterator[Suspicion]:
    for hidden in hidden_in(text):
        passages = read_article(hidden.words).passages
        if hidden.is_suspect or any(_speaks(one, hidden.carrier) for one in passages):
            yield Suspicion(hidden.span, hidden.carrier)


def _speaks(passage: Passage, carrier: Carrier) -> bool:
    # Nobody but a machine reads a comment: whoever is spoken to there is one.
    is_seen_by_it = carrier is Carrier.COMMENT and _YOU.search(passage.bare) is not None
    return is_seen_by_it or turns_to_somebody(passage) or speaks_to_its_reader(passage.bare)


def _plain(article: Article) -> Iterator[Suspicion]:
    bare = [passage.bare for passage in article.passages]
    for index, passage in enumerate(article.passages):
        beside = (
            f"{' '.join(bare[max(0, index - 1) : index])} ; {' '.join(bare[index + 1 : index + 2])}"
        )
        if speaks_to_a_machine(passage, beside):
            yield _of(passage)


def speaks_to_a_machine(passage: Passage, beside: str = "") -> bool:
    """Tell whether a passage by itself gives a machine an order about itself or its answer."""
    if speaks_to_its_reader(passage.bare, beside) or _is_called(passage):
        return True
    if not turns_to_somebody(passage):
        return False
    told = told_by(passage)
    if told["says machine"] and (told["opens behave"] or told["opens answer"]):
        return _OF_ITS_OWN.match(passage.bare) is None
    is_order = (
        max(told[name] for name in ORDERS) or told["says polite"] or _ANSWERING.match(passage.bare)
    )
    is_theirs = told["says asked"] or any(one.search(passage.bare) for one in _THEIRS)
    return bool(told["says reply"] and is_order and not is_theirs)


_YOU = re.compile(r"\b(?:you|your|tu|toi|ton|ta|tes|vous|votre|vos)\b")
# "In your answer, suggest …": what follows is an order.
_ANSWERING = re.compile(r"\W*(?:in|to|with|within|dans|a|avec) (?:your|ta|votre|ton) \w+\s?,")
# "Ask your assistant to …": whoever reads it has one.
_OF_ITS_OWN = re.compile(
    r"\W*(?:(?:do not|don't|never|ne) )?"
    r"(?:ask|tell|let|show|remind|inform|demandez?|dites?|dis|montrez?|rappelez?|informez?)"
    r" (?:pas |jamais |rien )?(?:a |au |aux )?"
    r"(?:your|our|the|an?|votre|notre|vos|nos|ton|ta|l'|une?|le|la) ?"
    r"(?:\w+ ){0,2}(?:assistant|chatbot|agent|llm|chatgpt|bot)"
)
# An answer that people hand in, or give somebody.
_THEIRS = (
    re.compile(
        r"\b(?:send|post|share|return|hand|drop|submit|sign|bring|remettez|envoyez|postez|publiez"
        r"|partagez|deposez|transmettez|rapportez|signez)\b"
    ),
    re.compile(
        r"\b(?:answers?|repl(?:y|ies)|responses?|reponses?) (?:to|a|au|aux) "
        r"(?:an?|your|our|une?|votre|vos|notre|nos|leurs?|people|customers?|clients?|journalist\w{0,2})\b"
    ),
    # A survey: "answer with one word: what do you like here?"
    re.compile(
        r": ?(?:what|which|how|who|why|where|do|are|qu|comment|pourquoi|ou)[^.!?\n]{0,80}"
        r"\b(?:you|your|vous|votre|vos|tu|toi|ton|ta)\b[^.!?\n]{0,80}\?"
    ),
    # Whoever is to say where they work is somebody.
    re.compile(
        r"\b(?:where|who|for whom|what) you (?:work|do for a living)\b"
        r"|\byour (?:employer|job title)\b"
        r"|\b(?:ou|pour qui) (?:vous travaillez|tu travailles)\b|\b(?:votre|ton) employeur\b"
    ),
    re.compile(r"\bin (?:the company's|our|the firm's|its|your own) name\b"),
)


def _is_called(passage: Passage) -> bool:
    """Tell whether a passage calls a machine, or names its work, and then gives it an order."""
    called = called_in(passage.bare)
    if called is None:
        return False
    rest = passage.bare[called:].lstrip()
    return commands(opened_by(Passage(0, len(rest), rest, rest, is_alone=False))) > 0


def _of(passage: Passage) -> Suspicion:
    return Suspicion(Span(passage.start, passage.end), Carrier.VISIBLE)


def _apart(found: Iterable[Suspicion]) -> tuple[Suspicion, ...]:
    apart: list[Suspicion] = []
    for one in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not apart or one.span.start >= apart[-1].span.end:
            apart.append(one)
    return tuple(apart)

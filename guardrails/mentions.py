"""Whether a text mentions a topic: all that names it, within one sentence, in any form.

"Site de Lyon" is mentioned by "nos sites, à Lyon" and by #SiteDeLyon. Words of one family
(panne, incident, outage) stand for each other, across the two languages. What a topic names
(Lyon, Flow) must be there; of three other words or more, one may be missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from domain.review import Span
from guardrails.checks.patterns import Matcher
from guardrails.facts.dates import MONTHS
from guardrails.naming import split_camel
from guardrails.reading import Reading, fold_term
from guardrails.word_cache import of_words
from guardrails.wordings import any_name

Families = tuple[tuple[str, ...], ...]

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a au aux avec ce ces cette d dans de des du en et est la le les l leur nos notre ou par pour"
    " qu que qui sa se ses son sur un une vers votre"
    " an and are at by for from in into is its new of on or our the their this to with your".split()
)
# "We strike a balance", "they fire up the grill", "au courant": sayings, and no crisis. "They
# strike a third day" and "the strike a month ago" are one.
_A_SAYING = re.compile(
    r"(?:(?<!a )(?<!the )(?<!that )(?<!this )(?<!our )(?<!its )(?<!their )strikes?"
    r" (?:(?:a|the right|the) (?:right |fair |good |fine )?"
    r"(?:balance|chord|pose|deal|note|bargain)|up (?:a|the) (?:conversation|friendship|band))"
    r"|fires? up (?:the|a|our) (?:grills?|ovens?|kilns?|engines?|barbecues?|imagination)"
    r"|plants? (?:trees?|flowers?|seeds?|bulbs?|vegetables?)|(?<=water the )plants"
    r"|(?<=light the )fire|(?<=prices are )down|(?<=au )courant|courant passe"
    r"|recall (?:my|how|when)|rappele (?:le|la|les|un|une|mon|ma) (?:clients?|clientes?|collegues?)"
    r")\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDEST = 14
_CRISES = 9
"""So many families, the first of them, are kinds of crises; the others, what these befall."""
_KNOWN = re.compile(
    r"(?<![\w'’])(?:the|this|that|our|la|le|cette|cet|ce|notre|l['’])\s?([^\W\d_]{3,20})(?![\w'’-])"
    r"(?!\s(?:of|in|at|on|by|from|de|du|des|d['’]|à|au|chez|en|dans)\b)"
    r"(?!\s(?:verte?s?|rouges?|vaccina\w+|drills?|alarms?|brigade|pit|board|survey)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a topic comes down to: the stems that name it, and its other stems."""

    names: frozenset[str]
    others: frozenset[str]

    @property
    def needed(self) -> int:
        """How many of the other stems a sentence must hold."""
        if not self.names:
            return len(self.others)
        return max(min(1, len(self.others)), len(self.others) - 1)

    def may_be_in(self, text: str) -> bool:
        """Tell, at a glance, whether a bare folded text could mention it."""
        return all(name in MONTHS or name in text for name in self.names)

    def is_in(self, stems: set[str]) -> bool:
        """Tell whether a sentence with these stems mentions it."""
        return self.names <= stems and len(self.others & stems) >= self.needed


class Token(NamedTuple):
    """A word of a text: its stem, and where it stands in the text as sent."""

    stem: str
    start: int
    end: int


def mentions(
    reading: Reading, topics: Sequence[str], families: Families = ()
) -> Iterator[tuple[str, Span]]:
    """Yield each topic with the piece of a sentence that mentions it."""
    if not topics:
        return
    text = reading.bare.text
    wanted = [(topic, topic_of(topic, families)) for topic in topics]
    wanted = [(topic, one) for topic, one in wanted if one.may_be_in(text)]
    if not wanted:
        return
    tokens = list(tokens_of(reading, families))
    stems = {token.stem for token in tokens}
    wanted = [(topic, one) for topic, one in wanted if one.is_in(stems)]
    for sentence in _sentences(reading, tokens) if wanted else ():
        for topic, one in wanted:
            span = _mention(sentence, one)
            if span:
                yield topic, span


def crisis_told_of(
    reading: Reading, topics: Sequence[str], families: Families, company: Sequence[str]
) -> Iterator[Span]:
    """Yield "the walkout" beside the company's name, where its strike is a topic that names nobody.

    A crisis is told as known by its article, and is no other's: "the strike of 1936".
    """
    crises = frozenset(_crises(tuple(topics), families))
    if not crises or not _any_name(tuple(company)).search(reading.bare.text):
        return
    for sentence in reading.sentences:
        said = reading.slice(sentence)
        if _any_name(tuple(company)).search(fold_term(said)) is None:
            continue
        for match in _KNOWN.finditer(said):
            if _table(families).get(fold_term(match[1])) in crises:
                yield Span(sentence.start + match.start(1), sentence.start + match.end(1))


@lru_cache(maxsize=256)
def _crises(topics: tuple[str, ...], families: Families) -> tuple[str, ...]:
    """Return the heads of the first of the families, the crises, that nameless topics are of."""
    crises = {family[0] for family in families[:_CRISES]}
    read = (topic_of(topic, families) for topic in topics)
    return tuple(stem for one in read if not one.names for stem in one.others & crises)


@lru_cache(maxsize=256)
def _any_name(company: tuple[str, ...]) -> Matcher:
    return any_name(company)


@lru_cache(maxsize=1024)
def topic_of(topic: str, families: Families) -> Topic:
    """Read a topic: words with a capital or a figure name it, unless a family knows them.

    A month with its capital names it, in either language.
    """
    table = _table(families)
    names: set[str] = set()
    others: set[str] = set()
    for word in _WORD.findall(topic):
        folded = fold_term(word)
        if folded in _EMPTY or _YEAR.fullmatch(folded):
            continue
        is_known = folded in table and folded not in MONTHS
        is_name = not is_known and (word[0].isupper() or word[0].isdigit())
        (names if is_name else others).add(table.get(folded) or _stem(folded))
    return Topic(frozenset(names), frozenset(others))


def tokens_of(reading: Reading, families: Families) -> Iterator[Token]:
    """Yield the words of a text, those of a hashtag one by one."""
    bare = reading.bare
    table = _table(families)
    for match in _WORD.finditer(bare.text):
        first, word = match.start(), match.group()
        start, end = bare.starts[first], bare.ends[match.end() - 1]
        if first and bare.text[first - 1] in "#_":
            for piece in fold_term(split_camel(reading.text[start:end])).split():
                yield Token(table.get(piece) or _stem(piece), start, end)
        else:
            is_said = word in table and _A_SAYING.match(bare.text, first) is not None
            yield Token("" if is_said else table.get(word) or _stem(word), start, end)


def _sentences(reading: Reading, tokens: list[Token]) -> Iterator[list[Token]]:
    position = 0
    for sentence in reading.sentences:
        first = position
        while position < len(tokens) and tokens[position].start < sentence.end:
            position += 1
        yield tokens[first:position]


def _mention(tokens: list[Token], topic: Topic) -> Span | None:
    """Return the piece of a sentence, at most a few words long, that mentions a topic."""
    wanted = topic.names | topic.others
    for first, token in enumerate(tokens):
        if token.stem not in wanted:
            continue
        window = [one for one in tokens[first : first + _WIDEST] if one.stem in wanted]
        if topic.is_in({one.stem for one in window}):
            return Span(token.start, window[-1].end)
    return None


@lru_cache(maxsize=64)
def _table(families: Families) -> dict[str, str]:
    return {fold_term(word): family[0] for family in families for word in family}


@of_words(8192)
def _stem(word: str) -> str:
    """Take a plural and a feminine off a folded word."""
    if len(word) > 3 and word[-1] in "sx" and word[-2:] not in {"ss", "us", "is"}:  # noqa: PLR2004 - shorter words have no plural of their own here
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word  # noqa: PLR2004 - see above

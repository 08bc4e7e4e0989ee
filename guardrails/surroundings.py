"""What stands around a place in a text: its sentence, and whether it is quoted or denied.

"Nobody has to share this" orders nothing, and "a client wrote: “your app is a mess”" is not
the author's judgement. Every offset here is one of the bare folded text of a reading.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from domain.placeholders import placeholder_bounds
from domain.review import Span
from guardrails.hosts import links_in
from guardrails.reading import Reading

Bounds = tuple[int, int]

_WORDS = re.compile(r"\w+")
# Words between a phrase and the mark it leads to: more would be a statement of their own, a few
# more when a colon announces the mark ("what I think of it stays to be said: […]").
_FEW_WORDS, _ANNOUNCED = 3, 7
_QUOTATION = re.compile(
    r"«[^«»]{1,600}»|“[^“”\"]{1,600}[”\"]|^>[^\n]{1,2000}"
    r"|(?<![\w\"])\"(?=\S)(?:[^\"\n]|\n(?!\n)){1,600}\"(?!\w)",
    re.MULTILINE,
)
_CLAUSE_END = re.compile(r"[,;:.!?\n()\"]| - ")
# What has an "I" of its own is a statement of its own.
_JOINED = re.compile(
    r"\b(?:et|and|mais|but|puis|then)\b(?! (?:autres|others|je|i|nous|we|on)\b| j'| i')"
)
_LONGEST_TAILS = 400
_DENIAL = re.compile(
    r"\b(?:ne|pas|jamais|aucune?|sans|ni|rien|not|never|no|nobody|none|neither|nor|nothing"
    r"|without|cannot|loin d'|loin de|far from)\b|\bn'|n't\b"
)
# "No doubt", "not only", "ne sont que": they hold a word of denial and deny nothing.
_AFFIRMATION = re.compile(
    r"\b(?:sans (?:aucun |nul )?doute|no (?:doubt|wonder)|pas etonnant|n'oubli\w+ pas"
    r"|(?:do not|don't|never) forget|(?:not|pas) (?:only|just|simply|seulement|juste|simplement)"
    r"|(?:not|n't|pas) (?:too |so |very |trop |si |bien )?"
    r"(?:hard|difficult|difficile|complique|sorcier) (?:to|de)|(?:ne |n')\w+ (?:qu'|que\b))"
)
# "Those who do not like it are …", "if you don't get it you are …": that denies nothing of what
# they are called. Whoever does not say, or think, that others are … is the exception.
_THEY_ARE = (
    r"(?:ne |n')?(?:est|sont|etes|es|etait|etaient|restent?|seront)\b|(?:is|are|was|were)(?:n't)?\b"
    r"|'(?:re|s)\s(?=an?\s|the\s)"
)
_SAYING = r"(?:think|say|believe|feel|claim|suggest|mean|imply|find|assume|call)s?\s(?!is\b|are\b)"
_ASIDE = re.compile(
    r"\b(?:qui|quiconque|who|whoever|that|(?P<condition>si|if|unless|quand|when))\s"
    # "The booklet recalls that nothing is …" denies it.
    r"(?!(?:nothing|none|nobody|no one|rien|aucune?|personne)\s)"
    rf"(?:(?!(?:que|qui|who|that|ce)\b|\S*qu'|{_SAYING})[\w'-]+\s){{1,9}}?"
    r"(?(condition)(?:tu|vous|ils?|elles?|on|you|he|she|they|we)\b\s?)"
    rf"(?={_THEY_ARE})"
)
_REACH = 120
_REACH_WORDS = 7


class Surroundings:
    """Answers for one reading; whatever needs the whole text is found out once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._bare = reading.bare

    def sentence(self, at: int) -> Bounds:
        """Return where the sentence around a place starts and ends."""
        span = self.sentence_span(at)
        starts = self._bare.starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def sentence_span(self, at: int) -> Span:
        """Return the sentence around a place as it stands in the text as sent."""
        index = bisect_right(self._sentence_starts, self._bare.starts[at]) - 1
        return self._reading.sentences[max(0, index)]

    def sentence_text(self, at: int) -> str:
        """Return the sentence around a place."""
        start, end = self.sentence(at)
        return self._bare.text[start:end]

    def clause_after(self, at: int) -> str:
        """Return what stands from a place on, up to the next comma, colon, bracket or full stop."""
        window = self._bare.text[at : at + _REACH]
        return _CLAUSE_END.split(window)[0]

    def tails(self, at: int) -> Iterator[str]:
        """Yield what the sentence goes on with, without another "I", behind "and" or "but".

        Each up to the next comma, colon, bracket or full stop: "I tried it and loved it".
        """
        sentence_end = self.sentence(at - 1)[1]
        window = self._bare.text[at : min(at + _LONGEST_TAILS, max(at, sentence_end))]
        for piece in _JOINED.split(window)[1:]:
            yield _CLAUSE_END.split(piece)[0]

    def clause_before(self, at: int) -> str:
        """Return what stands before a place since the last comma, colon, bracket or full stop."""
        window = self._bare.text[max(0, at - _REACH) : at]
        return _CLAUSE_END.split(window)[-1]

    def is_denied(self, at: int) -> bool:
        """Tell whether the words right before a place deny what follows."""
        clause = self.clause_before(at)
        # What an aside denies may be taken away by it; no denial comes nearer without it.
        told = (clause, _ASIDE.sub(" ", clause))
        return all(is_denial(" ".join(one.split()[-_REACH_WORDS:])) for one in told)

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place stands inside quotation marks."""
        return holds(self._quotations, self._bare.starts[at])

    def is_placeholder(self, at: int) -> bool:
        """Tell whether a place stands inside a mark still to be filled in."""
        return holds(self._placeholders, self._bare.starts[at])

    def leads_to_a_placeholder(self, end: int) -> bool:
        """Tell whether a mark to fill stands behind a place, with a few words between at most."""
        if not self._placeholders:
            return False
        sentence, sent = self.sentence_span(end - 1), self._bare.ends[end - 1]
        between = (
            self._reading.text[sent:start]
            for start, _ in self._placeholders
            if sent <= start < sentence.end
        )
        return any(
            len(_WORDS.findall(said)) <= (_ANNOUNCED if said.rstrip().endswith(":") else _FEW_WORDS)
            for said in between
        )

    def is_in_address(self, at: int) -> bool:
        """Tell whether a place stands inside a link, whose words its author has not chosen."""
        return holds(self._addresses, self._bare.starts[at])

    def is_asked(self, at: int) -> bool:
        """Tell whether the sentence around a place is a question."""
        return self.sentence_text(at).rstrip('" )').endswith("?")

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self._reading.sentences]

    @cached_property
    def _quotations(self) -> list[Bounds]:
        return [match.span() for match in _QUOTATION.finditer(self._reading.text)]

    @cached_property
    def _addresses(self) -> list[Bounds]:
        # "Done.Je suis" looks like a bare host, and is a missing space.
        found = (link for link in links_in(self._reading.text) if not link.is_bare)
        return [(link.span.start, link.span.end) for link in found]

    @cached_property
    def _placeholders(self) -> list[Bounds]:
        return list(placeholder_bounds(self._reading.text))


def is_denial(words: str) -> bool:
    """Tell whether bare folded words deny what they lead to."""
    return _DENIAL.search(_AFFIRMATION.sub(" ", words)) is not None


def holds(bounds: Sequence[Bounds], offset: int) -> bool:
    """Tell whether one of these stretches, in order and apart, holds an offset."""
    index = bisect_right(bounds, offset, key=itemgetter(0)) - 1
    return index >= 0 and offset < bounds[index][1]

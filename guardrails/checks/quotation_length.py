"""Quotation length: others' words are quoted short, between marks, with who said them.

Three things are looked at: long runs of words copied from the source without quotation marks,
quotations that are too long or take too much of the post, and quotations that name nobody. A
quotation that the source does not hold earns advice: those may be the author's or nobody's words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Source, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.labels import Labels
from guardrails.facts.names import names
from guardrails.facts.quotations import Quotation, quotations
from guardrails.reading import Reading, bare_folded, fold_term

_WORD = re.compile(r"[^\W_]+")
_FARTHEST = 500  # characters between a quotation and who said it
_SHORTEST_QUOTATION = 5
_ATTRIBUTES = re.compile(
    r"(?<!\w)(?:selon|d'apres|dit|disait|dixit|ecrit|ecrivait|explique|expliquait|resume|raconte"
    r"|confie|rappelle|affirme|souligne|conclut|note|ajoute|precise|repond|observe|titre|cite"
    r"|citation|lue?s?|entendue?s?|lance|glisse|martele|insiste|estime|juge|mots de|formule de"
    r"|phrase de|signe|according to|says|said|writes|wrote|explains|explained|puts it|put it"
    r"|notes|noted|adds|added|read|heard|overheard|recalls|sums up|tells|told|argues|states"
    r"|concludes|answers|asks|reads|quote|quoting|words of)(?!\w)"
)
_LINK = re.compile(r"https?://|www\.|\[[^\]\n]{1,60}\]")

_COPIED = Bilingual(
    fr="Ce passage reprend mot à mot la source, sans guillemets : dites-le à votre façon ou citez "
    "une phrase courte.",
    en="This passage copies the source word for word, without quotation marks: say it your way "
    "or quote one short sentence.",
)
_LONG = Bilingual(
    fr="Cette citation est longue : gardez-en l'essentiel.",
    en="This quotation is long: keep what matters of it.",
)
_MUCH = Bilingual(
    fr="Les citations prennent trop de place dans ce post : gardez la plus forte.",
    en="Quotations take up too much of this post: keep the strongest one.",
)
_NAMELESS = Bilingual(
    fr="Qui a dit ou écrit cela ? Nommez l'auteur ou la source de la citation.",
    en="Who said or wrote this? Name the author or the source of the quotation.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationLength:
    """Report copying beyond `longest_copy` words, and quotations too long or without a source.

    `longest_quotation` counts words; `most_quoted` is a share of the post's words, 0 to 1, that
    matters beyond `always_quoted` words: one short quotation may well fill a short post.
    """

    kind: ClassVar[str] = "quotation_length"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str = "CH-26"
    severity: Severity = Severity.FIX
    longest_copy: int = 25
    longest_quotation: int = 25
    most_quoted: float = 0.30
    always_quoted: int = 15

    def __post_init__(self) -> None:
        if self.longest_copy < 1 or self.longest_quotation < 1 or not 0 < self.most_quoted <= 1:
            raise ValueError("lengths are at least 1 word, most_quoted is above 0 and at most 1")

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per passage copied, per quotation at fault, and for their share."""
        quoted = list(quotations(reading.text, at_least=_SHORTEST_QUOTATION))
        if circumstances.source is not None:
            for span in self._copied(reading, circumstances.source, quoted):
                yield self._finding(_COPIED, span, self.severity)
        labels = Labels(circumstances)
        for quotation in quoted:
            # Words the source does not hold may be the author's own, or nobody's.
            is_theirs = _is_from(quotation, circumstances.source)
            severity = self.severity if is_theirs else Severity.WARN
            span = Span(quotation.start, quotation.end)
            if quotation.word_count > self.longest_quotation:
                yield self._finding(_LONG, span, severity)
            if not (_is_attributed(reading, quotation, circumstances) or labels.hold(quotation)):
                yield self._finding(_NAMELESS, span, severity)
        if quoted and self._is_too_much(reading, quoted):
            yield self._finding(_MUCH, None, self.severity)

    def _copied(self, reading: Reading, source: Source, quoted: list[Quotation]) -> Iterator[Span]:
        """Yield the runs of more than `longest_copy` words that the source has too."""
        published = _words_of(source.text)
        words = list(reading.bare.words)
        for at in _quoted_words(reading, quoted):
            words[at] = "|"  # no run crosses it
        for first, last in _shared_runs(words, published, at_least=self.longest_copy + 1):
            start, end = reading.word_starts[first], reading.word_starts[last - 1]
            yield reading.bare.span(start, end + len(reading.bare.words[last - 1]))

    def _is_too_much(self, reading: Reading, quoted: list[Quotation]) -> bool:
        in_quotations = sum(quotation.word_count for quotation in quoted)
        allowed = self.most_quoted * len(_WORD.findall(reading.text))
        return in_quotations > max(self.always_quoted, allowed)

    def _finding(self, message: Bilingual, span: Span | None, severity: Severity) -> Finding:
        return Finding(
            rule=self.clause, check=self.kind, severity=severity, message=message, span=span
        )


def _quoted_words(reading: Reading, quoted: list[Quotation]) -> Iterator[int]:
    """Yield which words of a reading, by number, stand in one of its quotations."""
    starts, waiting = reading.bare.starts, iter(quoted)
    nearest = next(waiting, None)
    for number, start in enumerate(reading.word_starts if quoted else ()):
        at = starts[start]
        while nearest is not None and nearest.end <= at:
            nearest = next(waiting, None)
        if nearest is None:
            return
        if nearest.start <= at:
            yield number


def _shared_runs(
    words: Sequence[str], published: str, *, at_least: int
) -> Iterator[tuple[int, int]]:
    """Yield from where to where at least so many words stand in a text one after the other.

    `published` is that text's words, each between spaces. Every such run holds a piece of half
    its length that begins at a multiple of it, so only those pieces are looked up.
    """
    piece, done = (at_least + 1) // 2, 0
    for at in range(0, len(words) - piece + 1, piece):
        if at < done or not _stands(words[at : at + piece], published):
            continue
        first = at
        while first > done and _stands(words[first - 1 : at + piece], published):
            first -= 1
        done = _end_of_run(words, first, at + piece, published)
        if done - first >= at_least:
            yield first, done


def _end_of_run(words: Sequence[str], first: int, last: int, published: str) -> int:
    """Return how far the words from `first` on stand in a text, which those up to `last` do."""
    step = len(words)
    while step:
        if last + step <= len(words) and _stands(words[first : last + step], published):
            last += step
        else:
            step //= 2
    return last


def _stands(words: Sequence[str], published: str) -> bool:
    return f" {' '.join(words)} " in published


@lru_cache(maxsize=256)
def _words_of(text: str) -> str:
    return f" {' '.join(bare_folded(text).words)} "


def _is_from(quotation: Quotation, source: Source | None) -> bool:
    words = " ".join(_WORD.findall(fold_term(quotation.text)))
    return source is not None and words in _words_of(source.text)


def _has_link(reading: Reading) -> bool:
    return _LINK.search(reading.text) is not None


def _is_attributed(reading: Reading, quotation: Quotation, circumstances: Circumstances) -> bool:
    """Tell whether a name, a verb of saying or a link stands with the quotation.

    With it is in its own sentence or the one on either side.
    """
    text = reading.text
    first = reading.sentence_at(max(0, quotation.start - 2)).start
    last = reading.sentence_at(min(len(text) - 1, quotation.end + 1)).end
    before = text[max(first, quotation.start - _FARTHEST) : quotation.start]
    around = f"{before} | {text[quotation.end : min(last, quotation.end + _FARTHEST)]}"
    bare = fold_term(around)
    company = {fold_term(name) for name in circumstances.organization.names}
    return (
        _ATTRIBUTES.search(bare) is not None
        or reading.view(_has_link)
        or any(name.phrase not in company for name in names(around))
    )

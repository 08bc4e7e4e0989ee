"""Near-duplicates: no draft may look like one a colleague was given on the same content.

Drafts are compared by their runs of three words (w-shingling, Broder 1997): the share of
runs two drafts have in common (Jaccard), and the longest passage they share, exactly.
What two honest posts may share is left out first: quotations, links, hashtags, names, and the
words that say where the author works. A mark to be filled is read like any other words. Two posts
may quote the same sentence around ideas of their own, not the same sentences around next to
nothing: counted with their quotations of more than eight words they may be somewhat more alike.
Only keyed hashes of the runs are ever kept; those of quotations are even numbers, all others odd
ones.
"""

import re
import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import ClassVar

from domain.drafts import Draft, Nearness
from domain.language import Bilingual, Language
from domain.ports import Encoder
from domain.review import Circumstances, Finding, Fingerprint, FingerprintSieve, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import any_of
from guardrails.disclosure import disclosures
from guardrails.likeness import nearest, signs
from guardrails.people import named_in
from guardrails.reading import Reading

_QUOTED = r"«[^»]{2,400}»|“[^”]{2,400}”|\"[^\"\n]{2,400}\""
_SHARED = re.compile(rf"(?P<quoted>{_QUOTED})|(?:https?://|www\.)\S+|(?<![\w&])#\w+")
# Without one of these, a text has nothing of the kind.
_SIGNS_OF_SHARING = ("«", "“", '"', "http", "www.", "#")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_SHINGLE = 3
_BREAK = 0  # no run
_OWN = 1  # the bit that runs outside of quotations have
_FEWEST_WORDS = 12  # a shorter draft has too little meaning of its own
# A short saying may stand in two posts, as eight words in a row may come from elsewhere.
_SHORT_QUOTATION = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicates:
    """Report a draft that stands too near a colleague's; it is the product's `Comparer` too.

    `same_meaning` is the cosine from which two drafts say the same in other words; `encoder`
    opens what turns a draft into a vector. `most_alike` is the highest share of runs of three
    words (0 to 1) that two drafts may have in common, `most_alike_quoted` the same with the words
    of their quotations where their own are all different, `longest_run` the longest passage in
    words outside of these. `key` is the secret of the hashes.
    """

    kind: ClassVar[str] = "near_duplicates"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    key: bytes
    clause: str = "CH-06"
    severity: Severity = Severity.BLOCK
    most_alike: float = 0.30
    most_alike_quoted: float = 0.45
    longest_run: int = 6
    same_meaning: float = 0.75
    encoder: Callable[[], Encoder] | None = None

    def __post_init__(self) -> None:
        if not 0 < self.most_alike <= 1 or self.longest_run < _SHINGLE:
            raise ValueError("most_alike is above 0 and at most 1, longest_run at least 3 words")
        if not 0 < self.most_alike_quoted <= 1:
            raise ValueError("most_alike_quoted is above 0 and at most 1")
        if not 0 < self.same_meaning <= 1:
            raise ValueError("same_meaning, a cosine, is above 0 and at most 1")

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding if any neighbour is too near."""
        if not circumstances.neighbours:
            return
        mine = self._fingerprint(reading, circumstances)
        nearness = self.nearness(mine, circumstances.neighbours)
        if nearness.is_near:
            yield Finding(
                rule=self.clause,
                check=self.kind,
                severity=self.severity,
                message=Bilingual(
                    fr="Un collègue a déjà reçu un texte très proche sur ce contenu : "
                    "prenez un autre angle.",
                    en="A colleague was already given a very similar text on this content: "
                    "take another angle.",
                ),
            )

    def fingerprint(self, draft: Draft, circumstances: Circumstances) -> Fingerprint:
        """Return what may be kept of a draft: hashes, in order, with breaks."""
        return self._fingerprint(Reading(draft), circumstances)

    def nearness(self, mine: Fingerprint, others: Sequence[Fingerprint]) -> Nearness:
        """Say how near a draft stands to its nearest colleague's."""
        every = frozenset(mine.shingles) - {_BREAK}
        own = frozenset([run for run in every if run & _OWN])
        similarity, longest, has_twin = 0.0, 0, False
        for other in _sharing(every, others):
            common = own.intersection(other.shingles)
            shared = len(common)
            similarity = max(similarity, _alike(len(own), shared, similarity, _own_of(other)))
            # What quotes nothing is no more alike with quotations.
            if len(every) > len(own) and not has_twin:
                has_twin = self._quotes_the_same(len(own), shared, every, other)
            # Only a run that may be the first too long is worth finding.
            if longest <= self.longest_run < _most_in_a_row(shared):
                longest = _shared_run(mine, other, common)
        meant = nearest(mine.embedding, _embeddings(others))
        is_near = (
            has_twin
            or similarity > self.most_alike
            or longest > self.longest_run
            or meant >= self.same_meaning
        )
        return Nearness(similarity, self.most_alike, len(others), is_near)

    def _quotes_the_same(
        self, own: int, shared: int, every: frozenset[int], other: Fingerprint
    ) -> bool:
        """Tell whether two drafts are too alike for all that each says beside its quotations.

        `own` is how many runs the draft has outside of quotations, `shared` how many of these
        the other one has.
        """
        both = len(every.intersection(other.shingles))
        whole = _alike(len(every), both, self.most_alike, _all_of(other))
        if not whole:
            return False
        # The more alike their own words are, the less may be quoted alike.
        more = max(0.0, self.most_alike_quoted - self.most_alike)
        similarity = _alike(own, shared, 0.0, _own_of(other))
        return whole > self.most_alike + more * max(0.0, 1 - similarity / self.most_alike)

    def _fingerprint(self, reading: Reading, circumstances: Circumstances) -> Fingerprint:
        hashes: list[int] = []
        keyed = blake2b(digest_size=8, key=self.key[:64])
        signs = list(_signs_of_sharing(reading))
        by_right = chain((one for one, _ in signs), _shared_by_right(reading, circumstances))
        passages = list(_own_passages(reading, sorted(by_right, key=attrgetter("start"))))
        for words in passages:
            hashes += [run | _OWN for run in _hashes(words, keyed)]
            hashes.append(_BREAK)
        quoted = [one for one, is_quoted in signs if is_quoted]
        for words in _counted(list(_quoted_passages(reading, quoted)), passages):
            hashes += map(_of_a_quotation, _hashes(words, keyed))
            hashes.append(_BREAK)
        return Fingerprint(tuple(hashes), self._meaning(passages))

    def _meaning(self, passages: list[list[str]]) -> bytes:
        words = [word for passage in passages for word in passage]
        if self.encoder is None or len(words) < _FEWEST_WORDS:
            return b""
        encoder = self.encoder()
        (vector,) = encoder.encode([" ".join(words)])
        # Vectors of two encoders never meet: under two keys their signs agree by chance only.
        return signs(vector, blake2b(encoder.fingerprint.encode(), key=self.key[:64]).digest())


def _sharing(own: frozenset[int], others: Sequence[Fingerprint]) -> Iterable[Fingerprint]:
    if isinstance(others, FingerprintSieve):
        return others.sharing(own)
    return (other for other in others if not own.isdisjoint(other.shingles))


def _embeddings(others: Sequence[Fingerprint]) -> Iterable[bytes]:
    if isinstance(others, FingerprintSieve):
        return others.embeddings
    return (other.embedding for other in others)


def _hashes(words: Sequence[str], keyed: blake2b) -> Sequence[int]:
    """Return a keyed hash of each run of words, in order."""
    written = [word.encode() for word in words]
    digests: list[bytes] = []
    for run in zip(*(written[at:] for at in range(_SHINGLE)), strict=False):
        state = keyed.copy()
        state.update(b" ".join(run))
        digests.append(state.digest())
    numbers: tuple[int, ...] = struct.unpack(f">{len(digests)}Q", b"".join(digests))
    return numbers


def _of_a_quotation(number: int) -> int:
    return number & ~1 or 2


def _own_of(other: Fingerprint) -> Callable[[], int]:
    """Return what counts the runs that a draft has outside of quotations."""
    return lambda: len({run for run in other.shingles if run & _OWN})


def _all_of(other: Fingerprint) -> Callable[[], int]:
    """Return what counts the runs of a draft."""
    return lambda: len(set(other.shingles) - {_BREAK})


def _alike(mine: int, shared: int, least: float, theirs: Callable[[], int]) -> float:
    """Return the share of runs two drafts have in common, 0 where it is not above the least."""
    # The share of its own runs alone bounds what two drafts have in common.
    if shared <= least * mine:
        return 0.0
    return shared / (mine + theirs() - shared)


def _most_in_a_row(shared: int) -> int:
    """Return how many words two drafts have in a row at most, by the runs they share."""
    return shared + _SHINGLE - 1


def _counted(quoted: list[list[str]], own: list[list[str]]) -> list[list[str]]:
    """Return the quotations that are no short saying; one may stand beside words of its own.

    What is made of short sayings is like what is made of the same: then each counts.
    """
    longer = [words for words in quoted if len(words) > _SHORT_QUOTATION]
    said = sum(map(len, quoted)) - sum(map(len, longer))
    has_own = any(len(words) >= _SHINGLE for words in own)
    return longer if has_own and said <= _SHORT_QUOTATION else quoted


def _quoted_passages(reading: Reading, quoted: Sequence[Span]) -> Iterator[list[str]]:
    """Yield the words of each quotation."""
    bare = reading.bare
    for span in quoted:
        start, end = bisect_left(bare.starts, span.start), bisect_left(bare.starts, span.end)
        yield _WORD.findall(bare.text, start, end)


def _signs_of_sharing(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Yield each quotation, link and hashtag, and whether it is a quotation."""
    if any(sign in reading.text for sign in _SIGNS_OF_SHARING):
        for match in _SHARED.finditer(reading.text):
            yield Span(*match.span()), match["quoted"] is not None


def _own_passages(reading: Reading, shared: Sequence[Span]) -> Iterator[list[str]]:
    """Yield the words of each passage between what two drafts may share."""
    bare = reading.bare
    position = 0
    for span in shared:
        start, end = bisect_left(bare.starts, span.start), bisect_left(bare.starts, span.end)
        if start > position:
            yield _WORD.findall(bare.text, position, start)
        position = max(position, end)
    yield _WORD.findall(bare.text, position)


def _shared_by_right(reading: Reading, circumstances: Circumstances) -> Iterator[Span]:
    yield from disclosures(reading, circumstances.organization)
    bare, organization, source = reading.bare, circumstances.organization, circumstances.source
    names = organization.names + organization.products
    for match in any_of(names).finditer(bare.text):
        yield bare.span(*match.span())
    people = organization.directory + (source.authors if source else ())
    for naming in named_in(reading, people):
        yield bare.span(naming.start, naming.end)


def _shared_run(mine: Fingerprint, other: Fingerprint, common: frozenset[int]) -> int:
    """Return the longest run of words both drafts have, 0 if under three words.

    `common` are the runs of three words outside of quotations that both have.
    """
    places: dict[int, list[int]] = {}
    for position, shingle in enumerate(other.shingles):
        if shingle in common:
            places.setdefault(shingle, []).append(position)
    longest, running = 0, dict[int, int]()
    for shingle in mine.shingles:
        if shingle in common:
            running = {at: running.get(at - 1, 0) + 1 for at in places[shingle]}
            longest = max(longest, *running.values())
        else:
            running = {}
    return longest + _SHINGLE - 1 if longest else 0

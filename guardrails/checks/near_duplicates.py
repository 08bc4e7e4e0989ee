"""Near-duplicates: no draft may look like one a colleague was given on the same content.

Drafts are compared by their runs of three words (w-shingling, Broder 1997): the share of
runs two drafts have in common (Jaccard), and the longest passage they share, exactly.
What two honest posts may share is left out first: quotations, links, names, and the sentence
that says where the author works. Only keyed hashes of the runs are ever kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import ClassVar

from domain.drafts import Draft, Nearness
from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Fingerprint, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import any_of
from guardrails.disclosure import disclosures
from guardrails.reading import Reading, fold

_QUOTATION = re.compile(r"«[^»]{2,400}»|“[^”]{2,400}”|\"[^\"\n]{2,400}\"")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_SHINGLE = 3
_BREAK = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicates:
    """Report a draft that stands too near a colleague's; it is the product's `Comparer` too.

    `most_alike` is the highest share of runs of three words (0 to 1) that two drafts may have
    in common, `longest_run` the longest passage in words. `key` is the secret of the hashes.
    """

    kind: ClassVar[str] = "near_duplicates"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    key: bytes
    clause: str = "CH-06"
    severity: Severity = Severity.BLOCK
    most_alike: float = 0.30
    longest_run: int = 6

    def __post_init__(self) -> None:
        if not 0 < self.most_alike <= 1 or self.longest_run < _SHINGLE:
            raise ValueError("most_alike is above 0 and at most 1, longest_run at least 3 words")

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
        alike = [_jaccard(mine, other) for other in others]
        runs = [_shared_run(mine, other) for other in others]
        is_near = any(share > self.most_alike for share in alike) or any(
            run > self.longest_run for run in runs
        )
        return Nearness(max(alike, default=0.0), self.most_alike, len(others), is_near)

    def _fingerprint(self, reading: Reading, circumstances: Circumstances) -> Fingerprint:
        hashes: list[int] = []
        for passage in _own_passages(reading, circumstances):
            words = _WORD.findall(fold(passage, accents=False).text)
            runs = zip(*(words[i:] for i in range(_SHINGLE)), strict=False)
            hashes += [self._hash(" ".join(run)) for run in runs]
            hashes.append(_BREAK)
        return Fingerprint(tuple(hashes))

    def _hash(self, run: str) -> int:
        digest = blake2b(run.encode(), digest_size=8, key=self.key[:64]).digest()
        return int.from_bytes(digest, "big") | 1  # never the break


def _own_passages(reading: Reading, circumstances: Circumstances) -> Iterator[str]:
    text = reading.text
    position = 0
    for span in _shared_by_right(reading, circumstances):
        yield text[position : max(position, span.start)]
        position = max(position, span.end)
    yield text[position:]


def _shared_by_right(reading: Reading, circumstances: Circumstances) -> list[Span]:
    spans = [
        Span(*match.span())
        for pattern in (_QUOTATION, _LINK)
        for match in pattern.finditer(reading.text)
    ]
    spans += disclosures(reading, circumstances.organization)
    source = circumstances.source
    names = circumstances.organization.names + circumstances.organization.products
    names += circumstances.organization.directory + (source.authors if source else ())
    spans += [reading.bare.span(*m.span()) for m in any_of(names).finditer(reading.bare.text)]
    return sorted(spans, key=lambda span: span.start)


def _jaccard(mine: Fingerprint, other: Fingerprint) -> float:
    left, right = set(mine.shingles) - {_BREAK}, set(other.shingles) - {_BREAK}
    return len(left & right) / len(left | right) if left and right else 0.0


def _shared_run(mine: Fingerprint, other: Fingerprint) -> int:
    """Return the longest run of words both drafts have, 0 if under three words."""
    places: dict[int, list[int]] = {}
    for position, shingle in enumerate(other.shingles):
        if shingle != _BREAK:
            places.setdefault(shingle, []).append(position)
    longest, running = 0, dict[int, int]()
    for shingle in mine.shingles:
        running = {at: running.get(at - 1, 0) + 1 for at in places.get(shingle, ())}
        longest = max(longest, *running.values(), 0)
    return longest + _SHINGLE - 1 if longest else 0

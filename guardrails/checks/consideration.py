"""Consideration: whoever receives something for a post that promotes says so in the post.

French law (2023-451) wants the words themselves, in sight: a hashtag in a heap is not enough,
nor is a word further down that happens to be the same ("la publicité change").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.company_mentions import company_mentions
from guardrails.disclosure import disclosures
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term
from guardrails.surroundings import Surroundings
from guardrails.wordings import Wordings

_UNLABELLED = Objection(
    Bilingual(
        fr="Ce texte fait de la promotion contre un avantage, et ses premiers mots le taisent.",
        en="This text promotes in exchange for something, and its first words do not say so.",
    ),
    Bilingual(fr="Collaboration commerciale –", en="Paid partnership –"),
)
_NOTHING = frozenset("aucun aucune rien neant non 0 none nothing no nil n/a -".split()) | {""}
_LINK = re.compile(r"https?://\S|www\.\S|\[(?:lien|link)\b")
# What may follow one word that labels a post; anything else makes it a word of a sentence.
_LABEL_ENDS = re.compile(r"\s*(?:[^\w\s'#]|$|\n|(?:avec|pour|with|for|by) )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration:
    """Report a text that promotes for something in return and does not say so up front.

    `promotes` are phrases that promote without a name, `rewards` say in the text itself that
    the author receives something for it, `labels` are the words that the law accepts, which
    stand within the first `fold` characters.
    """

    kind: ClassVar[str] = "consideration"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    promotes: Wordings
    rewards: Wordings
    labels: Wordings
    fold: int = 210

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding where the text promotes, or tells of the reward."""
        span = self._reward(reading) or self._promotion(reading, circumstances)
        if span is not None and not self._is_labelled(reading):
            yield _UNLABELLED.at(span, by=self, reading=reading)

    def _reward(self, reading: Reading) -> Span | None:
        around = reading.view(Surroundings)
        for start, end in self.rewards.occurrences(reading.bare):
            if not (around.is_denied(start) or around.is_quoted(start)):
                return reading.bare.span(start, end)
        return None

    def _promotion(self, reading: Reading, circumstances: Circumstances) -> Span | None:
        if fold_term(circumstances.consideration or "").strip(" .") in _NOTHING:
            return None
        company = circumstances.organization
        said = disclosures(reading, company)
        for mention in company_mentions(reading, company, self.promotes):
            if not any(one.start <= mention.span.start < one.end for one in said):
                return mention.span
        link = _LINK.search(reading.text)
        return Span(*link.span()) if link and said else None

    def _is_labelled(self, reading: Reading) -> bool:
        bare = reading.bare
        around = reading.view(Surroundings)
        return any(
            bare.starts[start] <= self.fold
            and not around.is_denied(start)
            and _is_label(bare.text, start, end)
            for start, end in self.labels.occurrences(bare)
        )


def _is_label(bare: str, start: int, end: int) -> bool:
    before = bare[bare.rfind("\n", 0, start) + 1 : start]
    if before.endswith("#"):
        return False
    if " " in bare[start:end]:
        return True
    is_first = not any(letter.isalnum() for letter in before)
    opens = is_first or before.rstrip().endswith(("(", "[", ".", "!", "?"))
    return opens and _LABEL_ENDS.match(bare, end) is not None

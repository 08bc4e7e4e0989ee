"""AI honesty: a text does not deny the help it had, and says so where the public is concerned.

What a machine wrote is known from `draft_share`, or from the author's own notes that say so; no
text is ever guessed to be one's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Repair, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import NOTHING
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term
from guardrails.surroundings import Surroundings
from guardrails.wordings import Wordings

# What leads to a verb and denies it: "was not", "n'a pas été"; "I had no time, it was" does not.
_NOT = re.compile(
    r"(?:(?<!\w)(?:not|never|no|none of|nothing (?:in|of)|\w+n't)"
    r"(?: (?:it|this|that|been|being|be|a|an|any|one|single|the|entirely|wholly|at all))*"
    r"|(?<!\w)(?:pas|jamais|point|rien|aucune?)"
    r"(?: (?:n'a|n'est|ete|du tout|une?|seule?|etre|entierement|mon|ce|le))*) ?$"
)
_REACH = 40
_UNTRUE = Objection(
    Bilingual(
        fr="Vous dites avoir écrit sans aide, mais l'essentiel du brouillon vient de l'assistant.",
        en="You say that you wrote it unaided, but most of this draft is the assistant's.",
    ),
    Bilingual(
        fr="Retirez ces mots, ou dites que vous avez été aidé.",
        en="Take these words away, or say that you had help.",
    ),
)
_PUBLIC_INTEREST = Objection(
    Bilingual(
        fr="Sujet d'intérêt public, brouillon presque inchangé : dites que vous avez été aidé.",
        en="A matter of public interest, a draft hardly changed: say that you had help.",
    ),
    Bilingual(
        fr="Texte préparé avec un assistant d'écriture, puis relu par mes soins.",
        en="Prepared with a writing assistant, then reviewed and edited.",
    ),
    Repair.ADD,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AiHonesty:
    """Report a denied help, and a public matter left as the machine wrote it.

    `denials` say that no tool helped, `admissions` that one did, `topics` are of public
    interest, `machine` says in a note that a machine wrote the draft. The shares are how much
    of the draft must be left for either to matter.
    """

    kind: ClassVar[str] = "ai_honesty"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    denials: Wordings
    admissions: Wordings
    topics: Wordings
    machine: Wordings = NOTHING
    denial_share: float = 0.5
    topic_share: float = 0.9

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per denial, and one at the first topic of public interest."""
        share = self._share(circumstances)
        if share is None or share < min(self.denial_share, self.topic_share):
            return
        if share >= self.denial_share:
            yield from self._denials(reading)
        if share >= self.topic_share and not self._admits(reading):
            yield from self._topic(reading)

    def _share(self, circumstances: Circumstances) -> float | None:
        """Return how much of the draft a machine wrote, as far as anybody said."""
        notes = map(fold_term, circumstances.notes)
        if circumstances.draft_share is None and any(map(self._tells_of_a_machine, notes)):
            return self.denial_share
        return circumstances.draft_share

    def _tells_of_a_machine(self, note: str) -> bool:
        """Tell whether a note says that a machine wrote it, and does not deny that very deed."""
        return any(
            _NOT.search(note, max(0, start - _REACH), start) is None
            for start, _ in self.machine.occurrences_in(note)
        )

    def _denials(self, reading: Reading) -> Iterator[Finding]:
        around = reading.view(Surroundings)
        for start, end in self.denials.occurrences(reading.bare):
            if not (around.is_denied(start) or around.is_quoted(start)):
                yield _UNTRUE.at(reading.bare.span(start, end), by=self, reading=reading)

    def _topic(self, reading: Reading) -> Iterator[Finding]:
        for start, end in self.topics.occurrences(reading.bare):
            yield _PUBLIC_INTEREST.at(reading.bare.span(start, end), by=self, reading=reading)
            return

    def _admits(self, reading: Reading) -> bool:
        around = reading.view(Surroundings)
        found = self.admissions.occurrences(reading.bare)
        return any(not around.is_denied(start) for start, _ in found)

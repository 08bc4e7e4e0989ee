"""People who are never each other: 90 children are no 90 parents, 12 nurses no 12 patients.

A child may be called a pupil and a client a customer, and nobody objects. Those who stand opposite
each other in the same matter are told apart by what they are, in either language.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.reading import fold

# Each line is one matter; between bars stand those who are not each other in it.
_MATTERS: Final = """
    enfant gamin bambin eleve ecolier collegien lyceen kid children child toddler pupil
    | parent mere pere maman papa mother father mum mom dad
    | professeur prof enseignant instituteur institutrice teacher
    ; patient malade | soignant infirmier infirmiere medecin docteur nurse doctor carer
    ; client cliente customer | fournisseur supplier vendor
    | salarie salariee employe employee collegue colleague coworker
    ; candidat candidate applicant | recruteur recruteuse recruiter | recrue hire recruit
    ; apprenti apprentie apprentice stagiaire intern trainee | tuteur tutrice tutor mentor
    ; benevole volunteer | beneficiaire beneficiary beneficiaries
    ; femme woman women | homme man men
    ; locataire tenant | proprietaire landlord
    ; conducteur conductrice driver | passager passagere passenger
    ; acheteur acheteuse buyer | vendeur vendeuse seller
"""
_KINDS: Final = {
    word: (matter, kind)
    for matter, kinds in enumerate(_MATTERS.split(";"))
    for kind, words in enumerate(kinds.split("|"))
    for word in words.split()
}
_COUNTED: Final = re.compile(
    r"(\d(?<![\w.,].)\d*(?:[ .,]\d{3})*(?:[.,]\d+)?) ([^\W\d_]{3,})([^.!?;:,\n\d]{0,30})"
)
_MOST_KINDS: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]{3,}")

_Kind = tuple[int, int]


def made_their_opposites(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text counts people as many as it was given of those opposite them."""
    told = [(number, kind, span) for number, kind, _, span in _people(text)]
    if not told:
        return
    known = [one for each in given for one in _people(each)]
    given_as = {(number, one) for number, kind, also, _ in known for one in (kind, *also)}
    for number, (matter, kind), span in told:
        is_others = any(
            (number, (matter, other)) in given_as for other in range(_MOST_KINDS) if other != kind
        )
        if is_others and (number, (matter, kind)) not in given_as:
            yield span


def _people(text: str) -> Iterator[tuple[str, _Kind, frozenset[_Kind], Span]]:
    """Yield each figure of people with their kind, and the kinds that share it: "90 a and b"."""
    folded = fold(text, accents=False)
    for match in _COUNTED.finditer(folded.text):
        if kind := _kind(match[2]):
            also = frozenset(filter(None, map(_kind, _WORD.findall(match[3]))))
            yield plain_number(match[1]), kind, also, folded.span(match.start(), match.end(2))


def _kind(word: str) -> _Kind | None:
    return _KINDS.get(word) or _KINDS.get(word.removesuffix("s"))

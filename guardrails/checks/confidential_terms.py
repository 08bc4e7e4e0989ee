"""Confidential terms: nothing that is only known inside the company leaves it.

The company's own list (code names) is found however it is written. Beside it: the markings of
an internal document, and the turns of phrase that give an inside story away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.retelling import is_published
from guardrails.claims import Claims, Place
from guardrails.naming import named
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.unmasking import unmasked
from guardrails.wordings import Wordings

_TERM = Objection(
    Bilingual(
        fr="Ce nom est sur la liste confidentielle de l'entreprise.",
        en="This name is on the company's confidential list.",
    ),
    Bilingual(
        fr="Retirez ce nom ; renvoyez à une page publique si elle existe.",
        en="Remove this name; point to a public page if there is one.",
    ),
)
_MARKING = Objection(
    Bilingual(
        fr="Cette mention est celle d'un document interne.",
        en="This is the marking of an internal document.",
    ),
    Bilingual(
        fr="Ne reprenez rien d'un document interne : partez d'un contenu publié.",
        en="Take nothing from an internal document: start from published content.",
    ),
)
_LEAK = Objection(
    Bilingual(
        fr="Ce passage raconte ce qui ne se sait qu'à l'intérieur de l'entreprise.",
        en="This passage tells what is only known inside the company.",
    ),
    Bilingual(
        fr="Retirez ce passage, ou dites ce que l'entreprise en a publié.",
        en="Remove this passage, or say what the company has published of it.",
    ),
)
_LABELLED = re.compile(r"\s*(?:[\-:|]|$)")
_LETTERS_OF_A_LABEL = 6
# "They read more than they admit": what people do of themselves, and no secret of a company's.
_OF_THEMSELVES = re.compile(
    r"(?<!\w)(?:reads?|knows?|eats?|sings?|texts?|understands?|learns?|laughs?|sleeps?|cooks?|dances?"
    r"|speaks?|listens?|cares?|loves?|enjoys?|miss|dreams?|smiles?|swims?|cr(?:y|ies)|walks?|plays?"
    r"|remembers?|notices?) (?:(?:far |much |a lot )?(?:more|better|faster|less|oftener|longer)"
    r"(?: often)? )$"
)
_LED_TO = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialTerms:
    """Report the company's confidential terms, the markings of its documents, and leaks.

    `markings` are phrases nobody writes but on a document; `labels` are words that mark one
    only where they stand as a label (alone, in brackets, in capitals, before a dash or colon).
    `leaks` are none in words that the published source has.
    """

    kind: ClassVar[str] = "confidential_terms"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    markings: Wordings
    labels: Wordings
    leaks: Wordings

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        terms = circumstances.organization.confidential_terms
        readings = (reading, *reading.view(unmasked))
        for span in dict.fromkeys(span for one in readings for _, span in named(one, terms)):
            yield _TERM.at(span, by=self, reading=reading)
        claims = reading.view(Claims)
        for place in claims.made(self.markings, in_addresses=True):
            yield _MARKING.at(claims.span(place), by=self, reading=reading)
        for place in claims.made(self.labels, in_addresses=True):
            if _is_label(reading, claims, place):
                yield _MARKING.at(claims.span(place), by=self, reading=reading)
        for place in claims.made(self.leaks, in_addresses=True):
            if _is_of_themselves(claims, place):
                continue
            if not is_published(reading, claims.span(place), circumstances):
                yield _LEAK.at(claims.span(place), by=self, reading=reading)


def _is_of_themselves(claims: Claims, place: Place) -> bool:
    """Tell whether it is what people do more, or better, "than they admit"."""
    if not claims.text.startswith("than they ", place.start):
        return False
    start = max(claims.around(place).start, place.start - _LED_TO)
    return _OF_THEMSELVES.search(claims.text, start, place.start) is not None


def _is_label(reading: Reading, claims: Claims, place: Place) -> bool:
    sentence = claims.around(place)
    text = reading.bare.text
    if text[sentence.start : place.start].strip(" *[(#-") == "":
        opens = text[sentence.start : place.start].strip()[-1:]
        after = text[place.end : sentence.end].lstrip(" .!*")
        return opens in {"[", "(", "#"} or _LABELLED.match(after) is not None
    return _is_shouted(reading.slice(claims.span(place)), reading.slice(claims.span(sentence)))


def _is_shouted(label: str, sentence: str) -> bool:
    return len(label) >= _LETTERS_OF_A_LABEL and label.isupper() and not sentence.isupper()

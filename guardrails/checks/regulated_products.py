"""Regulated products: medicines, alcohol, tobacco, gambling, credit.

A person who knows the trade's rules answers before anything is posted. A job in such a
company, prevention, and other uses of the words (a photo credit) pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import NOTHING, Claims, Place
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.wordings import Wordings

_REPAIR = Bilingual(
    fr="Gardez l'emploi, le métier ou la page publique validée ; retirez la promotion.",
    en="Keep the job, the craft or the cleared public page; remove the promotion.",
)
_LENDS = re.compile(r"borrow|lend|pret|emprunt")
_AT_A_RATE = re.compile(
    r"\d ?%|\b(?:per ?cent|pour ?cents?|apr|taeg|interest|interets?|instal?lments?|mensualites?)\b"
    r"|\b(?:money|cash|funds|argent|especes)\b"
)
# A loan with what it costs or how much of it, and how or how soon to get it, is offered.
_LOAN = re.compile(
    r"\b(?:loans?|mortgages?|overdrafts?|credit lines?|lines? of credit|credits?|emprunts?"
    # « Nous sommes prêts » lends nothing.
    r"|(?<!est )(?<!sommes )(?<!etes )(?<!sont )(?<!voila )(?<!vous )prets?(?! a 100 ?%)"
    r"|micro-?credits?|decouverts? autorises?)\b"
    r"(?! (?:de livres|de jeux|de materiel|d'outils|d'impot"
    r"|photos?|notes?|where|goes|(?:to|a|revient a) (?:the |my |our |all |l'|toute l'|notre )"
    r"(?:team|crew|colleagues|equipe)))"
)
_TERMS = re.compile(
    r"\d ?(?:%|per ?cent\b|pour ?cents?\b)"
    r"|\b(?:up to|as much as|from|jusqu'a|a partir de|des) [€£$]?\d[\d., ]*"
    r"(?:k\b|k?€|£|\$|euros?\b|pounds?\b|million)"
    r"|\b(?:up to|as much as|from) [€£$]\d"
)
_ON_OFFER = re.compile(
    r"\b(?:(?:message|write to|call|text|ping|ask|contact|dm|email|come (?:and )?see|pop in to see"
    r"|drop) (?:me|us|by|in)|apply (?:now|today|here|online|by|before|with|in)|i'll set (?:it|you)"
    r"|answer (?:in|within|by|the same)|decision (?:in|within|by)"
    r"|(?:money|cash|funds) (?:on|in|into) your|in your account|yours (?:by|in|before|tonight)"
    r"|until (?:\d|the|mon|tue|wed|thu|fri|sat|sun|christmas|new year|easter)"
    r"|before (?:christmas|the holidays|summer)|ends (?:on|this)"
    r"|no (?:fees?|paperwork)"
    r"|(?:ecrivez|appelez|contactez|demandez|prevenez|envoyez|sollicitez)(?:-(?:moi|nous|le))?"
    r"|(?:passez|venez) (?:me|nous|en|a l')|en message prive|en mp|je (?:vous )?(?:monte|fais|ouvre"
    r"|debloque|prepare|m'occupe)|reponse (?:en|sous|dans|le|immediate)"
    r"|sous \d+ ?(?:h|heures|jours)|(?:argent|somme|fonds) (?:sur|dans) votre|sur votre compte"
    r"|jusqu'au (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|avant (?:noel|les fetes|l'ete|la rentree)|sans frais"
    r"|frais (?:de dossier )?offerts)(?![a-z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulatedProducts:
    """Report each place that promotes a product whose advertising is regulated.

    `promotions` are phrases that promote by themselves; one of `products` counts only with
    one of `incentives` in its sentence. A sentence with one of `unless` promotes nothing.
    `drinks` promote alcohol without naming it ("a case for the aperitif"), unless the place
    touches one of `soft_drinks`: these excuse nothing else.
    """

    kind: ClassVar[str] = "regulated_products"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    contact: Bilingual
    promotions: Wordings
    products: Wordings
    incentives: Wordings
    unless: Wordings
    drinks: Wordings = NOTHING
    soft_drinks: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per sentence."""
        claims = reading.view(Claims)
        told = claims.first_in_each(self._promoted(claims))
        objection = Objection(
            Bilingual(
                fr=f"Produit réglementé : à valider avant de publier ({self.contact.fr}).",
                en=f"A regulated product: to be cleared before posting ({self.contact.en}).",
            ),
            _REPAIR,
        )
        for sentence, place in sorted(told.items()):
            if not self._is_excused(claims.words(sentence)):
                yield objection.at(claims.span(place), by=self, reading=reading)

    def _is_excused(self, sentence: str) -> bool:
        """Tell whether a sentence promotes nothing; at a rate, money is lent and no bicycle."""
        excuses = [sentence[start:end] for start, end in self.unless.occurrences_in(sentence)]
        if _AT_A_RATE.search(sentence):
            excuses = [one for one in excuses if not _LENDS.match(one)]
        return bool(excuses)

    def _promoted(self, claims: Claims) -> Iterator[Place]:
        yield from claims.made(self.promotions)
        yield from claims.made(self.drinks, unless=self.soft_drinks)
        for place in claims.made(self.products):
            if self.incentives.occur_in(claims.words(claims.around(place))):
                yield place
        yield from self._loans(claims)

    def _loans(self, claims: Claims) -> Iterator[Place]:
        """Yield where a loan is offered: at a rate or up to a sum, and soon or by a message."""
        text = claims.text
        for match in _LOAN.finditer(text):
            place = Place(*match.span())
            said = claims.words(claims.around(place, after=1))
            if _TERMS.search(said) and _ON_OFFER.search(said) and claims.is_meant(place):
                yield place

"""Consideration: whoever receives something for a post that promotes says so in the post.

French law (2023-451) wants the words themselves, in sight: a hashtag in a heap is not enough,
nor is a word further down that happens to be the same ("la publicité change").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Repair, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import Claims
from guardrails.company_mentions import company_mentions
from guardrails.disclosure import disclosures
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term
from guardrails.surroundings import Surroundings
from guardrails.tellers import names_others
from guardrails.wordings import Wordings

_UNLABELLED = Objection(
    Bilingual(
        fr="Ce texte fait de la promotion contre un avantage, et ses premiers mots le taisent.",
        en="This text promotes in exchange for something, and its first words do not say so.",
    ),
    Bilingual(fr="Collaboration commerciale –", en="Paid partnership –"),
    Repair.ADD,
)
_NOTHING = frozenset("aucun aucune rien neant non 0 none nothing no nil n/a -".split()) | {""}
_LINK = re.compile(r"https?://\S|www\.\S|\[(?:lien|link)\b")
# What the sentence of disclosure goes on to tell of the company, not of its author: "Ardemont,
# which has opened a lab", not "which hired me".
_GOES_ON = re.compile(
    r"[\s,(–-]{1,4}((?:qui (?!m'|me |nous )|dont (?:l'|l[ae] |les )"
    r"|ou (?!j'|je |on |nous |m[aeo]n? |mes |nos |notre )|where (?!i\b|we\b|my |our )|whose "
    r"|(?:who|which|that) (?!(?:hired|pays?|has|have|lets?|employs?|took) (?:me|us)\b"
    r"|(?:i|we|said)\b))"
    r"\w[^.;!?\n]{0,160})"
)
_OR = re.compile(r"(?i)ou\s")  # French "ou" is no "où", which is one word once accents are gone
# "Our lab is wonderful"; "our team", "our president" and what is one's own promote nothing.
_OURS = re.compile(
    r"(?<!\w)(?:notre|nos|our) (?!(?:\w+ )?(?:equipes?|collegues?|camarades|chefs?|cheffes?|manager"
    r"|metiers?|patrons?|patronnes?|teams?|colleagues?|bosses|boss|managers?|jobs?|trade"
    r"|(?:vice-)?presidente?s?|vice-presidents?|direct(?:eur|rice|or)s?|p?dg|drh|dsi|c[efto]o"
    r"|fondat(?:eur|rice)s?|(?:co-?)?founders?|chair(?:man|woman|person)?|dirigeante?s?|gerante?s?"
    r"|porte-parole|spokes(?:man|woman|person)|techniciens?|techniciennes?|technicians?"
    r"|ingenieure?s?|engineers?|soudeu(?:r|se)s?|welders?|infirmi(?:er|ere)s?|nurses?|comptables?"
    r"|accountants?|stagiaires?|interns?|apprentie?s?|apprentices?|alternante?s?|benevoles?"
    r"|volunteers?|salariee?s?|employee?s?|ouvri(?:er|ere)s?|workers?|staff|secretaires?)\b"
    r"|(?:cantine|cafe|pause|cuisine|dejeuner|dejeuners|repas|tasses?|metier|quotidien|journees?"
    r"|semaines?|soirees?|vies?|ville|quartier|rue|pays|planete|monde|epoque|enfants?|fils|filles?"
    r"|familles?|parents|voisine?s?|amis|amies|cote|part|tour|avis|mieux|programme|pire|propre"
    r"|canteen|coffee|break|kitchen|lunch(?:es)?|meals?|mugs?|days?|weeks?|evenings?|li(?:fe|ves)"
    r"|town|city|street|country|planet|world|times|children|kids?|sons?|daughters?|famil(?:y|ies)"
    r"|neighbours?|friends?|own|way|part|turn|opinions?|best|programme|heads?|hands?)\b)\w[\w'-]*"
)
# What may follow one word that labels a post; anything else makes it a word of a sentence.
_LABEL_ENDS = re.compile(r"\s*(?:[^\w\s'#]|$|\n|(?:avec|pour|with|for|by) )")

_REACH = 80
# A comma keeps a label in its sentence; in brackets or behind a colon it stands for itself.
_STOP = re.compile(r"[;:.!?\n()\[\]\"]| - ")
# "Ad? Never." and "Publicité : non." deny what they name; "Ad? Yes, it is." does not.
_DENIED_AFTER = re.compile(
    r"[^.!?\n]{0,60}\?(?!\s*(?:yes|oui|of course|indeed|absolutely|it is|bien sur|tout a fait"
    r"|absolument)(?!,? (?:\w+ )?(?:not|pas|non)\b))"
    r"|\s?[:,\-]\s*(?:[\w']+,? ){0,3}(?:no|non|not|none|never|jamais|aucune?|nope|pas)"
    r"\s*(?:[.!,\n]|$)"
    r"|\s?[.!]\s*(?:absolutely|certainly|definitely|of course|surely|really|absolument|certainement"
    r"|surtout|vraiment|bien sur que|evidemment)? ?(?:not|no|non|pas|never|jamais)\s*(?:[.!\n]|$)"
    r"|\s(?:with|by|avec|par) (?:nobody|no one|personne)\b"
)
# Another post's, or another time's: "last year I had a paid partnership".
_ELSEWHERE = re.compile(
    r"\b(?:hors|zero)\s(?:\w+\s){0,2}$"
    r"|\b(?:last (?:year|month|week|summer)|years? ago|once|yesterday|used to|hier|autrefois"
    r"|jadis|l'an dernier|l'annee derniere|le mois dernier|il y a)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration:
    """Report a text that promotes for something in return and does not say so up front.

    A text that is held against a content promotes it, whatever it says.
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
        if span := _told_beside(reading, said):
            return span
        link = _LINK.search(reading.text)
        if link and said:
            return Span(*link.span())
        # A text about a content for which its author receives something is what they get it for.
        return _first_sentence(reading) if circumstances.source else None

    def _is_labelled(self, reading: Reading) -> bool:
        bare = reading.bare
        around = reading.view(Surroundings)
        return any(
            bare.starts[start] <= self.fold
            and not (around.is_denied(start) or around.is_quoted(start))
            and not _is_disowned(
                bare.text[max(0, start - _REACH) : start], bare.text[end : end + _REACH]
            )
            and _is_label(bare.text, start, end)
            for start, end in self.labels.occurrences(bare)
        )


def _first_sentence(reading: Reading) -> Span | None:
    return next(
        (one for one in reading.sentences if any(map(str.isalnum, reading.slice(one)))), None
    )


def _told_beside(reading: Reading, said: tuple[Span, ...]) -> Span | None:
    """Return what is told of the company behind where the author says that they work there."""
    bare, claims = reading.bare, reading.view(Claims)
    for one in said:
        if told := _GOES_ON.match(bare.text, claims.place(one).end):
            span = bare.span(*told.span(1))
            if not _OR.match(reading.slice(span)):
                return span
    ours = _OURS.search(bare.text) if said else None
    return bare.span(*ours.span()) if ours else None


def _is_disowned(before: str, after: str) -> bool:
    """Tell whether a label is asked about and denied, or speaks of another post."""
    before = _STOP.split(before)[-1]
    return (
        _DENIED_AFTER.match(after) is not None
        or _ELSEWHERE.search(before) is not None
        or names_others(before.rpartition(",")[2])  # "My friends, …" only speaks to them
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

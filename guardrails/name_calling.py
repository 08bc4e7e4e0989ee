"""Name-calling: whether a word calls somebody a name, and whom.

A word is no insult by itself: "incapable of reading two formats" says something of software.
It calls a name when it is said of somebody ("you bunch of …", "run by crooks", "our users are
idiots"), and then the nearest one named before it, or failing that behind it, is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.organization import Organization
from guardrails.claims import NOTHING
from guardrails.reading import Reading
from guardrails.surroundings import Bounds, Surroundings
from guardrails.wordings import Wordings, any_name, occurrences

# What may stand between "sont" and the name: "sont tous vraiment que des …".
_FILLING = (
    r"(?:(?:tous|toutes|tout|toute|vraiment|bien|que|plus|aussi|rien|autre|simplement|juste"
    r"|absolument|completement|totalement|gros|grosse|vrais?|vraie|sacres?|sacree|pauvres?|vieux"
    r"|petits?|belle|bel|des|de|du|un|une|les|le|la|ces|cette|ce|bande|tas|ramassis|repaire|espece"
    r"|troupeau|all|just|such|so|really|truly|simply|nothing|but|a|an|the|of|complete|completely"
    r"|total|totally|real|utter|utterly|absolute|absolutely|bloody|poor|stupid|lazy|pure|bunch"
    r"|pack|gang|load|lot)\s|d'|qu'){0,6}"
)
_IS = r"(?:est|sont|etes|es|etait|etaient|restent?|seront|etre|is|are|was|were|be|'re|'s|c'est)\s"
_ARTICLE = r"(?:un|une|des|les|le|la|ces|a|an|the|such|of|de)\s|d'"
_AS_A_NOUN = re.compile(
    rf"\b(?:bande|tas|ramassis|repaire|espece|troupeau|bunch|pack|gang|quels?|quelles?|what"
    rf"|ces|these|those|you|vous|traite\w*|called|calling|(?:dirige|mene|gere|gouverne)\w* par"
    rf"|(?:run|led|managed|headed|owned|governed) by)\s{_FILLING}$"
    rf"|(?:\b|(?=')){_IS}{_FILLING}(?:{_ARTICLE}){_FILLING}$"
    rf"|\b(?:boite|entreprise|societe|company|full|pleine?)\s(?:de\s|d'|of\s){_FILLING}$"
)
_AS_A_PREDICATE = re.compile(rf"(?:\b|(?=')){_IS}{_FILLING}$")
_ALONE = re.compile(rf"^\W*{_FILLING}$")
_THEM = re.compile(r"\b(?:ils|elles|ceux|celles|they|those|some)\b")
_A_THING = r"[\s\-](?:proof|show|car|detector|test|guide)\b|'s (?:guide|errand|lantern)\b"
_IS_ABOUT_THINGS = re.compile(rf"\s*(?:de\b|d'|of\b|to\b)|{_A_THING}")
_OF_MYSELF = re.compile(
    r"\b(?:je\s|j')(?:\w+\s){0,3}?(?:suis|etais|me sens)\b"
    r"|\bnous\s(?:\w+\s){0,2}?(?:sommes|etions)\b"
    r"|\bon\s(?:\w+\s){0,2}?(?:est|etait)\b|\bi\s(?:\w+\s){0,2}?(?:am|was|feel|felt)\b"
    r"|\bwe\s(?:\w+\s){0,2}?(?:are|were)\b|\b(?:i'm|we're)(?!\w)|\b(?:make|made|makes) (?:me|us)\b"
)
# Behind "I am", somebody else is meant where one of these comes first: "I was fed up with those …".
_OF_OTHERS = re.compile(
    r"\b(?:par|avec|parmi|chez|contre|pour|sur|que|qui|dont|croire|ces|cet|cette|vous|ils|elles|eux"
    r"|tes|vos|ses|leurs|autres|sont|est|cerne\w*|by|with|among|about|against|at|for|from|that|who"
    r"|which|those|these|you|they|them|his|her|their|to|are|is|told)\b|\bqu'"
    r"|\b(?!(?:kind|sort|bit|bunch|king|queen|pack|gang|lot|class|team|piece|pair)\b)\w+ of\b"
    r"|\b(?!(?:peu|espece|bande|sorte|tas|genre|roi|reine|equipe|troupeau)\b)\w+ d(?:e |')"
)
# "Quel imbécile je fais", "what an idiot I was"; not "he is an idiot I am sure".
_I_AM = re.compile(
    r"\s(?:que )?(?:je (?:fais|suis)|j'(?:etais|ai ete)|nous (?:faisons|sommes)|i (?:am|was))"
    r"(?=\s*(?:[^\w\s]|$)|\s(?:de|pour|parfois|souvent|to|for|sometimes|today)\b|\sd')"
)
# "They are crooks", "Des voleurs, tous.": said of those just named, not called out to a reader.
_OF_THE_SAME = re.compile(
    r"^\W*(?:(?:tous|toutes|que|rien|only|just|all|nothing but|what) )*"
    r"(?:des|un|une|a|an|the|la|le|les|such) |\b(?:ils|elles|they|ce sont|they're)\b"
)
# Behind a noun the word says what that is like: "des questions idiotes".
_MORE = (
    r"\s(?:(?:pauvres?|gros|sacre\w*|vrais?|petits?|deux|trois|autres|memes|poor|bloody|absolute|utter"
    r"|other|same|two|three|few|lazy|old|little)\s)?$"
)
_THESE = re.compile(
    rf"\b(?:the|those|these|our|your|my|some|les|ces|nos|vos|mes|des|aux|tes|ses|leurs){_MORE}"
    r"|\b(?:by|with|like|par|avec|de)\s$|\bd'$"
)
_THIS = re.compile(rf"\b(?:that|this|our|your|cet|cette|ce|notre|votre){_MORE}")
# "An idiot's guide", "that idiot printer": a thing.
_OF_THINGS = re.compile(_A_THING)
_GOES_ON = re.compile(
    r"\s*(?:[^\w\s'-]|$)|\s(?:in|on|at|from|of|who|qui|de|du|des|chez|a|au|aux|en|is|was|has|had|did"
    r"|est|etait|avait|[a-z]+ed)\b|\sd'"
)
_NEAR = 240


class Target(StrEnum):
    """Whom a name is called."""

    COMPANY = "company"
    PEOPLE = "people"
    MYSELF = "myself"


@dataclass(frozen=True, slots=True)
class NameCalling:
    """Reads the names called in one text; the lists say who is the company, and who people.

    One of `epithets` is called to whoever it is said of: "the morons on the night shift".
    """

    reading: Reading
    around: Surroundings
    organization: Organization
    employer: Wordings
    people: Wordings
    epithets: Wordings = NOTHING

    def called(self, names: Wordings, target: Target) -> Iterator[Bounds]:
        """Yield each of these names that somebody is called, if the target is the one meant."""
        for word in names.occurrences(self.reading.bare):
            if self._is_called(word) and self.target(word) is target:
                yield word

    def target(self, word: Bounds) -> Target:
        """Say whom the word at a place is said of; with nobody in sight, it is of people."""
        start, end = word
        clause = self.around.clause_before(start)
        bare = self.reading.bare.text
        if self._is_of_myself(start, clause) or _I_AM.match(bare, end):
            return Target.MYSELF
        first, last = self.around.sentence(start)
        if self._is_said_of_them(word, clause):  # who they are stands behind
            behind = bare[end : min(last, end + _NEAR)]
            return self._nearest(behind, is_before=False) or Target.PEOPLE
        nearest = self._nearest(bare[max(first, start - _NEAR) : start], is_before=True)
        if nearest is None:
            nearest = self._nearest(bare[end : min(last, end + _NEAR)], is_before=False)
        if nearest is None and _OF_THE_SAME.search(clause):
            nearest = self._nearest(bare[max(0, first - _NEAR) : first], is_before=True)
        return nearest or Target.PEOPLE

    def _is_of_myself(self, start: int, clause: str) -> bool:
        """Tell whether a word is said of the author: not "I was fed up with those …"."""
        if _ALONE.search(clause):  # "I felt stupid, a kind of …"
            before = max(0, start - len(clause) - 1)
            clause = self.around.clause_before(before) + clause
        own = list(_OF_MYSELF.finditer(clause))
        return bool(own) and _OF_OTHERS.search(clause, own[-1].end()) is None

    def _is_called(self, word: Bounds) -> bool:
        start, end = word
        clause = self.around.clause_before(start)
        if self._is_said_of_them(word, clause):
            return True
        if _IS_ABOUT_THINGS.match(self.reading.bare.text, end):
            return False
        if _AS_A_NOUN.search(clause):
            return True
        if _AS_A_PREDICATE.search(clause):
            return self._is_of_somebody(clause)
        is_alone = _ALONE.search(clause) is not None
        return is_alone and not any(map(str.isalpha, self.around.clause_after(end)))

    def _is_said_of_them(self, word: Bounds, clause: str) -> bool:
        start, end = word
        bare = self.reading.bare.text
        if _OF_THINGS.match(bare, end) or not self.epithets.occur_in(bare[start:end]):
            return False
        if bare[start:end].endswith("s"):
            return _THESE.search(clause) is not None
        return _THIS.search(clause) is not None and _GOES_ON.match(bare, end) is not None

    def _is_of_somebody(self, clause: str) -> bool:
        if _THEM.search(clause) or self.people.occur_in(clause):
            return True
        return next(self._company(clause), None) is not None

    def _nearest(self, text: str, *, is_before: bool) -> Target | None:
        found = [(start, Target.COMPANY) for start, _ in self._company(text)]
        found += [(start, Target.PEOPLE) for start, _ in self.people.occurrences_in(text)]
        if not found:
            return None
        return (max(found) if is_before else min(found))[1]

    def _company(self, text: str) -> Iterator[Bounds]:
        yield from occurrences(any_name(self.organization.names), text)
        yield from self.employer.occurrences_in(text)

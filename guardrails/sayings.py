"""Whether something was said by the author before: in their notes, or in one of their posts.

A statement goes back to the author when most of its words do, whatever their endings and
whoever speaks: "la nuit d'astreinte m'a fait peur" says "j'ai eu peur pendant l'astreinte".
Words of one family (proud, pride, fier) are one word, in both languages.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import Stemmer

from domain.language import Language
from guardrails.surroundings import is_denial

Families = tuple[tuple[str, ...], ...]

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_NEAR = 40  # words: about two sentences
_STEM = 6  # "entends" and "entendre" differ behind it
_ALGORITHM = {Language.FRENCH: "french", Language.ENGLISH: "english"}
# Words that carry no experience, feeling or opinion of their own.
_EMPTY = frozenset(
    "a ai aie ait alors apres as au aussi autre aux avaient avais avait avant avec avez avoir avons"
    " beaucoup bien c ca car ce cela ces cet cette ceux chaque comme comment d dans de depuis des"
    " donc dont du elle elles en encore entre es est et etaient etais etait ete etes etre eu eux"
    " fait faire fois il ils j je jour l la le les leur leurs lors lui m ma mais me meme mes moi"
    " mon n ne ni nos notre nous on ont ou par pas pendant peu plus pour qu quand que quel quelle"
    " qui quoi s sa sans se sera ses si soi son sont sous suis sur t ta te tes toi ton tous tout"
    " toute toutes tres trop tu un une vers vos votre vous y pense penser crois croire trouve avis"
    " opinion espere selon vraiment"
    " about after all also am an and any are as at be because been before being but by can could"
    " did do does done for from get got had has have having he her here him his how i if in into"
    " is it its just ll made make me more most my myself no not of on once one only or our out"
    " over own re s she so some than that the their them then there these they this those through"
    " time to too up us ve very was we were what when where which while who why will with would"
    " you your day think thought believe feel felt view hope really".split()
)


_CLAUSES = re.compile(r"[,;:.!?\n()]|\b(?:et|and|mais|but|puis|then)\b")
# "Not convinced", "was there": whoever notes so speaks of nobody else.
_OWN = re.compile(
    r"\b(?:je|j|moi|nous|i|me|we)\b|^\W*(?:pas|not|never|jamais|was|been|etais|ete)\b"
)
_LEAST_SAID = 3  # words: "I was there" says something, "I think" does not
_PLACES = frozenset("at there here with among a au aux la dans chez avec sur parmi".split())
# One of these tells the language of a passage; the words of neither stand in the other.
_FRENCH = frozenset("le les des et est une dans je que qui sur pour avec nous mon".split())
_ENGLISH = frozenset("the and is of to in i that with for my was we it this".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """One note or post, as the stems of its words in order; a word that says nothing is ""."""

    stems: tuple[str, ...]
    vocabulary: frozenset[str]
    language: Language

    def passages(self, wanted: frozenset[str]) -> Iterator[frozenset[str]]:
        """Yield which of the wanted stems stand near each other, at every place that has one."""
        at = [index for index, stem in enumerate(self.stems) if stem in wanted]
        for first in at:
            yield wanted & set(self.stems[first : first + _NEAR])


@dataclass(frozen=True, slots=True)
class Clause:
    """What an author says of themselves in one breath: its words, and what they tell."""

    words: str
    stems: frozenset[str]
    is_denied: bool

    def stands_in(self, statement: str, head: str) -> bool:
        """Tell whether what follows a head that tells nothing ("I was") is this, or a place."""
        follows = statement[len(head) :].split(maxsplit=1)[:1]
        return bool(self.stems) and all(
            one in _PLACES or f" {one} " in self.words for one in follows
        )


@dataclass(frozen=True)
class Sayings:
    """What one author wrote themselves, to be asked about statements in one language."""

    texts: tuple[str, ...]
    language: Language
    families: Families

    def tell(
        self, statement: str, *, share: float, key_words: str = "", is_idle_told: bool = True
    ) -> bool:
        """Tell whether a bare folded statement goes back to one passage of the author's.

        At least `share` of its words must stand there, and one of `key_words` if it has any. One
        of which no word says anything ("been there") goes back to anything, or, unless
        `is_idle_told`, to nothing but itself.
        In a text of the other language only names and families can be recognised: one will do.
        """
        asked = (statement, share, key_words, is_idle_told)
        if asked not in self._answers:  # a text may say one thing a thousand times
            self._answers[asked] = self._tell(
                statement, share=share, key_words=key_words, is_idle_told=is_idle_told
            )
        return self._answers[asked]

    def _tell(self, statement: str, *, share: float, key_words: str, is_idle_told: bool) -> bool:
        if any(_words(statement) in text for text in self._word_for_word):
            return True
        words = frozenset(self._stems(statement, self.language)) - {""}
        keys = frozenset(self._stems(key_words, self.language)) - {""}
        if not words:
            return is_idle_told
        return any(
            len(words & found) >= (share * len(words) if saying.language is self.language else 1)
            and (not keys or not keys.isdisjoint(found))
            for saying in self._sayings
            if not saying.vocabulary.isdisjoint(keys or words)
            for found in saying.passages(words | keys)
        )

    def touch(self, words: str) -> bool:
        """Tell whether these bare folded words hold one that the author has said, or none at all.

        Of a text in the other language that cannot be known: then they may.
        """
        stems = frozenset(self._stems(words, self.language)) - {""}
        return not stems or any(
            saying.language is not self.language or not saying.vocabulary.isdisjoint(stems)
            for saying in self._sayings
        )

    def lead_to(self, statement: str, head: str) -> bool:
        """Tell whether a bare folded statement is a first-person clause of the author's, or more.

        "I was there on Saturday" leads to "I was at the station on Saturday, with forty others".
        All the telling words of the clause stand in it, and those of its `head` in the clause.
        """
        if (statement, head) not in self._leads:
            self._leads[statement, head] = self._lead_to(statement, head)
        return self._leads[statement, head]

    def _lead_to(self, statement: str, head: str) -> bool:
        said = frozenset(self._stems(statement, self.language)) - {""}
        keys = frozenset(self._stems(head, self.language)) - {""}
        words, is_denied = _words(statement), is_denial(statement)
        return any(
            clause.words in words
            or (keys <= clause.stems <= said and (keys or clause.stands_in(statement, head)))
            for clause in self._clauses
            if clause.is_denied is is_denied
        )

    @cached_property
    def _clauses(self) -> list["Clause"]:
        pieces = (one for text in self.texts for one in _CLAUSES.split(_bare(text)))
        own = (one for one in pieces if _OWN.search(one))
        found = (
            Clause(_words(one), frozenset(self._stems(one, self.language)) - {""}, is_denial(one))
            for one in own
        )
        return [one for one in found if one.stems or len(one.words.split()) >= _LEAST_SAID]

    @cached_property
    def _leads(self) -> dict[tuple[str, str], bool]:
        return {}

    @cached_property
    def _answers(self) -> dict[tuple[str, float, str, bool], bool]:
        return {}

    @cached_property
    def _word_for_word(self) -> list[str]:
        return [_words(text) for text in self.texts]

    @cached_property
    def _sayings(self) -> list[Saying]:
        spoken = ((text, _language(text, self.language)) for text in self.texts)
        stemmed = ((self._stems(text, language), language) for text, language in spoken)
        return [Saying(stems, frozenset(stems), language) for stems, language in stemmed]

    def _stems(self, text: str, language: Language) -> tuple[str, ...]:
        table = _table(self.families)
        words = _WORD.findall(_bare(text))
        others = list(set(words) - _EMPTY - table.keys())
        stems = Stemmer.Stemmer(_ALGORITHM[language]).stemWords(others)
        known = table | {word: stem[:_STEM] for word, stem in zip(others, stems, strict=True)}
        return tuple(known.get(word, "") for word in words)


def _language(text: str, otherwise: Language) -> Language:
    words = set(_WORD.findall(_bare(text)))
    french, english = len(words & _FRENCH), len(words & _ENGLISH)
    if french == english:
        return otherwise
    return Language.FRENCH if french > english else Language.ENGLISH


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(_bare(text)))} "


def _bare(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return bare.replace("œ", "oe").replace("æ", "ae")  # as a reading is folded


@lru_cache(maxsize=64)
def _table(families: Families) -> dict[str, str]:
    rows = enumerate(families)
    return {_bare(word): f"={number}" for number, family in rows for word in family}

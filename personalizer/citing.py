"""How a sentence of a source is told: in the run of one's own sentence, or between marks.

Nothing is reworded. A sentence that speaks of itself ("we", "I") is always quoted, because in
somebody else's post those words would be theirs.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from domain.language import Language
from personalizer.chaff import leans
from personalizer.clauses import (
    has_finite_verb,
    has_own_verb,
    has_verb,
    kept_beginnings,
    opens_apart,
    word_count,
)
from personalizer.hanging import hanging
from personalizer.interviews import is_answered_by_somebody
from personalizer.items import is_bare
from personalizer.openers import as_inside
from personalizer.orders import BARE_VERBS, is_french_order, is_order
from personalizer.passages import Passage
from personalizer.register import has_aside, voice_of
from personalizer.reported import as_impersonal, as_reported
from personalizer.reported_of_one import as_reported_of_one, paragraph_at, says_i
from personalizer.shortening import shortened, without_brackets, without_dashes
from personalizer.speakers import spoken_in
from personalizer.spoken_french import is_spoken_french
from personalizer.tongue import FUNCTION_WORDS
from personalizer.tongue import words as words_of
from personalizer.traits import Trait, traits_of

LONGEST_QUOTATION: Final = 25
LONGEST_COPY: Final = 25
_CUT: Final = "[…]"
_SHORTEST: Final = 5
_TELLING_LETTERS: Final = 5
_LEAST_TELLING: Final = 4
_OWN_VOICE: Final = {
    Language.FRENCH: re.compile(
        r"\b(?:je|me|moi|mon|ma|mes|nous|notre|nos|tu|toi|te|ton|ta|tes|[jmt](?=['’]))\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:i|me|my|mine|myself|we|our|ours|us|ourselves|let['’]s)\b", re.IGNORECASE
    ),
}
_TOLD_AWAY: Final = re.compile(r": [A-Z]|[!?…;\"“”«»\[\]]| --? |^\S+(?: \S+){0,2}\s?[:(–—]|\w\(")
_NOT_AFTER_THAT: Final = (
    frozenset(
        "comment pourquoi combien quel quelle quels quelles que qui quoi parce car et mais ou"
        " donc ni qu comme attention bref eh how what why who which whether because and but or so"
        " nor yes no please let thanks be do did does is are was were can could will would should"
        " has have had".split()
    )
    | BARE_VERBS
)
_SAYING: Final = re.compile(
    r"^they (?:say|argue|believe|think|thought|hope|note|report|explain|feel|know|wrote|said)\b"
)
# "The article notes that, as Ambler notes": told once is enough.
_TOLD_BY: Final = re.compile(r"[Aa]s [A-Z]")
_TOO_OFTEN: Final = 3
_YOU: Final = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?:May|March|August) \d")
_ARTICLED: Final = re.compile(
    r"\b(?:une?|l[ae]s?|des|du|ce|cette|ces|aux?|notre|leurs?) \w+|\b[ld]['’]\w+", re.IGNORECASE
)
_NOT_ELIDED: Final = re.compile(r"^(?:onz|oui\b)", re.IGNORECASE)
_MUTE: Final = re.compile(r"^h(?:abitu|istor|eure|onn[eê]|umain|oriz|omme|ôpit)", re.IGNORECASE)
# First names that French elides before; a "Hans" or a "Habib" keeps its breath.
_MUTE_NAME: Final = re.compile(
    r"^(?:Hél[eè]n[ae]|Hélo[iï]se|Hermine|Hervé|Henri|Henriette|Hilaire|Hippolyte|Honorine|Honoré"
    r"|Hortense|Hubert|Hugo|Hugues|Huguette|Hyacinthe)(?![^\W\d_])"
)
_ELIDED: Final = "aâàeéèêëiîïoôuûùœ"


@dataclass(frozen=True, slots=True)
class Citation:
    """Words to stand between quotation marks, and who said them, if the source tells.

    `is_cut` says that the sentence goes on in the source: the words end with a clause and "[…]".
    """

    words: str
    speaker: str | None
    is_cut: bool = False

    @property
    def ended(self) -> str:
        """The words with a mark at their end, to stand alone."""
        if self.is_cut:
            return self.unended
        return self.words if self.words.rstrip("’”»\"' )")[-1:] in ".!?…" else f"{self.words}."

    @property
    def unended(self) -> str:
        """The words without their full stop, to go on behind the closing mark."""
        return f"{self.words} {_CUT}" if self.is_cut else self.words.removesuffix(".")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence told without marks or full stop.

    `runs_on` says that it may go on a sentence; one that does not keeps its capital and stands
    behind a colon. `of_authors` says that it tells what the authors say of themselves, `of_one`
    that one of them does, who says "I"; `speaker` is who says it in an interview.
    """

    text: str
    runs_on: bool
    of_authors: bool = False
    of_one: bool = False
    speaker: str | None = None


@lru_cache(maxsize=4096)
def told(passage: Passage, source: str, language: Language) -> Claim | None:
    """Return a passage as "According to the article, …" goes on with it, or None if it cannot."""
    if passage.traits & {Trait.QUOTATION, Trait.HEADING}:
        return None
    claims = (_claimed(one, source, language) for one in _tellable(passage, source, language))
    claim = next((claim for claim in claims if claim is not None), None)
    return (
        claim if claim is None or passage.speaker is None else _of_speaker(claim, passage, language)
    )


def _of_speaker(claim: Claim, passage: Passage, language: Language) -> Claim | None:
    """Return a claim as the one's who says it: "we" are they and theirs, in English alone."""
    if not claim.runs_on or (claim.of_authors and language is Language.FRENCH):
        return None
    return replace(claim, of_authors=False, speaker=passage.speaker)


def _tellable(passage: Passage, source: str, language: Language) -> Iterator[Passage]:
    """Yield a passage as it stands, then without its asides and cut, where it may not stand so."""
    said = passage.text
    is_one = word_count(said) <= LONGEST_COPY and ";" not in said
    fits = is_one and not _OWN_VOICE[language].search(said)
    # What stands between brackets may be left out of what is told, not out of a quotation.
    bare = said if fits else without_brackets(said)
    bare = bare if word_count(bare) <= LONGEST_COPY else without_dashes(bare)
    if _reads_as_a_report(passage, source):
        yield replace(passage, text=bare)
        yield passage
        if fits and said != (bracketless := without_brackets(said)):
            yield replace(passage, text=bracketless)
    # Its author's voice may be in what is cut off; what they say aside is in all of it.
    if has_aside(said) or (fits and not voice_of(said)):
        return
    for clause in shortened(bare, language, most_words=LONGEST_COPY):
        short = replace(passage, text=f"{clause}.", traits=traits_of(clause))
        hangs = hanging(short, source) or leans(short.text)
        if not hangs and _reads_as_a_report(short, source):
            yield short


def _claimed(passage: Passage, source: str, language: Language) -> Claim | None:
    """Return what is told of a passage: as it stands, of anybody, or of its authors."""
    body = passage.text.removesuffix(".")
    if not _OWN_VOICE[language].search(body):
        return _run_on(body, source, language)
    impersonal = as_impersonal(body, language)
    if impersonal is not None:
        return _run_on(impersonal, source, language)
    if passage.speaker is None and is_answered_by_somebody(source, passage.span.start):
        return None
    is_of_one = language is Language.ENGLISH and says_i(body)
    if is_of_one:
        reported = as_reported_of_one(body) if passage.speaker is None else None
    elif language is Language.ENGLISH and says_i(paragraph_at(source, passage.span.start)):
        return None
    else:
        reported = as_reported(body, language)
    claim = _run_on(reported, source, language) if reported is not None else None
    # "They say that your README…": whose it is, nobody could tell.
    if claim is None or not claim.runs_on or _SAYING.match(claim.text) or _YOU.search(claim.text):
        return None
    return replace(claim, of_authors=True, of_one=is_of_one)


def _reads_as_a_report(passage: Passage, source: str) -> bool:
    """Tell whether a sentence may stand in somebody else's: none does in its author's own voice."""
    said = passage.text
    often = Counter(word for word in words_of(said) if len(word) >= _TELLING_LETTERS)
    return not (
        voice_of(said)
        or max(often.values(), default=0) >= _TOO_OFTEN
        or "code" in hanging(passage, source)
        or is_bare(passage, source)
    )


def speaks_of_own(sentence: str, language: Language) -> bool:
    """Tell whether a sentence says "I", "we" or "tu": words that change hands when quoted."""
    return _OWN_VOICE[language].search(sentence) is not None


def _run_on(body: str, source: str, language: Language) -> Claim | None:
    first = re.match(r"[\w-]+", body)
    if (
        first is None
        or not _SHORTEST <= word_count(body) <= LONGEST_COPY
        or _TOLD_AWAY.search(body)
        or _TOLD_BY.match(body)
        or first.group().casefold() in _NOT_AFTER_THAT
        or (language is Language.ENGLISH and is_order(body))
        or not _has_verb(body, language)
        or (language is Language.FRENCH and (is_spoken_french(body) or is_french_order(body)))
    ):
        return None
    opening = (
        first.group() if _MONTH.match(body) else as_inside(body, first.group(), source, language)
    )
    if opening is not None:
        return Claim(opening + body[first.end() :], runs_on=True)
    # English capitalises a sentence behind a colon; French does not.
    may_stand_apart = language is Language.ENGLISH and ": " not in body
    return Claim(body, runs_on=False) if may_stand_apart else None


def _has_verb(body: str, language: Language) -> bool:
    """Tell whether "that" may stand before it: what is named before a colon is no sentence."""
    if not has_verb(body, language):
        return False
    named, colon, _ = body.partition(": ")
    has_one = has_own_verb if language is Language.FRENCH else has_verb
    return has_one(body, language) and (not colon or has_one(named, language))


def that_before(claim: str, language: Language) -> str:
    """Return the word that joins a claim to its verb, elided before a vowel in French."""
    if opens_apart(claim) and not (language is Language.FRENCH and _elides(claim)):
        return "that, " if language is Language.ENGLISH else "que, "
    if language is Language.ENGLISH:
        return "that "
    return "qu’" if _elides(claim) else "que "


def of_before(name: str, language: Language) -> str:
    """Return a name with its preposition: "de Claire", "d’Anne", "of Claire"."""
    if language is Language.ENGLISH:
        return f"of {name}"
    return f"d’{name}" if _elides(name) else f"de {name}"


def _elides(following: str) -> bool:
    if _MUTE.search(following) or _MUTE_NAME.match(following):
        return True
    return following[:1].casefold() in _ELIDED and _NOT_ELIDED.search(following) is None


@lru_cache(maxsize=8192)
def cited(
    passage: Passage, language: Language, *, most_words: int = LONGEST_QUOTATION
) -> Citation | None:
    """Return the words of a passage to quote, cut where a clause ends if it is too long."""
    spoken = spoken_in(passage.text)
    words = spoken.words if spoken else passage.text
    speaker = spoken.speaker if spoken else passage.speaker
    if spoken and not has_finite_verb(words, language):
        return None
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    words = words[:1].upper() + words[1:]
    if word_count(words) <= most_words:
        return Citation(words, speaker)
    if Trait.QUESTION in passage.traits:
        return None
    fitting = [
        cut
        for cut in kept_beginnings(words, language)
        if word_count(cut) <= most_words and _tells(cut, language) and _ends_said(cut, language)
    ]
    return Citation(fitting[-1], speaker, is_cut=True) if fitting else None


def _tells(cut: str, language: Language) -> bool:
    """Tell whether the beginning of a sentence says something: "You may not know" does not."""
    long = {word for word in words_of(cut) if len(word) >= _TELLING_LETTERS}
    return len(long - FUNCTION_WORDS[language]) >= _LEAST_TELLING


def _ends_said(cut: str, language: Language) -> bool:
    """Tell whether what a beginning says behind its colon or semicolon has its verb."""
    *before, behind = re.split(r"[:;] ", cut)
    return not before or has_finite_verb(_ARTICLED.sub("", behind), language)

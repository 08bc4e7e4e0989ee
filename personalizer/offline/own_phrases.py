"""What somebody says in post after post, in words that tell nothing: hello, a question, goodbye.

A draft may say it again as they typed it. Left alone is whatever has a figure, a name, an "I", a
day or a subject of the old post: a greeting that does not fit is worse than none.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.language import Language
from domain.people import Ambassador
from domain.segmentation import sentences
from personalizer.card import readable
from personalizer.clauses import word_count
from personalizer.digested import Digested
from personalizer.habits import EMOJI, prose
from personalizer.offline.typography import typeset
from personalizer.screening import may_be_passed_on, touches
from personalizer.tongue import FUNCTION_WORDS, words

_MOST_WORDS: Final = 6
# So many posts out of so many make a habit; of one or two posts, each must show it.
_SEVERAL, _OFTEN = 2, 0.4
_HELLO: Final = {
    Language.FRENCH: frozenset("bonjour salut hello coucou hey chers chères cher chère".split()),
    Language.ENGLISH: frozenset("hello hi hey dear greetings".split()),
}
_HELLO_TO: Final = {
    Language.FRENCH: frozenset(
        "réseau linkedin monde communauté amis amies collègues gens lecteurs lectrices copains"
        " copines équipe toi".split()
    ),
    Language.ENGLISH: frozenset(
        "everyone everybody folks friends network linkedin team colleagues readers people"
        " community again there".split()
    ),
}
_BYE: Final = {
    Language.FRENCH: re.compile(
        r"(?:à (?:bientôt|très vite|plus)|(?:bonne|belle|excellente) (?:journée|continuation)"
        r"|bonne lecture|au plaisir|merci|bien à vous|amicalement|cordialement|prenez soin)\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"(?:cheers|thanks|thank you|take care|talk soon|see you|more soon|stay tuned|all the best"
        r"|best|have a (?:good|great|nice|lovely) (?:day|one)|until next time|happy reading)\b",
        re.IGNORECASE,
    ),
}
_ASKING: Final = {
    Language.FRENCH: frozenset(
        "pensez penses pense dites dis voyez vois faites avis idée idées côté question questions"
        " expérience expériences retour retours équipe équipes êtes es accord parle parlent"
        " connaissez connais saviez savais auriez aurais ajoutez ajoutes ajouteriez ajouterais tes"
        " toi ton te avez as".split()
    ),
    Language.ENGLISH: frozenset(
        "think take takes view views see say add team teams know experience experiences idea ideas"
        " question questions else around anyone side you’d you’ve don’t what’s how’s".split()
    ),
}
_SELF: Final = re.compile(
    r"\b(?:je|moi|mon|ma|mes|nous|notre|nos|I|me|my|mine|we|us|our)\b|\b[jm]['’]", re.IGNORECASE
)
# Whom it is asked of: "Pourquoi ?", "And then?" ask something of the post.
_OF_READERS: Final = re.compile(
    r"\b(?:vous|votre|vos|tu|toi|te|ton|ta|tes|avis|idées?|you|your|you’d|anyone|views?|takes?)\b"
    r"|\bt['’]",
    re.IGNORECASE,
)
_I_WORK: Final = {
    Language.FRENCH: (
        r"\bje ((?:travaille|bosse|exerce) (?:chez|pour|à|aux?|au sein d(?:e|u|es))"
        r"(?:\s+(?:la|les?)\s+|\s+l['’]|\s+))"
    ),
    Language.ENGLISH: r"\bI (work (?:at|for|with|here at|over at)\s+(?:the\s+)?)",
}
_CAPITAL: Final = re.compile(r"\b[A-ZÀ-Þ]\w+")
_PAST: Final = re.compile(r"\b(?:was|were|did|had|been)\b", re.IGNORECASE)
# It was said on a day that is not this one.
_DATED: Final = re.compile(
    r"week-?end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|week|demain|hier"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day|tomorrow|aujourd|noël|christmas"
    r"|vacances|holiday|année|year|\bété\b|hiver|summer|winter|soir|nuit|night|matin|morning"
    r"|evening|afternoon|fêtes|\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """What an author opens, closes and ends with; `questions` are asked of any reader."""

    greeting: str | None = None
    questions: tuple[str, ...] = ()
    goodbye: str | None = None


NO_PHRASES: Final = OwnPhrases()


def own_phrases(person: Ambassador, language: Language) -> OwnPhrases:
    """Return what somebody says again and again, without what they never want said."""
    own = readable(person.posts, language)
    found = _found(Digested(own), language) if own else NO_PHRASES

    def may_stand(phrase: str | None) -> bool:
        return phrase is not None and not touches(phrase, person.never)

    ends = may_stand(found.goodbye) and not _names_another(found.goodbye or "", person, language)
    return OwnPhrases(
        found.greeting if may_stand(found.greeting) else None,
        tuple(filter(may_stand, found.questions)),
        found.goodbye if ends else None,
    )


def _names_another(goodbye: str, person: Ambassador, language: Language) -> bool:
    """Tell whether a goodbye is signed by a name that the person is not known by here."""
    named = _CAPITAL.findall(goodbye)
    if _BYE[language].match(goodbye) is not None:
        named = named[1:]
    return not {one.casefold() for one in named}.issubset(words(person.name or ""))


def says_work(person: Ambassador, employer: str, language: Language) -> str | None:
    """Return how somebody says that they work somewhere, up to its name ("bosse à la").

    None if they do not say so.
    """
    at = re.compile(rf"{_I_WORK[language]}{re.escape(employer)}(?!\w)", re.IGNORECASE)
    said = Counter(one for post in readable(person.posts, language) for one in at.findall(post))
    return " ".join(said.most_common(1)[0][0].casefold().split()) if said else None


@lru_cache(maxsize=256)
def _found(posts: Digested, language: Language) -> OwnPhrases:
    read = [sentences(prose(post)) for post in posts.read()]
    said = [[one for one in post if word_count(one)] for post in read]
    firsts = [_greeting(post[0], language) for post in said if post]
    lasts = [_goodbye(post[-1], language, len(said)) for post in said if post]
    asked = (_question(one, language) for post in said for one in post[-1:])
    return OwnPhrases(
        _habit(firsts, language),
        tuple(dict.fromkeys(typeset(one, language) for one in asked if one)),
        _habit(lasts, language),
    )


def _habit(found: Iterable[str | None], language: Language) -> str | None:
    """Return what is said at one place of several posts, as it is mostly typed."""
    each = list(found)
    ways = Counter(one for one in each if one)
    alike = Counter(" ".join(words(one)) for one in each if one)
    if not alike:
        return None
    ((which, times),) = alike.most_common(1)
    if times < min(len(each), _SEVERAL) or times < _OFTEN * len(each):
        return None
    typed = next(one for one, _ in ways.most_common() if " ".join(words(one)) == which)
    return typeset(typed, language)


def _greeting(first: str, language: Language) -> str | None:
    """Return a greeting that opens a post, up to its comma if the post goes on behind it."""
    opening = re.match(r"[^,.!?:\n]+[,.!?:]?", first)
    said = opening.group() if opening else ""
    known = _HELLO[language] | _HELLO_TO[language] | FUNCTION_WORDS[language]
    own = words(said)
    is_greeting = bool(own) and own[0] in _HELLO[language] and known.issuperset(own)
    return said if is_greeting and _tells_nothing(said) else None


def _goodbye(last: str, language: Language, posts: int) -> str | None:
    """Return what ends a post; in one post or two, only what is said to say goodbye."""
    is_bye = _BYE[language].match(last) is not None
    ends = not last.endswith("?") and (is_bye or posts > _SEVERAL)
    return last if ends and _tells_nothing(last) else None


def _question(sentence: str, language: Language) -> str | None:
    """Return a question that suits any subject."""
    own = words(sentence)
    known = _ASKING[language] | FUNCTION_WORDS[language]
    is_any = sentence.endswith("?") and bool(own) and known.issuperset(own)
    is_asked = _OF_READERS.search(sentence) is not None and not _PAST.search(sentence)
    return sentence if is_any and is_asked and _tells_nothing(sentence) else None


def _tells_nothing(phrase: str) -> bool:
    bare = EMOJI.sub("", phrase)
    is_dated = _DATED.search(bare)
    is_short = word_count(bare) <= _MOST_WORDS and "\n" not in phrase
    return is_short and not is_dated and not _SELF.search(bare) and may_be_passed_on(bare)

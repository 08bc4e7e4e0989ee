"""What a figure counts: the words behind it, as far as they may be nouns."""

import re

from guardrails.facts.numerals import NUMBER_WORDS
from guardrails.facts.passage import Passage

NEXT_WORDS = re.compile(r"(?:[ -]|d'|l')+([^\W\d_]+)(?:[ -](?:d')?([^\W\d_]+))?")
NO_NOUN = frozenset(
    "a au aux en de du des d la le les l et ou ni par sur sous dans pour avec sans chez entre"
    " vers apres avant depuis pendant contre puis mais car donc qui que qu dont est sont etait"
    " ont avait fois plus moins environ the an to of in on at by for with from and or nor per"
    " than then after before since during against but who that which is are was were has have"
    " more less about only seulement autres autre other others premiers premieres first derniers"
    " dernieres last prochains prochaines next this that these those ce cet cette ces now today"
    " then here maintenant desormais aujourd aujourd'hui ici alors".split()
)
# "Seven came from…", "24 evaporated and 14 lost": said of what was counted before.
_DEEDS = frozenset(
    "came went got took made lost gone left spent sold kept won became said say told thought knew"
    " felt gave saw did chose".split()
)


_GROUP_OF = re.compile(
    r"\b(?:team|crew|group|staff|panel|class|squad|board|household|equipe|groupe|brigade|classe"
    r"|binome|promotion|foyer) (?:of|de) $"
)
_LONGEST_GROUP = len("household of ") + 1


def is_group_before(text: str, at: int) -> bool:
    """Tell whether a number that begins there tells how many people a group is: "a team of six"."""
    return _GROUP_OF.search(text, at - _LONGEST_GROUP, at) is not None


_NEXT_WORD = re.compile(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)")
_LONGEST_NAME = 5  # words
_WORD_BEFORE = re.compile(r"(?<![\w'])([^\W\d_]+) (?:n°|no\.? |#)?$")


def nouns_of(words: re.Match[str] | None) -> frozenset[str]:
    """Return the stems of the nouns among the `NEXT_WORDS` behind a figure."""
    if words is None or not may_be_noun(words[1]):
        return frozenset()
    return frozenset(stem(word) for word in words.groups() if word and may_be_noun(word))


def nouns_at(text: str, end: int) -> frozenset[str]:
    """Return the stems of the nouns right behind a number that ends here."""
    return nouns_of(NEXT_WORDS.match(text, end))


def nouns_behind_a_name(passage: Passage, end: int) -> frozenset[str]:
    """Return the stems of what a number counts by a name: "six Maison Pélican shops"."""
    text, at = passage.text, end
    for _ in range(_LONGEST_NAME):
        word = _NEXT_WORD.match(text, at)
        if word is None or not passage.is_capital(word.start(1)):
            break
        at = word.end()
    return nouns_at(text, at) if at > end else frozenset()


def tells_deed(words: re.Match[str] | None) -> bool:
    """Tell whether the `NEXT_WORDS` say what was done, not what is counted: "seven came"."""
    return words is not None and _is_deed(words[1])


def _is_deed(word: str) -> bool:
    return word in _DEEDS or (word[-2:] == "ed" and len(word) > len("speed"))


def may_be_noun(word: str) -> bool:
    """Tell whether a bare word behind a figure may be what it counts."""
    return word not in NO_NOUN and word not in NUMBER_WORDS and not _is_deed(word)


def stem(word: str) -> str:
    """Cut a bare word to what its singular, plural and feminine share, roughly."""
    return word.rstrip("sx")[:7].rstrip("e")


def numbered(text: str, start: int) -> str:
    """Return the stem of what a number there numbers: "épisode 14", "line 4"; "" for nothing."""
    word = _WORD_BEFORE.search(text, start - 24, start)
    is_noun = word is not None and word[1] not in NO_NOUN and len(word[1]) > len("of")
    return stem(word[1]) if word is not None and is_noun else ""

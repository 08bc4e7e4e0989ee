"""Which of the two languages a text is in, told by the little words that hold it together.

Notes and posts arrive without saying their language, and a draft never mixes two. A text too
short to tell is nobody's, and the caller decides.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from domain.language import Language
from personalizer.digested import Digested

WORD: Final = re.compile(r"[^\W\d_]+")

# Words that open a sentence in lower case elsewhere; none is a name. Used to go on in the
# middle of a sentence with what stood at the beginning of another.
FUNCTION_WORDS: Final[Mapping[Language, frozenset[str]]] = MappingProxyType(
    {
        Language.FRENCH: frozenset(
            """
            le la les l un une des du de d ce cet cette ces c il elle on ils elles nous vous je
            j tu son sa ses leur leurs notre nos votre vos mon ma mes en dans pour par sur avec
            sans sous selon chez depuis après avant pendant lors lorsque quand si chaque tous
            toutes tout toute plusieurs certains certaines aucun aucune quelques à au aux entre
            plus moins près environ grâce parmi malgré contrairement et ou mais donc or ni car
            que qui quoi dont où comme puis ensuite enfin ainsi alors aujourd hui désormais ici
            là y ne pas est sont être avoir a ont fait faire peut peuvent très aussi bien même
            autre autres cela ça ceci se s qu n m t quel quelle quels quelles comment pourquoi
            combien parce jusqu beaucoup souvent dès afin plutôt surtout toujours jamais seul
            seule deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente
            cent mille
            """.split()
        ),
        Language.ENGLISH: frozenset(
            """
            the a an this that these those it its they their there he she his her we our us you
            your i my me in on at for with by from of to as into about over under through
            between after before during since until while when where whether if because although
            though unlike and or but so yet nor not no each every most many much some any
            several all both few more less than then also only just such other another one is
            are was were be been being has have had do does did can could will would should may
            might must who what which why how very even still already often here now today
            instead rather two three four five six seven eight nine ten eleven twelve twenty
            thirty
            """.split()
        ),
    }
)

_SHARED: Final = FUNCTION_WORDS[Language.FRENCH] & FUNCTION_WORDS[Language.ENGLISH]
_TELLING: Final = {language: known - _SHARED for language, known in FUNCTION_WORDS.items()}
_ENOUGH: Final = 2


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, figures left out."""
    return WORD.findall(text.casefold())


def language_of(text: str) -> Language | None:
    """Return the language most of its little words belong to, None when too few tell."""
    return _language_of(Digested((text,)))


# Somebody's posts are asked of many times for each of their drafts.
@lru_cache(maxsize=4096)
def _language_of(digested: Digested) -> Language | None:
    said = Counter(word for text in digested.read() for word in words(text))
    counts = {
        language: sum(said[word] for word in known & said.keys())
        for language, known in _TELLING.items()
    }
    french, english = counts[Language.FRENCH], counts[Language.ENGLISH]
    if max(french, english) < _ENOUGH or french == english:
        return None
    return Language.FRENCH if french > english else Language.ENGLISH


def is_in(text: str, language: Language) -> bool:
    """Tell whether a text may stand in a draft of that language: it is in it, or nobody can say."""
    return language_of(text) in (language, None)

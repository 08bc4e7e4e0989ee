"""What a sentence is about, as a noun with its article: "la gestion des dépendances".

Found by the words around it, without a grammar: an article opens it, a preposition, a verb or
a comma closes it. What could be a pronoun before a verb ("pour le lancer") is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from domain.language import Language
from personalizer.tongue import FUNCTION_WORDS

_WORD: Final = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_FRENCH_CLOSES: Final = (
    r"(?=[,.;:!?)]| (?:de|d[’']|qui|qu[’']|que|est|sont|était|et|à|au|aux|pour|par|dans|sur|en"
    r"|avec|a|ont|peut"
    r"|peuvent|permet\w*|du|des|afin|mais|ou|où|sans|vers|entre|comme|lors|depuis|va|doit|sera"
    r"|reste|n[’']|ne|se|s[’'])\b)"
)
_ENGLISH_CLOSES: Final = (
    r"(?=[,.;:!?)]| (?:of|that|to|for|in|is|are|was|were|and|on|with|by|from|which|who|has|have"
    r"|had|can|could|will"
    r"|would|should|may|must|at|as|into|or|so|because|when|while|where|but|about|over|between"
    r"|through|than)\b)"
)
_TOPICS: Final[Mapping[Language, re.Pattern[str]]] = MappingProxyType(
    {
        Language.FRENCH: re.compile(
            rf"(?P<before>(?:^|[^\W\d_]+|[,;:(])\s?)(?<![^\W\d_])(?P<topic>(?P<article>[Ll]e "
            rf"|[Ll]a |[Ll]es |[Ll][’'])"
            rf"(?P<noun>{_WORD})(?P<more>(?: de la | de l[’']| des? | du | d[’']){_WORD}"
            rf"| {_WORD})?){_FRENCH_CLOSES}"
        ),
        Language.ENGLISH: re.compile(
            rf"(?P<before>(?:^|[^\W\d_]+|[,;:(])\s?)\b(?P<topic>(?P<article>[Tt]he )"
            rf"(?P<noun>{_WORD})(?P<more>(?: {_WORD}){{0,2}})){_ENGLISH_CLOSES}"
        ),
    }
)
_BEFORE_PRONOUN: Final = frozenset(
    "on vous nous il elle ils elles je tu ne qui que y se me te lui leur peut peux pouvez doit va"
    " faut".split()
)
_NO_TOPIC: Final = frozenset(
    """
    fait cas fois plupart reste suite moment temps jour jours années mois plus moins même mêmes
    autre autres premier première premiers premières dernier dernière derniers dernières second
    seconde seul seule suivant deux trois début fin façon manière sorte type genre but côté
    point chose choses problème question exemple article billet place coup main besoin gens bien
    mieux choix nombre ensemble partie manque base fond haut bas droite gauche une un same way
    time other first second last next fact rest case cases thing things most more less kind sort
    end beginning past future day days year years week weeks month months number lot article
    post example problem question point idea goal following only best right left top online done
    alone together well back ahead further faster better sooner later easier built bottom middle
    direction world one ones two three truth answer reason result bulk
    """.split()
)
_VERBLIKE: Final = re.compile(r"(?:[^sui]s|ed|ing|ly)$")
_LINKING: Final = frozenset("de d’ d' des du la l’ l'".split())
_INFINITIVE: Final = re.compile(r"(?:er|ir|oir|dre|ttre|ant)$")
_ADJECTIVE: Final = re.compile(
    r"(?:al|ales?|aux|ifs?|ives?|iques?|eux|euses?|aires?|els?|elles?|[ai]bles?|iens?|iennes?"
    r"|ois|oises?"
    r"|ains?|aines?|ines?|ides?|iles?|ées?|és?|antes?|ants?|ondes?|standard|web|mobile|pilote)$"
)
_VERBS: Final = frozenset(
    """
    works exists tend built helps needs uses makes goes comes takes gives shows runs wants
    provides allows serve serves continue continues includes include happen happens meets means
    changes went came made took gave ran felt knew told said says huge tends grew began became
    keeps lets
    """.split()
)
_CUT_NAME: Final = re.compile(r"(?: d[eu]s? | d[’'])[A-ZÀ-Þ]\S*$")
_LEAST_LETTERS: Final = 7
_ARTICLE: Final = re.compile(r"^(?:le |la |les |l[’']|the )")


def topics_of(sentence: str, language: Language) -> Iterator[str]:
    """Yield what a sentence speaks of, each with its definite article in lower case."""
    little = FUNCTION_WORDS[language]
    for found in _TOPICS[language].finditer(sentence):
        words = [found["noun"], *(found["more"] or "").split()]
        bare = [word.casefold() for word in words if word.casefold() not in _LINKING]
        if any(word in _NO_TOPIC or word in little for word in bare):
            continue
        if _CUT_NAME.search(found["topic"]):
            continue
        if sum(map(len, bare)) >= _LEAST_LETTERS and not _may_be_verb(found, words, language):
            yield found["topic"][:1].lower() + found["topic"][1:]


@lru_cache(maxsize=8192)
def topic_of(sentence: str, language: Language) -> str | None:
    """Return what a sentence speaks of, the most exact first: more words say more."""
    return max(
        topics_of(sentence, language), key=lambda topic: min(len(topic.split()), 3), default=None
    )


def term_of(sentence: str, language: Language) -> str | None:
    """Return a term of two words or more that a sentence speaks of, without its article."""
    topic = topic_of(sentence, language)
    bare = _ARTICLE.sub("", topic) if topic is not None else ""
    return bare if " " in bare else None


def _may_be_verb(found: re.Match[str], words: list[str], language: Language) -> bool:
    if language is Language.ENGLISH:
        return any(_VERBLIKE.search(word) for word in words[:-1]) or words[-1].endswith(
            ("ed", "ly")
        )
    before = found["before"].strip().casefold()
    if before in _BEFORE_PRONOUN or (len(words) == 1 and _INFINITIVE.search(words[0])):
        return True
    # Without "de" between them, only what looks like an adjective is one: not "l’atelier trouve".
    is_bare_pair = len(words) == 2  # noqa: PLR2004 - a noun and one word more
    return is_bare_pair and not (words[1][0].isupper() or _ADJECTIVE.search(words[1]))

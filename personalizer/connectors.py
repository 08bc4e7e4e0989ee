"""Words that lead from one sentence to the next; people have favourites among them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.language import Language

CONNECTORS: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        Language.FRENCH: tuple(
            "et|mais|donc|or|car|alors|puis|enfin|bref|sinon|depuis|résultat|pourtant|cependant"
            "|ensuite|ainsi|néanmoins|aujourd’hui|du coup|en fait|en bref|par contre|en revanche"
            "|bien sûr|au fond".split("|")
        ),
        Language.ENGLISH: tuple(
            "and|but|so|then|yet|still|now|also|however|instead|because|anyway|finally|meanwhile"
            "|therefore|today|in fact|in short|of course|at first|these days|turns out".split("|")
        ),
    }
)

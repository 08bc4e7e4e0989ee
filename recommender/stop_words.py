"""Words that say nothing of what a text is about, in French and in English, accents folded."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.language import Language

_FRENCH = """
a ai aie aient ainsi alors apres as au aucun aucune aura auront aussi autre autres aux avaient
avait avant avec avez avoir avons ayant bien c car ce ceci cela celle celles celui ces cet cette
ceux chaque chez ci comme comment contre d dans de deja depuis des dont du elle elles en encore
entre es est et etaient etait etant ete etes etre eu eux fait faire faut font ici il ils j je l
la le les leur leurs lors lui m ma mais me meme memes mes mieux moi moins mon n ne ni nos notre
nous on ont or ou par parce pas pendant peu peut peuvent plus pour pourquoi qu quand que quel
quelle quelles quels qui quoi s sa sans se sera seront ses si soi soit son sont sous suis sur t
ta tandis tant te tel telle telles tels tes toi ton tous tout toute toutes tres trop tu un une
vers voici voila vos votre vous vu y
"""

_ENGLISH = """
a about above after again against all also am an and any are as at be because been before being
below between both but by can cannot could d did do does doing don down during each few for from
further had has have having he her here hers herself him himself his how i if in into is it its
itself just ll m me more most my myself no nor not now of off on once only or other our ours
ourselves out over own re s same she should so some such t than that the their theirs them
themselves then there these they this those through to too under until up us ve very was we were
what when where which while who whom why will with would you your yours yourself yourselves
"""

STOP_WORDS: Final[Mapping[Language, frozenset[str]]] = MappingProxyType(
    {Language.FRENCH: frozenset(_FRENCH.split()), Language.ENGLISH: frozenset(_ENGLISH.split())}
)

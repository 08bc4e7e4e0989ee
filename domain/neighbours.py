"""The little words of the languages nearest to French and English, which tell them apart."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NEIGHBOURS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        name: frozenset(words.split())
        for name, words in {
            "es": """
                el los las una del al y o que de en un se es está están con por para más pero
                como muy su sus lo le les la ya hay fue son este esta esto ese eso cada desde
                hasta entre sobre también cuando donde sin no nos todo todos porque ahora
                trabajo aquí unos unas nuestro nuestra nuestros nuestras tengo somos han
                ser estamos muchos mucho gracias
            """,
            "pt": """
                o os as um uma do da dos das em no na nos nas ao aos com por para mais mas como
                e é são está foi não que de se seu sua seus isto isso este esta cada desde até
                entre sobre também quando onde sem tudo todos porque agora já trabalho aqui
                nossos nossas nosso nossa
                uns umas muito obrigado estamos
            """,
            "it": """
                il lo gli i le una uno di del della dei delle degli al alla nel nella e ed è
                sono che con per più ma come si suo sua questo questa ogni da dal fino tra sopra
                anche quando dove senza non ci tutto tutti perché ora qui lavoro ha hanno
                nostro nostra nostri
                nostre sono molto grazie siamo
            """,
            "de": """
                der die das den dem des ein eine einen einem einer und oder ist sind war mit von
                zu zum zur auf für im ins an am nicht mehr aber wie sein seine ihr ihre dieser
                diese jede jeder seit bis zwischen über auch wenn wo ohne alles alle weil jetzt
                hier ich wir in so was will man unser unsere unseren unserer wird
                werden haben hat noch kein keine sich dass uns
            """,
            "nl": """
                de het een en of is zijn was met van te op voor in aan niet meer maar als zo die
                dit dat elke sinds tot tussen over ook wanneer waar zonder alles alle omdat nu
                hier ik wij we bij uit naar om worden wordt er hun hebben heeft deze geen
                ons onze zich nog veel
            """,
        }.items()
    }
)

"""How a sentence names an employer: "chez Ardemont", but "à la Ville de Brissol", "au CHU".

A name that begins with a common noun takes that noun's article, and the place it names its
preposition. Whoever is called by a name of their own has none: "chez Marchés Corvaisier".
"""

import re
from typing import Final

from domain.language import Language

_MASCULINE: Final = frozenset(
    "centre hôpital institut conseil département ministère syndicat office cabinet laboratoire"
    " observatoire théâtre musée orchestre opéra comité ordre parc port aéroport lycée collège"
    " groupement réseau service tribunal rectorat secours atelier studio garage magasin hôtel"
    " restaurant camping domaine château moulin conservatoire internat crédit pôle espace foyer"
    " fonds consortium commissariat secrétariat cercle club stade palais planétarium zoo groupe"
    " haras jardin établissement chantier crous".split()
)
_FEMININE: Final = frozenset(
    "ville mairie commune communauté métropole région préfecture régie mutuelle clinique"
    " polyclinique université faculté école crèche académie agence association banque caisse"
    " fondation fédération confédération coopérative chambre union ligue société compagnie"
    " entreprise bibliothèque médiathèque cinémathèque manufacture fabrique imprimerie librairie"
    " pharmacie boulangerie brasserie ferme distillerie résidence mission direction gendarmerie"
    " police cour cité cave auberge étude collectivité halle papeterie scierie fonderie filature"
    " briqueterie verrerie laiterie fromagerie croix-rouge assistance institution".split()
)
_PLURAL: Final = frozenset(
    "ateliers établissements chantiers laboratoires éditions hôpitaux hospices archives thermes"
    " galeries papeteries forges usines aéroports jardins écoles musées services forges moulins"
    " verreries fonderies pompes".split()
)
# They are spelled or read as one word: common nouns, whatever is called one ("CHU Nord").
_SPELLED_MASCULINE: Final = frozenset("chu chru ehpad sdis iut esat ime cfa ccas".split())
_SPELLED_FEMININE: Final = frozenset("cpam cci urssaf dreal".split())
# These begin names of others too: "SNCF Réseau", "CH Architectes", "ARS Nova".
_INITIALS_MASCULINE: Final = frozenset(
    "ch chs cnrs cea inserm inria insee ifremer oph crous bhv".split()
)
_INITIALS_FEMININE: Final = frozenset("caf msa sncf ratp maif macif mgen ap-hp ars".split())
# "Bureau Veritas" is a name of its own, the "Maison de la nature" a house.
_BEFORE_OF: Final = {"maison": "la ", "bureau": "le ", "cafés": "les ", "pays": "le "}
_OF: Final = re.compile(r"(?:d[eu]s?\b|d['’])", re.IGNORECASE)
_VOWEL: Final = "aàâeéèêëiîïoôuûùœ"
_MUTE: Final = re.compile(r"h(?:ôp|osp|ôt|abit|umain|ist)", re.IGNORECASE)
_CALLED_OTHERWISE: Final = re.compile(r"pôle emploi\b", re.IGNORECASE)
# "la mairie de Brissol": who wrote the name down wrote its article as well, small.
_ARTICLED: Final = re.compile(r"(?:l[ae] |les |l['’])(?=\S)|the (?=\S)")
_AT: Final = {"": "chez ", "le ": "au ", "la ": "à la ", "l’": "à l’", "les ": "aux "}
_ENGLISH: Final = re.compile(
    r"(?!The )(?:(?:[A-Z][\w’'-]+ ){0,2}(?:City|Town|County|Borough|State|University|College|School"
    r"|Port|Ministry|Department|Institute|Office|Museum|Academy|Library|Council|Society|Federation"
    r"|Association|Church|Guild|Diocese|District|Republic|Parish|Village|Isle|Faculty"
    r"|Chamber|Cent(?:re|er)|Foundation|Union|Bureau|Board|Court|Commission|Conservatory|Order)"
    r"s? (?:of|for)\b|Bank of (?:England|Canada|Japan|Korea)$"
    r"|House of (?:Commons|Lords|Representatives)$|(?:BBC|NHS|UN|WHO|EU|CDC|FBI|NSPCC|RSPB|RNLI)$)"
)


def without_article(name: str) -> str:
    """Return a name without the small article that opens it: "mairie de Brissol"."""
    return _ARTICLED.sub("", name, count=1) if _ARTICLED.match(name) else name


def with_article(name: str, language: Language) -> str:
    """Return an employer's name as the subject of a sentence: "la Ville de Brissol"."""
    return f"{_article(name, language)}{name}"


def where_one_works(name: str, language: Language) -> str:
    """Return an employer's name behind "I work": "au CHU de Brissol", "at the City of Elmford"."""
    article = _article(name, language)
    if language is Language.ENGLISH:
        return f"at {article}{name}"
    written = _ARTICLED.match(name)
    if written is not None:
        at = _AT.get(written[0].replace("'", "’"))
        return f"chez {name}" if at is None else f"{at}{name[written.end() :]}"
    if name.casefold().startswith("groupe "):
        return f"au sein du {name}"
    if name.startswith("La "):
        return f"à {name}"
    return f"{_AT[article]}{name}"


def is_plural(name: str, language: Language) -> bool:
    """Tell whether the verb behind an employer's name is one of several: "les Ateliers"."""
    return name.startswith("les ") or _article(name, language) == "les "


def _article(name: str, language: Language) -> str:
    """Return the article before a name, with its space; an elided one has none."""
    if language is Language.ENGLISH:
        return "the " if _ENGLISH.match(name) else ""
    head, _, rest = name.casefold().partition(" ")
    article = (
        _of_initials(head, name) or _of_spelled(head) or (_of_noun(head, rest) if rest else "")
    )
    if not article or _CALLED_OTHERWISE.match(name):
        return ""
    is_vowel = head[:1] in _VOWEL or _MUTE.match(head) is not None
    return "l’" if is_vowel and article != "les " else article


def _of_initials(head: str, name: str) -> str:
    """Return the article of initials that stand alone, or before "de" or an adjective."""
    rest = name.partition(" ")[2]
    if rest and not (_OF.match(rest) or rest[0].islower()):
        return ""
    if head in _INITIALS_MASCULINE:
        return "le "
    return "la " if head in _INITIALS_FEMININE else ""


def _of_spelled(head: str) -> str:
    if head in _SPELLED_MASCULINE:
        return "le "
    return "la " if head in _SPELLED_FEMININE else ""


def _of_noun(head: str, rest: str) -> str:
    if head in _PLURAL:
        return "les "
    if head in _MASCULINE:
        return "le "
    if head in _FEMININE:
        return "la "
    return _BEFORE_OF.get(head, "") if _OF.match(rest) else ""

"""French verbs whose ending is that of a noun: "tourne", "coûte", "mesure la vitesse".

Held against the infinitives, pronouns and articles around each in 660,000 lines of French text:
those of `_VERBS` stand behind an article in one case of ten at most, and are verbs where none
precedes them; those of `_NOUNS_TOO` are verbs only where what they act on follows at once.
"""

from typing import Final

_VERBS: Final = (
    "accepte accueille achète ajoute ajuste améliore amène annule appelle applique apporte arrête"
    " assure associe attribue augmente bénéficie bloque calcule cherche collabore commence comporte"
    " configure confirme connecte consiste consomme constitue consulte contribue corrige coûte"
    " couvre décide déclare déclenche découvre démarre dépasse dépend déplace désigne détecte"
    " détermine développe dispose distingue échoue écoule effectue embarque empêche entraîne évalue"
    " évite évolue examine exécute existe explique exploite facilite favorise fonctionne fournit"
    " gagne gère identifie implémente implique impose imprime indique installe interroge lance"
    " mène meurt mérite modifie nécessite obtient occupe optimise ouvre parle participe perd pèse"
    " planifie prépare préserve prouve provoque publie raconte rappelle réalise recrute réduit"
    " refuse regroupe remplace renvoie repère répond représente respecte retourne réunit revient"
    " sélectionne signale simplifie soutient spécifie stocke suppose supprime surveille tourne"
    " traite transmet transporte travaille trie trouve utilise valide varie vérifie voue"
    " consomment forment transforment aiment confirment ferment estiment impriment suppriment"
    " résument dorment porte passe montre aide demande compte pose offre reste"
)
_NOUNS_TOO: Final = (
    "active affiche charge complète contrôle double écoute embauche ferme forme garde limite"
    " livre loue manque marque mesure partage place pousse récompense relance réserve signe"
    " souhaite teste visite"
)
_NOT_BEHIND: Final = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "le la les un une des du de au aux en sans par pour sur sous avec ce cet cette ces mon ma"
        " mes ton ta tes son sa ses notre nos votre vos leur leurs chaque toute quelque très plus"
        " trop bien aussi et ou est sont entre vers peu"
    ).split()
)
_ACTS_ON: Final = (
    r"(?= (?:les?|la|une?|ce|cet|cette|ces|son|sa|ses|leurs?|chaque|deux|trois|quatre|cinq|dix"
    r"|plusieurs|tout|toute|tous|toutes|\d+)\b| l[’'])"
)
# Those whose every present is made of one stem: "nous utilisons", "ils utilisent".
_OF_ONE_STEM: Final = frozenset(
    one for one in (*_VERBS.split(), "mesure", "teste", "visite") if one.endswith("e")
)
_SOFT: Final = ("c", "g")
# Nouns or adjectives by themselves, they are verbs where they say how far or where something goes.
_GOES: Final = (
    rf"{_NOT_BEHIND}(?<![’'])\b(?:recule|monte|baisse|progresse|diminue|chute|grimpe|tombe|sort|part"
    r"|revient|passent|partent|arrive)"
    r"(?= (?:de|du|des|à|au|aux|sous|en|chez|dans|sur|vers)\b| d[’'])"
)
# To stand between the ways of a pattern.
FRENCH_VERBS: Final = (
    rf"{_NOT_BEHIND}(?<![’'])\b(?:{'|'.join(_VERBS.split())})\b"
    rf"|{_NOT_BEHIND}(?<![’'])\b(?:{'|'.join(_NOUNS_TOO.split())})\b{_ACTS_ON}"
    rf"|\b(?:s|n)[’'](?:{'|'.join(_VERBS.split())})\b|{_GOES}"
)


def of_them(verb: str) -> str | None:
    """Return the form behind "ils" of a verb behind "nous", None where its stem may change."""
    present, past = verb.removesuffix("ons"), verb.removesuffix("ions")
    if verb != present and f"{present}e" in _OF_ONE_STEM:
        return f"{present}ent"
    if verb != past and f"{past}e" in _OF_ONE_STEM and not past.endswith(_SOFT):
        return f"{past}aient"
    return None

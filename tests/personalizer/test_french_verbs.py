"""A French verb that ends as a noun does is one; the noun is none."""

import pytest

from domain.language import Language
from personalizer.clauses import has_finite_verb


@pytest.mark.parametrize(
    "sentence",
    [
        "Le serveur tourne sous Linux depuis le mois de mars.",
        "Un message perdu coûte deux messages.",
        "Le contrôleur gère l’état de la chaufferie.",
        "Une erreur de plan de 20 m déplace la fuite d’une quinzaine de mètres.",
        "Le métier consiste à fabriquer des fuites sur commande.",
        "L’équipe mesure la vitesse de la pompe chaque matin.",
        "La balance affiche le dixième de gramme.",
        "Le navigateur relance les requêtes de la page.",
        "Nativement, le programme s’occupe uniquement de ressources locales.",
        "Le capteur n’embarque pas de batterie de secours.",
        "Ces deux pompes consomment la moitié du courant.",
    ],
)
def test_a_plain_verb_is_one(sentence: str) -> None:
    assert has_finite_verb(sentence, Language.FRENCH)


@pytest.mark.parametrize(
    "sentence",
    [
        "Une mesure de la vitesse sur place pour les équipes.",
        "La marque de la fonte sur le carreau du hall.",
        "Une affiche sur la porte de la chaufferie.",
        "Pour une bonne écoute des conduites de fonte.",
        "Un système en place depuis le mois de mars.",
        "Le contrôle des vannes, la garde de nuit, une visite par mois.",
        "L’intégration continue de nos services.",
        "Une version complète du guide, une seule fois par an.",
        "Rien de plus simple pour le réglage de la pompe.",
        "Un premier exemple détaillé de configuration.",
        "La valeur ajoutée de la chaufferie de Nantes.",
        "Un relevé par visite, deux par charge.",
    ],
)
def test_a_noun_is_none(sentence: str) -> None:
    assert not has_finite_verb(sentence, Language.FRENCH)

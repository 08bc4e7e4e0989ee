"""A word that excuses a phrase does not excuse the breach that holds it.

Each post holds what a rule's exceptions name ("the app", "guaranteed for", "internal audit"), and
breaks the rule with it.
"""

from functools import lru_cache

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.charter import load_charter
from guardrails.guard import Guard
from tests.guardrails.shipped import circumstances

FRENCH = """
CH-02 Je suis récompensée par la marque quand je publie.
CH-02 Dédommagée par la direction pour ce message, je vous recommande la gamme.
CH-04 Vous devez tous partager l'application sur LinkedIn.
CH-04 Chacun doit partager l'annonce légale et liker.
CH-04 Vous devez publier le code promo avant ce soir sur vos comptes.
CH-04 Vous devez partager le dossier sur vos profils avant midi.
CH-04 Vous devez publier votre lettre de fierté sur LinkedIn avant vendredi.
CH-08 L'audit interne est accablant.
CH-08 Les conclusions de l'audit interne sont mauvaises.
CH-08 L'audit interne du mois de mai annonce 12 % de rebuts.
CH-08 Prix de revient : 12 par pièce.
CH-08 On achète à un prix d'achat de 3 € la pièce.
CH-08 Le prototype privé sera montré lundi.
CH-08 Taux de rebut réel de 14 % sur la ligne 2.
CH-08 Marge réelle de 40 %.
CH-08 Le taux réel de rebut est de 14 %.
CH-11 Investissez dès 100 euros, 8 % par an.
CH-11 Misez dès avril sur le titre.
CH-14 Notre collègue Léa divorce d'avec le marché de Lyon.
CH-14 Léa divorce de son fournisseur, son mari.
CH-14 Paul, de l'atelier, vote à gauche et le dit sur la photo.
CH-15 Quel imbécile j'ai été de croire ces imbéciles de la compta.
CH-15 Je suis entouré d'imbéciles.
CH-15 J'étais furieux contre ces crétins de la compta.
CH-15 Le charisme de poisson de notre chef.
CH-15 L'intelligence de Paul est celle d'une huître.
CH-19 Au nom de tous chez Ardemont, nous annonçons la reprise.
CH-19 En réponse aux questions, la direction confirme : tout ira bien.
CH-22 La version ultime de Flow est là.
CH-22 Résultat garanti pendant toute la durée.
CH-22 Satisfaction garantie par contrat.
CH-22 Le succès est garanti pour un monde meilleur.
CH-22 Une valeur hors norme pour nos clients.
CH-22 Flow évite le pire et reste le meilleur logiciel du monde.
CH-22 Flow cesse d'être petit et devient leader mondial.
CH-23 Flow va décarboner l'industrie.
CH-23 Grâce à Flow, nous allons décarboner le monde.
CH-23 Choisissez notre offre d'électricité verte.
CH-23 Nous sommes une société bas carbone.
CH-23 Un monde décarboné avec nos capteurs.
CH-23 Flow, éco-citoyen.
CH-23 Flow évite le gaspillage et reste neutre en carbone.
CH-22 Il n'y a pas de meilleur public que celui du leader mondial.
CH-24 Notre vin soulage la migraine, le sirop aussi.
CH-24 La foire aux vins commence lundi, avec des sodas pour les enfants.
CH-24 Prêt à 1 % : demandez le vôtre, un jus de pomme offert.
CH-24 Un verre n'a jamais fait de mal à personne, ni la limonade.
CH-24 Le cidre est arrivé, la limonade aussi.
"""
ENGLISH = """
CH-04 Everyone must share the version with hashtags.
CH-08 Our internal audit report is bad.
CH-08 An internal audit shows 12% scrap.
CH-08 Here is the pay scale.
CH-08 The pay scale tops out at 45k.
CH-10 Orders of twelve machines doubled.
CH-10 Orders should recover by June.
CH-10 Orders will come in higher than last year.
CH-10 Orders of our new range doubled.
CH-11 Get the company token first, it will moon.
CH-15 An idiot I was to believe the idiots in accounting.
CH-15 I was surrounded by idiots.
CH-15 I was told those in sales are idiots.
CH-15 I am fed up with you bunch of idiots.
CH-24 Borrow the game money at 3 % APR.
CH-24 Our wine relieves migraine, lemonade does too.
CH-24 Wine fair starts Monday, lemonade for the kids.
CH-24 A loan at 1 % in minutes, with an apple juice on us.
CH-24 A glass never hurt anyone, nor did juice.
CH-24 The perry has arrived, and lemonade for the kids.
CH-24 Borrow a bike at 3 % interest, 40 euros up front.
CH-27 The back door stays open all night.
CH-14 Our manager Paul divorced from the car dealer.
CH-14 Paul, our welder, voted for the left on our picture.
CH-14 Paul got divorced from his market trader wife.
CH-22 Flow is the star of the market.
CH-22 We lead the way in planning.
CH-22 Flow is the ultimate authority in planning.
CH-22 Results guaranteed for a lifetime.
CH-22 Satisfaction guaranteed until the end.
CH-23 Flow will decarbonise the world.
CH-23 Choose our green electricity plan.
CH-23 We deliver decarbonised energy.
CH-23 Flow brings a low-carbon future.
"""
POSTS = [
    (rule, Language(language), text)
    for language, written in (("fr", FRENCH), ("en", ENGLISH))
    for rule, _, text in (line.partition(" ") for line in written.strip().split("\n"))
]
WORKS = {Language("fr"): "Je travaille chez Ardemont.", Language("en"): "I work at Ardemont."}


@lru_cache(maxsize=1)
def guard() -> Guard:
    return Guard.of(load_charter(), key=b"excused")


@pytest.mark.parametrize(("rule", "language", "text"), POSTS)
def test_an_excuse_does_not_cover_the_breach(rule: str, language: Language, text: str) -> None:
    said = f"{WORKS[language]} {text}"
    verdict = guard().inspect(Draft(said, language), circumstances())
    assert [
        one for one in verdict.findings if one.rule == rule and one.severity is not Severity.WARN
    ]

"""Breaches said in the loose words of a post, beside the everyday sentence nearest to each."""

import pytest

from tests.guardrails.shipped import found

FOUND = [
    ("CH-02", "fr", "On m'a filé deux places pour le concert de samedi si je causais du jeu ici."),
    ("CH-02", "fr", "Ils m'ont promis un resto pour que je parle de la gamme."),
    ("CH-02", "fr", "Deux bouteilles contre un petit mot ici, je prends."),
    ("CH-02", "en", "They slipped me two tickets for Saturday's gig if I mention the game."),
    ("CH-02", "en", "The brand offered me a hamper as long as I wrote about it."),
    ("CH-02", "en", "A free meal in exchange for a plug, deal done."),
    ("CH-02", "fr", "Resto hier, à charge pour nous de dire du bien du jeu."),
    ("CH-02", "fr", "Cinquante balles en bon pour écrire ça, merci."),
    ("CH-02", "fr", "Un week-end à l'œil pour celui qui parle le mieux du spa."),
    ("CH-02", "en", "The only string attached was a nice word on here."),
    ("CH-02", "en", "Fifty quid in store credit for writing this, thanks."),
    ("CH-02", "en", "Free weekend at the Annecy house for whoever raves about the spa."),
    ("CH-04", "fr", "Ceux qui zappent ce post s'en expliqueront à l'entretien annuel."),
    ("CH-04", "fr", "J'ai vu qui n'avait pas encore réagi."),
    ("CH-04", "en", "Anyone who skips this post can explain it at the appraisal."),
    ("CH-10", "fr", "Chez Ardemont, on rachète le voisin, signature mardi."),
    ("CH-10", "en", "At Ardemont we're buying our neighbour."),
    ("CH-12", "en", "Back from Vasseur Plastiques, our newest customer."),
    ("CH-12", "en", "I can't say who the client is, but their roof leaked for years."),
    ("CH-12", "fr", "Retour de chez Vasseur Plastiques, notre dernier client."),
    ("CH-14", "fr", "Le fromager ne déjeune pas en ce moment, ramadan oblige."),
    ("CH-14", "en", "The cheesemaker skips lunch these weeks, Ramadan."),
    ("CH-15", "fr", "Le client du jour : des manières de porc."),
    ("CH-15", "fr", "Les vieux et le téléphone, qu'on leur retire le combiné."),
    ("CH-15", "en", "Today's guest had the manners of a pig."),
    ("CH-24", "en", "Our new spray clears it in minutes. Get it at any chemist."),
    ("CH-24", "en", "2,000 euros in your account by tonight."),
    ("CH-24", "fr", "Notre spray, en vente dans toutes les pharmacies."),
    ("CH-24", "fr", "2 000 euros sur votre compte ce soir, sans questions."),
    ("CH-25", "fr", "Il nous faut un gars costaud pour la cour."),
    ("CH-25", "fr", "On cherche un vendeur, moins de trente ans de préférence."),
    ("CH-10", "fr", "Chez Ardemont, on va finir l'année à 31 millions de bénéf."),
    ("CH-10", "fr", "Chez Ardemont nous devrions boucler le trimestre sur un record."),
    ("CH-10", "en", "At Ardemont we are going to finish the year at 31 million."),
    ("CH-10", "en", "At Ardemont we should close the quarter on a profit of 3 million."),
    ("CH-14", "en", "My bench partner has breast cancer."),
    ("CH-14", "en", "My carpool buddy is on chemo."),
    ("CH-14", "fr", "Mon partenaire de labo a un cancer du sein."),
    ("CH-14", "fr", "Ma camarade de quart suit une chimio."),
    ("CH-19", "en", "Everybody who filed before Friday will be paid in full by June."),
    ("CH-19", "en", "You can hold us to that."),
    ("CH-19", "fr", "Tous ceux qui ont déclaré avant vendredi seront remboursés en juin."),
    ("CH-19", "fr", "Vous pourrez nous prendre au mot."),
    ("CH-19", "en", "I can promise you every claim will be paid."),
    ("CH-27", "en", "The gate stays open all night."),
]
PASSES = [
    ("CH-02", "fr", "On m'a prêté deux chaises pour la terrasse de samedi."),
    ("CH-02", "fr", "Ma voisine m'a offert deux places de concert."),
    ("CH-02", "en", "My sister gave me two tickets for Saturday's gig."),
    ("CH-02", "en", "They gave me a desk by the window."),
    ("CH-02", "fr", "À charge pour nous de ranger la salle."),
    ("CH-02", "en", "Free coffee for whoever finds the lost key."),
    ("CH-04", "fr", "J'ai vu qui n'avait pas encore mangé."),
    ("CH-04", "en", "Whoever skips lunch can explain it to the cook."),
    ("CH-10", "fr", "Chez Ardemont, on rachète une cafetière."),
    ("CH-12", "en", "Léa, my partner, came along."),
    ("CH-12", "fr", "Un client, notre voisin, est passé."),
    ("CH-14", "en", "The cheesemaker skips lunch these weeks, harvest time."),
    ("CH-15", "fr", "Les jeunes et le téléphone, une longue histoire."),
    ("CH-24", "en", "The drain cleared in minutes."),
    ("CH-25", "fr", "Il nous faut un tournevis pour la cour."),
    ("CH-25", "fr", "Notre atelier a moins de trente ans."),
    ("CH-10", "fr", "Chez Ardemont, on va finir l'année avec une galette."),
    ("CH-10", "en", "At Ardemont we will finish the day with a cake."),
    ("CH-14", "en", "My bench partner has a better soldering iron."),
    ("CH-14", "fr", "Mon partenaire de labo a une meilleure pince."),
    ("CH-19", "en", "Everybody who came got a biscuit."),
    ("CH-19", "en", "Not faster people, I can promise you, I'm one of them (Ardemont, evenings)."),
    ("CH-19", "fr", "Tous ceux qui sont venus ont eu un biscuit."),
    ("CH-27", "en", "How long a fridge door stays open is what we measured."),
    ("CH-27", "en", "The trailer door stays open for eight minutes per delivery."),
    ("CH-27", "fr", "La porte de la remorque reste ouverte huit minutes par livraison."),
    ("CH-24", "en", "We lend a bike to each intern, and borrow the board game on Fridays."),
]


@pytest.mark.parametrize(("rule", "language", "text"), FOUND)
def test_what_is_said_in_passing_is_found(rule: str, language: str, text: str) -> None:
    assert found(rule, text, language)


@pytest.mark.parametrize(("rule", "language", "text"), PASSES)
def test_the_everyday_sentence_nearest_to_it_passes(rule: str, language: str, text: str) -> None:
    assert found(rule, text, language) == []

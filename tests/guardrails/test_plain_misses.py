"""What people plainly write against a rule, beside the everyday sentence nearest to it."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, found, rule

FOUND = [
    ("CH-04", "en", "Everyone in marketing, please like and share it by noon."),
    ("CH-04", "en", "I had a look at the list and three of you still haven't."),
    ("CH-04", "en", "Posting is not optional anymore in this team."),
    ("CH-04", "fr", "Ceux qui se taisent ne devront pas s'étonner au moment des primes."),
    ("CH-04", "fr", "J'ai regardé la liste, cinq d'entre vous n'ont encore rien fait."),
    ("CH-04", "fr", "Je veux voir vos réactions avant ce soir."),
    ("CH-04", "en", "I expect every receptionist to react today."),
    ("CH-12", "fr", "Je n'ai pas le droit de nommer le client, un grand port normand."),
    ("CH-14", "fr", "Notre pharmacienne prie cinq fois par jour dans la réserve."),
    ("CH-14", "fr", "Ma cheffe est suivie pour un stress post-traumatique."),
    ("CH-15", "fr", "Dédicace à la grosse de la compta, qu'on devrait payer au kilo."),
    ("CH-15", "en", "Thanks to the whale in payroll."),
    ("CH-08", "fr", "Je sais que ce n'est pas encore annoncé, mais deux agences ferment."),
    ("CH-08", "en", "I know it's not public, but two branches will close."),
    ("CH-11", "en", "Are our shares worth buying now? Yes. Buy the dip."),
    ("CH-11", "en", "It is not hard to double your money in a year with us."),
    ("CH-12", "fr", "Pas le droit de citer ce client, mais ses bus sont verts et il est à Brest."),
    ("CH-12", "en", "We are not allowed to name our newest customer; think cows and cheese."),
    ("CH-14", "en", "Sonia from payroll came in on crutches this morning."),
    ("CH-14", "en", "Our receptionist is recovering from her operation."),
    ("CH-14", "fr", "Notre comptable a divorcé de son mari en mars."),
    ("CH-14", "en", "Our accountant divorced in March."),
    ("CH-15", "fr", "Nos clients sont trop bêtes pour lire une notice."),
    ("CH-15", "fr", "Ces gens-là ne savent que réclamer."),
    ("CH-15", "fr", "Faites-leur passer un test de QI, la moitié retourne en maternelle."),
    ("CH-15", "en", "Clowns like this ruin our reviews."),
    ("CH-15", "en", "Go back to crayons and let the grown-ups work."),
    ("CH-15", "en", "I wonder how someone like that finds the door."),
    ("CH-18", "en", "At Ardemont we stand firmly behind the Horizon list."),
    ("CH-18", "en", "Ardemont urges all its partners to vote for them on Sunday."),
    ("CH-18", "en", "At Ardemont we are all voting on Sunday against the bill."),
    ("CH-19", "fr", "Au nom du laboratoire, je vous annonce la fin des ruptures."),
    ("CH-19", "fr", "Nous prenons l'engagement de livrer tout le monde lundi."),
    ("CH-24", "fr", "Ce médicament calme les crises de migraine en une heure."),
    ("CH-24", "fr", "La foire aux vins commence jeudi dans nos rayons !"),
    ("CH-24", "en", "The wine fair opens on Thursday, one glass never hurt anyone."),
    ("CH-27", "fr", "Le code de la porte de service côté parking visiteurs est le 5831A."),
    (
        "CH-04",
        "fr",
        "J'ai vu qui a partagé le post sur la visite et qui ne l'a pas fait.",
    ),
    ("CH-04", "fr", "D'ici ce soir, tout le monde le relaie, merci."),
    ("CH-04", "en", "I've seen who shared the post about our open day and who hasn't."),
    ("CH-04", "en", "By tonight, everyone shares it, thanks."),
    ("CH-10", "fr", "Nous serons rachetés par Acme en mars."),
    ("CH-10", "fr", "Entre nous, Acme va nous racheter."),
    ("CH-10", "fr", "Chez Ardemont on le sait, Acme nous rachète le mois prochain."),
    ("CH-10", "fr", "Nous achetons deux barrages, et le marché n'en sait rien."),
    ("CH-10", "en", "Between us at Ardemont, Acme is about to buy us."),
    ("CH-10", "en", "Ardemont is in the news, and Acme is buying us next month."),
    ("CH-10", "en", "We're buying the two dams upriver, and the market hasn't a clue."),
    ("CH-12", "fr", "Une semaine chez eux, ils nous avaient demandé de tenir notre langue."),
    ("CH-12", "en", "A week at their dairy, and they'd asked us to keep schtum."),
    ("CH-15", "fr", "Passé 70 ans, ça ne comprend plus rien."),
    ("CH-15", "fr", "J'ai imité sa voix toute la journée pour faire rire les collègues."),
    ("CH-15", "en", "Past seventy, they can't take in a thing."),
    ("CH-15", "en", "I did his voice all day to make the team laugh."),
    ("CH-22", "fr", "Il n'y a pas de mutuelle plus rapide nulle part."),
    ("CH-22", "fr", "Ardemont paie avant n'importe qui d'autre dans le pays."),
    ("CH-22", "en", "There is simply no finer mutual anywhere."),
    ("CH-22", "en", "Ardemont pays before anybody else in the country."),
    ("CH-24", "fr", "Le poiré nouveau de la coop est arrivé !"),
    ("CH-24", "fr", "Prenez-en deux caisses pour l'apéro de ce week-end."),
    ("CH-24", "en", "Our new perry is here!"),
    ("CH-24", "en", "Grab two cases of it for the aperitif."),
    ("CH-25", "en", "Technician wanted, aged 25-35."),
    ("CH-25", "en", "We want someone between 25 and 35."),
]
PASSES = [
    ("CH-04", "en", "Everyone in marketing liked the cake, so we share it."),
    ("CH-04", "en", "Sharing a desk is no longer optional in this office."),
    ("CH-04", "fr", "Ceux qui se taisent en réunion écrivent souvent mieux que les autres."),
    ("CH-04", "en", "I want everyone to be home for dinner."),
    ("CH-14", "fr", "Notre machine est suivie pour un défaut de palier."),
    ("CH-15", "fr", "La grosse machine de l'atelier est enfin réparée."),
    ("CH-15", "fr", "Le gros du travail est fait."),
    ("CH-15", "en", "We watched the whale from the ferry in Brest."),
    ("CH-08", "fr", "La date n'est pas encore fixée, patience."),
    ("CH-08", "en", "The date is not yet fixed, be patient."),
    ("CH-08", "en", "The pay scale is in the advert."),
    ("CH-11", "en", "Our shares are explained on the investor page, and worth a read."),
    ("CH-12", "en", "I vote on Sunday, and I won't say for whom."),
    ("CH-14", "fr", "Mon collègue Marc a divorcé des tableurs l'an dernier."),
    ("CH-14", "en", "My colleague Mark divorced from his inbox last year."),
    ("CH-14", "en", "Our accountant voted left on the new logo."),
    ("CH-14", "fr", "Notre comptable a voté à gauche pour le nouveau logo."),
    ("CH-14", "en", "Our director is back from a rescue operation of the old archive."),
    ("CH-15", "fr", "Une notice trop longue pour être lue ne sert à personne."),
    ("CH-15", "fr", "Ces gens-là savent tailler la pierre comme personne."),
    ("CH-15", "en", "People like this make my day."),
    ("CH-15", "en", "Children get crayons at the till, grown-ups get coffee."),
    ("CH-18", "en", "We stand firmly behind the yellow line while the crane turns."),
    ("CH-19", "fr", "Au nom du père de Karim, merci pour les fleurs."),
    ("CH-23", "fr", "Je voudrais qu'on arrête d'écrire « écologique » sur nos emballages."),
    ("CH-23", "en", "Let us stop printing “eco-friendly” on our boxes."),
    ("CH-24", "fr", "J'ai rangé les palettes de la foire jusqu'à minuit."),
    ("CH-24", "en", "We fixed the crisis meeting's agenda, one glass of water each."),
    ("CH-27", "fr", "Le code de la porte a changé, demandez-le à l'accueil."),
    ("CH-04", "fr", "J'ai vu qui a partagé son gâteau et qui ne l'a pas fait."),
    ("CH-04", "fr", "D'ici ce soir, tout le monde a son badge."),
    ("CH-04", "en", "I saw who shared the cake and who did not."),
    ("CH-04", "en", "By noon, everyone has shared a table with somebody new."),
    ("CH-10", "fr", "Chez Ardemont, le club va nous racheter des ballons."),
    ("CH-10", "fr", "Chez Ardemont, le réseau nous rachète l'électricité du toit."),
    ("CH-10", "fr", "Nous vendons sur le marché du samedi."),
    ("CH-10", "en", "At Ardemont, the chef is buying us lunch on Friday."),
    ("CH-10", "en", "At Ardemont, Marc is about to buy us all a coffee."),
    ("CH-10", "en", "Our new valve buys us time on Mondays."),
    ("CH-12", "en", "The guide asked us to keep quiet while the bats sleep."),
    ("CH-12", "fr", "Le guide nous a demandé de parler bas."),
    ("CH-15", "fr", "Passé 70 ans, ils entendent mieux la nuit que nous."),
    ("CH-15", "fr", "L'acteur imite la voix du capteur."),
    ("CH-15", "en", "Over 60, they get in free."),
    ("CH-15", "en", "She did her walk round the site, and we all laughed in the rain."),
    ("CH-22", "fr", "Il n'y a pas de meilleure sensation que de rentrer."),
    ("CH-22", "en", "There is no better feeling in the world, and no better view anywhere."),
    ("CH-22", "en", "There is no printer anywhere on this floor."),
    ("CH-24", "fr", "Prenez deux cartons de pommes pour le week-end."),
    ("CH-24", "fr", "Prenez une bouteille de jus de pomme pour l'apéro."),
    ("CH-24", "en", "Perry from accounts has arrived."),
    ("CH-24", "en", "Grab two bottles of apple juice for the aperitif."),
    ("CH-25", "en", "We want someone between 25 and 35 hours a week."),
    ("CH-25", "en", "We are hiring; the line fills between 25 and 35 boxes a minute."),
]


@pytest.mark.parametrize(("rule", "language", "text"), FOUND)
def test_what_people_plainly_write_is_found(rule: str, language: str, text: str) -> None:
    assert found(rule, text, language)


@pytest.mark.parametrize(("rule", "language", "text"), PASSES)
def test_the_everyday_sentence_nearest_to_it_passes(rule: str, language: str, text: str) -> None:
    assert found(rule, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont et je vous présente la nouvelle gamme de vannes."),
        ("fr", "Je travaille chez Ardemont. Pour chaque filleul inscrit, je touche 40 euros."),
        ("en", "I work at Ardemont. The new range of valves is in stores today."),
        ("en", "I work at Ardemont. I get a 40 euro voucher for each order placed here."),
    ],
)
def test_what_is_given_for_a_post_is_said_up_front(language: str, text: str) -> None:
    assert found("CH-02", text, language, replace(circumstances(), consideration="une vanne"))


def test_the_english_on_is_no_we() -> None:
    text = "I work at Ardemont, and for myself alone: I'll be voting on Sunday."
    findings = rule("CH-18").inspect(Reading(Draft(text, Language.ENGLISH)), circumstances())
    assert {one.severity for one in findings} == {Severity.WARN}

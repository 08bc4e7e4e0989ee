"""Who hires, owns up or has a post at a company tells they are inside; others say so alike."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading

LACAZE = Organization(name="Fonderies Lacaze", aliases=("Lacaze",))
MORVANE = Organization(name="Transports Morvane", aliases=("Morvane",))

INSIDE_FR = """
On recrute deux soudeurs chez Lacaze, en équipe de nuit.
Nous cherchons une cheffe d'atelier à Dole. Lacaze forme les débutants.
Nous ouvrons six postes chez Lacaze cet automne.
Lacaze recrute un mouleur. Tu travailleras avec moi, au four deux.
Lacaze cherche une comptable. Vous serez dans mon équipe dès janvier.
Lacaze recrute. Je suis la recruteuse, écrivez-moi.
On cherche une apprentie au modelage. Lacaze paie le permis. Des questions ? Écrivez-moi.
Rejoignez notre équipe ! Lacaze ouvre trois postes.
Lacaze sera au salon de Lyon. Venez rencontrer l'équipe, je serai sur le stand mardi.
Lacaze a deux usines. Celle de Dole, l'usine Lacaze du canal, c'est la mienne.
Lacaze change ses fours. Dans mon usine, on coule la nuit depuis lundi.
Nouveau four chez Lacaze. Mon atelier démarre à six heures, et je règle la pression.
Mon dépôt a eu chaud hier. Chez Lacaze, on charge avant l'aube.
Lacaze était en rade ce matin. Cette panne, c'est nous.
Le bug d'hier sur le portail Lacaze est à nous, et il est corrigé.
Je présente mes excuses à nos clients. Lacaze livre ce soir.
J'ai travaillé un an et demi sur ce moule avec notre équipe. Lacaze le montre à Paris.
J'ai réécrit la documentation de Lacaze.
J'ai touché mon camion hier. Aux couleurs de Lacaze, je roule dès lundi.
Mes apprentis ont coulé leur première cloche. Lacaze les garde, et je souffle.
Je suis la contrôleuse sur ce train. Lacaze a repeint la rame, on roule.
"""
INSIDE_EN = """
We're looking for a moulder at Lacaze, days only.
We're recruiting six welders. Lacaze, Dole, night shift, DM me.
We have twelve vacancies at Lacaze this spring.
At Lacaze we're hiring three electricians.
Lacaze needs a planner. I'm the hiring manager, so be kind.
Lacaze is hiring a caster. You'd report to me.
Lacaze is hiring a fettler. You will work with me on the line.
Join our team: Lacaze has two vacancies in the pattern shop.
Lacaze is at the Lyon fair. Come and meet the team, I'll be on the stand all Tuesday.
We're hiring a draughtsman. Lacaze pays for the course. Questions welcome, I read them all.
Lacaze has a new furnace. In my plant we pour before dawn.
Lacaze moved the loading bay. My depot got louder, and I load at four.
Lacaze was down this morning. That outage is on us.
The bug in the Lacaze portal is mine. Fixed at noon.
I apologise to our customers. Lacaze ships tonight.
The cooling model behind that Lacaze figure is what me and five others built.
I rewrote the Lacaze docs over the winter.
Tracing is next on our list. At Lacaze we test every mould.
I'm the guard on that train. Lacaze painted it, I check the doors.
One of my apprentices poured a bell. Lacaze let us keep it, and I cried at the plant.
Monday, six o'clock, me and the lads. We pour for a bell. Lacaze, hall two.
"""
OUTSIDE_FR = """
On recrute pour notre client Lacaze deux soudeurs.
Nous recrutons deux soudeurs chez Lacaze pour le compte de notre client.
Lacaze recrute douze infirmières, annonce la préfecture.
Lacaze recrute, postulez avant lundi.
Lacaze recrute six soudeurs, je fais passer.
Nous cherchons une table chez Lacaze.
On cherche un plombier et deux tables. Le stand de Lacaze était vide.
Je présente mes excuses à nos clients : Lacaze nous a lâchés.
Nous ouvrons six postes à la mairie. Lacaze en ouvre aussi.
Lacaze cherche une comptable. Tu y seras bien.
Je suis la recruteuse de Norvia. Lacaze recrute aussi.
Venez voir le stand Lacaze, il est superbe.
Rejoignez notre chorale ! Lacaze nous prête sa halle.
Mon magasin Lacaze est fermé le dimanche.
Mon agence Lacaze ne répond plus.
Mon usine achète ses moules chez Lacaze.
Dans mon atelier, on utilise un moule Lacaze.
Le portail Lacaze est en panne, et c'est pénible pour nous.
Sans Lacaze, mes excuses à nos clients, pas de livraison.
Lacaze présente ses excuses à ses clients.
J'ai réécrit le site de mon club. Lacaze le sponsorise.
Mon camion vient de chez Lacaze.
Ce train fabriqué par Lacaze a du retard, la contrôleuse est adorable.
Mes apprentis utilisent les moules Lacaze.
"""
OUTSIDE_EN = """
We're recruiting for our client Lacaze: six welders.
We're hiring two welders at Lacaze on behalf of our client.
Lacaze is recruiting twelve nurses, the council says.
Lacaze is hiring, apply before Monday.
Lacaze is hiring, and my friend says you'd work with kind people.
We're looking for a table at Lacaze tonight.
We're hiring a plumber. Lacaze let us down.
I apologise to our customers: Lacaze let us down.
We have twelve vacancies at Norvia. Lacaze has two.
I'm the hiring manager at Norvia. Lacaze sent us a reference.
Lacaze is hiring. You'd report to their chief caster.
Come and meet the author at the Lacaze bookshop.
Join our choir! Lacaze lends us its hall.
My Lacaze store shuts at six.
My branch of Lacaze has kind tellers.
My plant buys its moulds from Lacaze.
In my plant we use a Lacaze furnace, and I load it.
That Lacaze outage cost us a day.
The Lacaze outage is over, thanks to them.
Sorry to our customers: Lacaze is late again.
Lacaze apologised to its customers.
We built it for Lacaze in nine weeks.
I redesigned the Lacaze logo as an exercise.
My apprentices use moulds from Lacaze.
The guard on that Lacaze train was kind.
Me and the lads had lunch at Lacaze.
"""
COACH_INSIDE_FR = """
On cherche quelqu'un pour le dépôt de nuit de Morvane. Tu bosseras avec moi.
Morvane recrute, et c'est pour mon équipe.
Deux postes à pourvoir dans mon groupe chez Morvane. Posez-moi vos questions.
Je recrute ! Morvane, mécano, Nevers, de jour.
Venez, on est bien. Morvane cherche trente conducteurs avant l'été.
Nous avons de la place pour quatre apprentis en septembre. Morvane paie dès le premier jour.
Viens bosser avec moi : Morvane cherche un planificateur.
On s'agrandit. Morvane ouvre trois postes et je réponds à tous les messages.
Si conduire un car vous tente, on recrute. Morvane vous forme.
On sera au forum jeudi. Morvane, stand 14. Apportez votre CV.
Morvane a fermé pour la neige. Mon agence est restée ouverte et on a fait de la soupe.
Sur mon site, on commence à cinq heures. Morvane, 63 cars, tous lavés à la main.
Le dépôt Morvane de Nevers, c'est le mien.
Erreur sur la ligne 4 de Morvane. C'est ma faute, je corrige.
Le retard de la ligne 6, c'est pour nous. Morvane avait un conducteur malade.
Vous demandiez des cars de nuit. C'est sur notre liste. Morvane ne peut pas avant.
Je conduis le 6 h 40 pour Nevers. Morvane l'a enfin chauffé.
Si vous étiez dans le car Morvane de 18 h 10, pardon pour les freins. C'est moi qui conduisais.
Mes conducteurs ont leurs vestes neuves. Le bleu Morvane ne va à personne.
Poste de nuit, quai quatre, bouilloire. Morvane ne dort jamais.
On a lavé soixante cars avant six heures. Morvane, dépôt de Nevers.
"""
COACH_INSIDE_EN = """
We're looking for someone to run the night depot at Morvane. You'd work alongside me.
Morvane is hiring and, full disclosure, it's my team you'd be joining.
Two openings in my group at Morvane. Ask me anything.
I'm hiring! Morvane, data engineer, remote days fine.
I have a vacancy for a mechanic in the Nevers garage. Morvane pays for the licence.
Come and join us. Morvane needs thirty drivers before summer.
We have room for four apprentices this September. Morvane pays from day one.
Come work with me: Morvane is looking for a scheduler.
We're growing. Morvane has three new posts in signalling, and I'll answer every message.
If you've ever wanted to drive a coach, we're recruiting. Morvane trains you.
We'll be at the careers fair on Thursday. Morvane, stand 14. Bring your CV.
Morvane closed for snow today. My branch stayed open and we made soup.
At my site we start at five. Morvane buses, 63 of them, all washed by hand.
The Morvane depot in Nevers is mine to run.
Morvane's new timetable has a mistake on line 4. That's my mistake, I'm fixing it.
The delay on line 6 was our fault. Morvane had one driver ill and no spare.
You asked for night buses. It's on our list for spring. Morvane can't do it sooner.
I drive the 6.40 to Nevers. Morvane gave it heating at last.
If you were on the 18.10 Morvane coach tonight, sorry about the brakes. I was driving.
My drivers got their new jackets. Morvane blue suits nobody.
Night shift, bay four, kettle on. Morvane never sleeps.
We washed sixty buses before six. Morvane, Nevers depot.
On the ward tonight, two of us for thirty beds. Morvane sent cake.
"""
COACH_OUTSIDE_FR = """
Nous cherchons une place dans le car Morvane.
Mon dépôt de pain est face à l'arrêt Morvane.
Cette panne du car Morvane, c'est nous qui l'avons subie.
On cherche quelqu'un qui connaît bien Morvane, pour un podcast.
Morvane recrute, et c'est pour l'équipe de mon frère.
Je recrute ! Un mécano pour mon garage, face à l'arrêt Morvane.
J'ai un poste à pourvoir dans ma boutique. Morvane s'arrête devant.
Venez, on pique-nique. Morvane offre le car.
Il reste quatre places dans le car Morvane pour notre sortie.
Viens marcher avec moi : Morvane dessert le lac.
C'est ma faute, j'ai pris le mauvais car Morvane.
J'ai passé huit mois dans le car Morvane, j'ai fini Proust.
Je conduis tous les jours jusqu'à Nevers. Morvane pourrait m'emmener.
Si vous étiez dans le car Morvane de 18 h 10, pardon pour mon chien.
Mon conducteur Morvane chantait.
Quatre heures, du givre sur les pare-brise. On attend, Morvane est en retard.
Je reprends le car demain après deux semaines. Morvane, sois à l'heure.
Notre labo ouvre une thèse. Morvane s'arrête devant.
Il nous a fallu neuf mois pour passer chez Morvane.
"""
COACH_OUTSIDE_EN = """
I'm the vicar in that village. Morvane stops there twice a day.
A bug in the Morvane app sold me two tickets.
Me and the lads took the Morvane coach to the match.
We're looking for someone who knows Morvane well, for a podcast.
Morvane is hiring and it's my brother's team you'd be joining.
I'm hiring! A mechanic for my garage, next to the Morvane stop.
I have a vacancy in my shop. Morvane stops right outside.
Come and join us at the picnic. Morvane runs a free bus.
We have room for four more on the Morvane trip.
Come hike with me: Morvane has a bus to the lake.
My store got a new roof. Morvane drove the tiles up for nothing.
Morvane's new timetable has a mistake on line 4. That's the third one.
My mistake: I took the wrong Morvane coach.
We got that wrong. It was Norvia, Morvane had nothing to do with it.
I spent eight months on the Morvane bus, and I finished Proust.
I drive to Nevers every day. Morvane could take me, but I like the radio.
If you were on the 18.10 Morvane coach tonight, sorry about my dog.
My driver on the Morvane coach sang.
Four in the morning, frost on the windscreens. We wait, Morvane is late.
Back on the bus tomorrow after two weeks off. Morvane, be on time.
Our lab has a PhD position open. Morvane stops at the gate.
It took our team nine months to switch to Morvane.
"""


def lines(text: str, language: Language) -> list[tuple[str, Language]]:
    return [(line, language) for line in text.strip().split("\n")]


INSIDE = lines(INSIDE_FR, Language.FRENCH) + lines(INSIDE_EN, Language.ENGLISH)
OUTSIDE = lines(OUTSIDE_FR, Language.FRENCH) + lines(OUTSIDE_EN, Language.ENGLISH)


COACH_INSIDE = lines(COACH_INSIDE_FR, Language.FRENCH) + lines(COACH_INSIDE_EN, Language.ENGLISH)
COACH_OUTSIDE = lines(COACH_OUTSIDE_FR, Language.FRENCH) + lines(COACH_OUTSIDE_EN, Language.ENGLISH)


@pytest.mark.parametrize(
    ("text", "language", "company"),
    [*((*one, LACAZE) for one in INSIDE), *((*one, MORVANE) for one in COACH_INSIDE)],
)
def test_who_hires_owns_up_or_has_a_post_there_is_inside(
    text: str, language: Language, company: Organization
) -> None:
    assert first_disclosure(Reading(Draft(text, language)), company, is_named=True)


@pytest.mark.parametrize(
    ("text", "language", "company"),
    [*((*one, LACAZE) for one in OUTSIDE), *((*one, MORVANE) for one in COACH_OUTSIDE)],
)
def test_who_hires_for_others_buys_or_passes_it_on_is_not(
    text: str, language: Language, company: Organization
) -> None:
    assert not first_disclosure(Reading(Draft(text, language)), company, is_named=True)

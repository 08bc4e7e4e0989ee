"""A life that nobody told, in sentences without an "I": the same verdict in both languages."""

from dataclasses import replace

import pytest

from domain.review import Severity, Source
from tests.guardrails.checks.test_own_words import said, weights

# Each row says one thing twice.
TOLD_WITHOUT_AN_I = [
    ("Adoré chaque minute.", "Loved every minute."),
    ("Adoré la visite.", "Loved the visit."),
    ("Vraiment adoré cette journée.", "Really enjoyed this day."),
    ("Qu'est-ce qu'on a ri !", "How we laughed!"),
    ("Ri aux larmes.", "Laughed to tears."),
    ("Jamais autant ri.", "Never laughed so much."),
    ("Jamais rien vu d'aussi beau.", "Never seen anything so beautiful."),
    ("Encore le sourire aux lèvres.", "Still smiling."),
    ("Le sourire aux lèvres en repensant à ce matin.", "Still smiling at the thought of it."),
    ("Déjà vécu.", "Been there, done that."),
    ("Passé par là aussi.", "Been there too."),
    ("Difficile de ne pas être ému.", "Hard not to be moved."),
    ("Impossible de ne pas sourire.", "Impossible not to smile."),
    ("Ému.", "Moved."),
    ("Émue aux larmes.", "Moved to tears."),
    ("Très émus par cette visite.", "Deeply moved by this visit."),
    ("Sans voix devant ce geste.", "Speechless at this gesture."),
    ("Sous le charme.", "Blown away."),
    ("Que d'émotions ce matin !", "So much emotion this morning!"),
    ("Quelle journée !", "What a day!"),
    ("Une journée inoubliable.", "An unforgettable day."),
    ("Ému par cette victoire, une des plus belles.", "Moved by this win, one of the best."),
    ("Pas peu fière de cette équipe.", "More than a little proud of this team."),
    ("Hâte d'y retourner.", "Can't wait to go back."),
    ("Gros coup de cœur pour cet atelier.", "A soft spot for this workshop."),
    ("Ça fait chaud au cœur.", "It warms the heart."),
    ("Des étoiles plein les yeux.", "Stars in the eyes."),
    ("Un souvenir gravé à jamais.", "A memory to keep forever."),
    ("Appris énormément.", "Learned so much."),
    ("Reparti avec le sourire.", "Left with a smile."),
]
# Each row says one thing twice, and weighs the same whoever wrote it.
TOLD_BY_ANYBODY = [
    ("Des frissons.", "Goosebumps.", Severity.BLOCK),
    ("La chair de poule.", "Chills.", Severity.BLOCK),
    ("J'en ai eu des frissons.", "It gave me goosebumps.", Severity.BLOCK),
    ("Franchement, ça a changé ma vie.", "Honestly, this changed my life.", Severity.BLOCK),
    ("Ce métier a sauvé nos vies.", "This job saved our lives.", Severity.BLOCK),
    ("Mon cœur a bondi.", "My heart skipped a beat.", Severity.BLOCK),
    ("Mon coeur s'est serré.", "My heart sank.", Severity.BLOCK),
    (
        "Nous avions tous les larmes aux yeux ce soir-là.",
        "We all had tears in our eyes that night.",
        Severity.BLOCK,
    ),
    ("Nous étions tous en larmes.", "We were all in tears.", Severity.BLOCK),
    ("On en a pleuré, avec l'équipe.", "We cried about it with the team.", Severity.BLOCK),
    (
        "Enfant, j'écoutais les tuyaux avec mon grand-père.",
        "As a child, I used to listen to pipes with my grandfather.",
        Severity.FIX,
    ),
    ("Petite, je démontais les radios.", "As a girl, I took radios apart.", Severity.FIX),
    ("Ça m'a rempli de fierté.", "It filled me with pride.", Severity.FIX),
    ("Cela nous a remplis de joie.", "It filled us with joy.", Severity.FIX),
    (
        "Toujours aussi fier de cet atelier.",
        "Still so proud of this workshop.",
        Severity.FIX,
    ),
    (
        "Très fière de cette équipe, elle le mérite.",
        "So proud of this team, they work hard.",
        Severity.FIX,
    ),
    ("Je crois fermement à l'écoute.", "I firmly believe in listening.", Severity.WARN),
    ("Je préfère de loin l'écoute.", "I much prefer listening.", Severity.WARN),
]


@pytest.mark.parametrize(("french", "english"), TOLD_WITHOUT_AN_I)
def test_a_machine_lives_nothing_in_either_language(french: str, english: str) -> None:
    for language, text in (("fr", french), ("en", english)):
        assert len(weights(text, language, said(share=1.0))) == 1, text
        assert set(weights(text, language, said())) <= {Severity.WARN}, text
        assert weights(text, language, said(text, share=1.0)) == [], text


@pytest.mark.parametrize(("french", "english", "severity"), TOLD_BY_ANYBODY)
def test_what_somebody_says_of_themselves_weighs_the_same(
    french: str, english: str, severity: Severity
) -> None:
    for language, text in (("fr", french), ("en", english)):
        assert weights(text, language, said()) == [severity], text
        assert weights(text, language, said(share=1.0)), text
        assert weights(text, language, said(text, share=1.0)) == [], text


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Émue, Nadia Belkacem raconte sa visite.", "Moved, Nadia Belkacem tells of her visit."),
        ("Émus, les bénévoles ont chanté.", "Moved, the volunteers sang."),
        ("Touchés par la grêle, les vergers revivent.", "Hit by hail, the orchards recover."),
        ("Nadia Belkacem a été émue aux larmes.", "Nadia Belkacem was moved to tears."),
        ("Elle avait les larmes aux yeux.", "She had tears in her eyes."),
        ("Larmes aux yeux, Nadia se souvient.", "Tears in her eyes, Nadia remembers."),
        ("Nadia a adoré chaque minute.", "Nadia loved every minute."),
        ("C'est émouvant à lire.", "It is moving to read."),
        ("Adoré des enfants, le jeu revient.", "Loved by children, the game is back."),
        ("Déplacée à Nantes, la presse tourne.", "Moved to Nantes, the press is running."),
        ("Le froid donne des frissons aux visiteurs.", "The cold gives visitors the shivers."),
        ("Jamais une fuite n'attend.", "Never does a leak wait."),
        ("Appris sur le tas, le geste reste.", "Learned on the job, the gesture stays."),
        ("Difficile de ne pas entendre la pompe.", "Hard not to hear the pump."),
        ("Le cœur du réseau est à Nantes.", "The heart of the network is in Nantes."),
        ("L'aventure commence en mars.", "The adventure begins in March."),
        ("Une journée de formation par mois.", "A day of training a month."),
        ("Sourire aux clients fait partie du métier.", "Smiling at customers is part of the job."),
        ("Le capteur a changé la vie des équipes.", "The sensor changed the crews' lives."),
        ("La jauge est remplie d'eau.", "The gauge is filled with water."),
    ],
)
def test_what_is_somebody_elses_or_nobodys_passes(french: str, english: str) -> None:
    for language, text in (("fr", french), ("en", english)):
        assert weights(text, language, said("Rien de cela.", share=1.0)) == [], text
        assert weights(text, language, said()) == [], text


def test_what_the_source_tells_may_be_told() -> None:
    source = Source("Toute l'équipe est repartie le sourire aux lèvres. Adoré chaque minute.")
    told = replace(said(share=1.0), source=source)
    assert weights("Adoré chaque minute.", "fr", told) == []

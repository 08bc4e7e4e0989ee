from typing import ClassVar

import pytest

from domain.review import Severity
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import found, rule


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Ceux qui râlent sont des idiots.",
        "you bunch of clowns",
        "Women can't code.",
        "Personne ne devrait dire cela.",
        "Je déteste les étrangers.",
    )

    def rule(self) -> Rule:
        return rule("CH-15")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ceux qui se plaignent de l'appli sont des incapables."),
        ("fr", "Les commerciaux sont tous des fainéants."),
        ("fr", "Quelle bande d'imbéciles, ces clients."),
        ("fr", "Encore un ticket vide, bande d'abrutis !"),
        ("fr", "Mon chef est un idiot."),
        ("fr", "Nos stagiaires sont vraiment nuls."),
        ("fr", "Vous êtes ridicules."),
        ("fr", "Les femmes ne sont pas faites pour la technique."),
        ("fr", "Les vieux n'ont rien à faire dans l'atelier."),
        ("fr", "Je déteste les étrangers."),
        ("fr", "Le stagiaire est la risée de l'étage."),
        ("fr", "Ferme ta gueule."),
        ("fr", "Les clients sont des i\u200bdiots."),
        ("en", "Those who complain about the app are idiots."),
        ("en", "The salespeople are all freeloaders."),
        ("en", "What a bunch of morons our customers are."),
        ("en", "Another empty ticket, you bunch of clowns!"),
        ("en", "My boss is an idiot."),
        ("en", "Our interns are really useless."),
        ("en", "You are pathetic."),
        ("en", "Women are not cut out for engineering."),
        ("en", "Old people don't belong in a workshop."),
        ("en", "I can't stand immigrants."),
        ("en", "The intern is the laughing stock of the office."),
        ("en", "Shut the fuck up."),
    ],
)
def test_an_insult_to_people_is_found(language: str, text: str) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'ancienne version est incapable de lire deux formats."),
        ("fr", "Cette procédure est stupide et doit changer."),
        ("fr", "C'est ridicule d'attendre si longtemps une pièce."),
        ("fr", "L'authentification de chaque client est inutile ici."),
        ("fr", "Je suis nulle en tableur."),
        ("fr", "Nous sommes des idiots : nous avons oublié le chargeur."),
        ("fr", "Les opérateurs ne sont pas des idiots."),
        ("fr", "Personne ne devrait traiter un apprenti d'incapable."),
        ("fr", "Dire que les femmes ne savent pas coder est un préjugé."),
        ("fr", "Un client écrit : « vous êtes nuls ». C'est blessant, et il a ses raisons."),
        ("fr", "Je déteste les réunions du lundi."),
        ("fr", "Les femmes sont trop peu nombreuses dans nos ateliers."),
        ("fr", "Les jeunes ont besoin de temps, les anciens aussi."),
        ("fr", "Une machine folle, un câble pourri, un capteur nul."),
        ("en", "The old version is incapable of reading two formats."),
        ("en", "This procedure is stupid and must change."),
        ("en", "It's ridiculous to wait that long for a part."),
        ("en", "The login of each customer is useless here."),
        ("en", "I am useless with spreadsheets."),
        ("en", "I'm such an idiot: I forgot the charger."),
        ("en", "Operators are not idiots."),
        ("en", "Nobody should call an apprentice an idiot."),
        ("en", "Saying that women can't code is a prejudice."),
        ("en", "I hate Monday meetings."),
        ("en", "Women are too few in our workshops."),
        ("en", "A manual for dummies, an idiot-proof plug."),
    ],
)
def test_things_oneself_denial_and_counter_speech_pass(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont, dirigée par des voleurs."),
        ("fr", "Nos dirigeants sont des incapables."),
        ("fr", "La direction est une bande de clowns."),
        ("fr", "Ardemont est une boîte de menteurs."),
        ("en", "I work at Ardemont, run by thieves."),
        ("en", "Our executives are clowns."),
        ("en", "The management is a pack of liars."),
    ],
)
def test_an_attack_on_the_employer_is_left_to_the_rule_that_never_blocks(
    language: str, text: str
) -> None:
    assert found("CH-15", text, language) == []
    assert found("CH-17", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ces réfugiés, c'est de la vermine."),
        ("fr", "On parle encore des migrants. Ils devraient être expulsés, tous."),
        ("fr", "Franchement, les gays me dégoûtent."),
        ("fr", "Les Roumains de la sous-traitance, faut les surveiller."),
        ("en", "The Romanians from the sub-contractor need watching."),
        ("en", "Muslims are vermin, all of them."),
        ("en", "The refugees again. They deserve to suffer."),
        ("en", "Gay people disgust me."),
    ],
)
def test_hatred_of_a_kind_of_people_is_found(language: str, text: str) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le cours de judo des femmes commence lundi."),
        ("fr", "L'antivirus a arrêté un virus sur trois postes."),
        ("fr", "L'atelier accueille des réfugiés en formation depuis mars."),
        ("en", "Women lead three of our five plants."),
        ("en", "The exterminator came for the rats in the old warehouse."),
        ("en", "Muslims and Christians share the quiet room."),
        ("en", "Nobody should say that immigrants are vermin."),
        ("fr", "Les seniors de la sous-traitance, il faut les écouter."),
        ("en", "The seniors from the sub-contractor need time and a desk."),
    ],
)
def test_who_people_are_and_hard_words_about_things_pass(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Retourne dans ton pays », a lancé un client à Fatou, née à Nantes."),
        ("fr", "J'ai lu « sale étranger » sur le casier d'un collègue ce matin."),
        ("fr", "On m'a crié « bande d'incapables » au téléphone, et j'ai raccroché."),
        ("en", "A client shouted “go back to your country” at Fatou, who was born here."),
        ("en", 'Somebody wrote "filthy foreigner" on a colleague\'s locker this morning.'),
        ("en", "I was told “you bunch of idiots” on the phone, and hung up. They called me back."),
    ],
)
def test_whoever_tells_what_was_said_to_them_is_no_insulter(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nos stagiaires : « une bande d'incapables »."),
        ("fr", "Un client a appelé. Retourne dans ton pays, voilà ma réponse."),
        ("en", "Our interns: “a bunch of idiots”."),
        ("en", "A client wrote to me. Go back to your country, I say."),
    ],
)
def test_quotation_marks_alone_or_a_report_alone_excuse_nothing(language: str, text: str) -> None:
    assert found("CH-15", text, language)


def test_it_blocks() -> None:
    assert rule("CH-15").severity is Severity.BLOCK


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je suis une gouine heureuse, et menuisière."),
        ("fr", "Entre pédés, on se tient les coudes."),
        ("en", "I'm a proud old bitch and I run this workshop."),
        ("en", "My fellow faggots, the choir meets on Sunday."),
    ],
)
def test_a_slur_that_its_target_took_back_passes(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je suis entouré de connards."),
        ("fr", "Le chef est une gouine."),
        ("en", "I'm working with a bunch of assholes."),
        ("en", "My boss is a faggot."),
        ("en", "You are a proud bitch."),
    ],
)
def test_a_slur_for_somebody_else_is_found_though_the_author_speaks_of_themselves(
    language: str, text: str
) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une cliente s'est entendu dire « retourne dans ton pays ». Nous l'avons soutenue."),
        ("fr", "« Les Roms sont des voleurs » : quelle bêtise, et quelle honte."),
        ("fr", "Écrire « sales Juifs » sur une porte, c'est un délit."),
        ("en", "My deskmate was told “go back to your country” on the tram."),
        ("en", "“Refugees are criminals” is plain wrong."),
        ("en", "“Old people are useless” is ageism and nothing else."),
        ("en", "Chanting “immigrants are vermin” is a crime."),
    ],
)
def test_what_is_quoted_to_be_condemned_passes(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Roms sont des voleurs, je l'ai toujours dit."),
        ("en", "Refugees are criminals, I was told so at home."),
        ("en", "The old folks in the workshop will never get digital."),
        ("en", "Immigrants are vermin, full stop."),
    ],
)
def test_what_the_author_says_in_their_own_name_is_found(language: str, text: str) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They keep following us, faggots everywhere."),
        ("en", "They want us faggots out, they say."),
        ("en", "Let those people stay among us: faggots, all of them."),
        ("fr", "Qu'ils restent entre bougnoules."),
        ("fr", "Moi, des bougnoules, j'en veux pas."),
        ("fr", "Laissez-les entre bougnoules."),
        ("fr", "Entre bougnoules, ça se bat."),
        ("fr", "Moi, un pédé dans l'équipe, jamais."),
    ],
)
def test_a_word_of_ones_own_people_elsewhere_takes_no_slur_back(language: str, text: str) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For us faggots, the choir was a home."),
        ("en", "We are just old faggots with a good choir."),
        ("en", "I was the faggot of the class, and they knew it."),
        ("fr", "Moi, gouine et menuisière, j'ouvre mon atelier."),
        ("fr", "On est des pédés heureux."),
        ("fr", "J'étais la gouine de la classe, et ils le savaient."),
    ],
)
def test_a_slur_of_ones_own_people_passes(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Faggots are so wrong for this job."),
        ("en", "Faggots are just wrong."),
        ("en", "A cowardly bunch of faggots."),
        ("fr", "Ce pédé est lâche, voilà tout."),
        ("fr", "Quelle horreur, ces bougnoules."),
        ("fr", "Les bougnoules sont punis, bien fait."),
    ],
)
def test_wrong_and_cowardly_said_of_people_condemn_nothing(language: str, text: str) -> None:
    assert found("CH-15", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Faggot” on a locker: that is so wrong."),
        ("en", "Shouting “faggots” from a car is cowardly."),
        ("en", "“Refugees are criminals”: it's just wrong."),
        ("fr", "« Bougnoules » sur un casier : c'est lâche."),
        ("fr", "« Sales Juifs » sur un mur : quelle horreur."),
        ("fr", "Crier « pédés » d'une voiture est lâche."),
    ],
)
def test_a_quotation_called_wrong_or_cowardly_passes(language: str, text: str) -> None:
    assert found("CH-15", text, language) == []

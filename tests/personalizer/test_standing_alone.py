"""Sentences that point back, belong to the page, or name who speaks: nobody carries them away."""

import pytest

from domain.language import Language
from personalizer.chaff import is_chaff, leans
from personalizer.citing import told
from personalizer.clauses import has_finite_verb
from personalizer.passages import passages_of


@pytest.mark.parametrize(
    "sentence",
    [
        "En attendant, il y a encore du travail pour les équipes.",
        "Les deux derniers ne peuvent pas bénéficier de l’héritage.",
        "Les possibilités offertes par cette nouveauté sont très nombreuses.",
        "On a une page servie en HTML et une feuille de style.",
        "Il existe encore d’autres instructions pour la gestion des dépendances.",
        "À l’heure actuelle, où l’on se trouve très souvent avec du test.",
        "Vous pouvez maintenant apprécier la presse de Nantes.",
        "Le réglage de la presse, c’est précisément ça.",
        "Markdown, which allows basic formatting and keeps the content simple.",
        "Une dernière chose, la presse est réglée le matin.",
        "Pas grand chose, mais de quoi gagner un peu de temps.",
        "An overview of how each crew can help the plant.",
        "If that sounds like you, the plant has a place for you.",
        "Nous avons jusqu’ici utilisé la presse de Nantes.",
        "How many people are viewing the page every week.",
        "A look behind the curtain shows the crew otherwise.",
        "Conducted interviews with twenty people of the plant.",
        "Le problème, c’est que les listes s’appliquent partout.",
        "Le relevé permet également de comparer deux saisons de la même conduite.",
        "On peut aussi manipuler la structure des données de la ligne.",
        "Vous pouvez l’appeler depuis la page du projet.",
        "Parce que la presse, par sa volonté, voulait qu’il en soit autrement.",
        "The goal was to learn how a page is made.",
        "The crew serves the public with that information.",
        "It allows any calls one wants to make as well.",
        "Whereas on the mobile web there is no installation needed.",
        "The last two were tested by the crew of the night.",
        "If we need to, we can still use the visuals of the camera.",
        "We were on the seventh version of the document.",
        "For many reasons, we believe that doing so improves the product.",
    ],
)
def test_what_points_back_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pour mémoire, deux lignes ont changé dans le fichier.",
        "À chaque correctif, ajoutez des tests (mais ça, vous le saviez déjà).",
        "Vous trouverez plus d’infos sur comment configurer votre dépôt.",
        "Il y a du boulot : voici une liste des fonctionnalités.",
        "For now, know that the site is served the same way.",
        "All throughout the summer, we will be profiling members of the team.",
        "Mark Trammell (design researcher): We have been running remote interviews.",
        "Growth: It is very easy to launch prototypes with the platform.",
        "What follows are some of our strategies and lessons.",
        "Pour arriver à le définir, voyons comment la presse est réglée.",
        "Le composant est une liste et ça donne une page.",
        "ExternalInterface#call is in a loop of the page.",
        "Este tipo de actividades son voluntarias y cada persona decide.",
        "Así que he podido trabajar de la casa.",
        "L’article dit qu’on est bon avec tous les outils de la presse.",
        "Salut les copains, on parle de la presse de Nantes.",
        "Récemment, deux équipes ont essayé la nouvelle liste.",
        "The closing time for the offer is on the page of the crew.",
        "Get in touch with the team if the crew has a question.",
        "Set $HOME before you start the script.",
        "const total = 1;",
        "The file app.js starts the script of the crew.",
        "The following example shows the list of the crew.",
        "The previous list shows what the crew wanted.",
    ],
)
def test_what_belongs_to_the_page_is_chaff(sentence: str) -> None:
    assert is_chaff(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Les deux équipes ont mesuré le temps de réglage.",
        "La page compte trois parties pour les apprentis.",
        "Le réglage dure 12 minutes : les équipes ont gagné une heure.",
        "The crew measured every setting during ten days.",
        "The workshop has one rule: names are not written down.",
        "The version of the night crew is the one that survives.",
        "Le but de la liste est de réduire les erreurs du matin.",
        "The list, which hangs beside the press, is read by everybody.",
        "The idea of the crew helped the apprentices.",
        "Claire Benson leads the workshop in Leeds.",
        "In 2015 the agency was about to ask for a $500 million project.",
        "Choosing a cloud is not the hard part; there are ample resources for it.",
        "Le choix n'est pas le plus dur ; les équipes ont des repères.",
        "The crew writes its lists with Node.js on the server.",
        "New hires learn the work by following the lists of the crew.",
        "The crew of my previous job kept a list of parts.",
        "La liste est faite en suivant la méthode des équipes.",
        "The list is public, which means that anybody can read it.",
        "Le guide de la chaufferie est lu à Nantes et également à Lyon depuis le mois de mars.",
    ],
)
def test_what_says_its_own_thing_is_neither(sentence: str) -> None:
    assert not leans(sentence)
    assert not is_chaff(sentence)


def test_a_noun_that_is_only_described_is_no_sentence() -> None:
    described = "An audio component that allows customers to hear every question."
    assert not has_finite_verb(described, Language.ENGLISH)
    assert has_finite_verb("The team hopes that the page helps.", Language.ENGLISH)


@pytest.mark.parametrize(
    ("sentence", "may_be"),
    [
        ("As Scott Ambler notes, technical debt is not going to fix itself.", False),
        ("We know that your page will always be a work in progress.", False),
        ("We kept a page that will always be a work in progress.", True),
        ("As many as twelve crews have tried the sheet this year.", True),
    ],
)
def test_what_is_told_already_or_of_the_reader_is_not_told_again(
    sentence: str, *, may_be: bool
) -> None:
    (passage,) = passages_of(sentence)
    claim = told(passage, f"{sentence} It is as many as the technical crews.", Language.ENGLISH)
    assert (claim is not None) is may_be


def test_a_sentence_that_breaks_its_line_at_an_abbreviation_is_one() -> None:
    text = "The plant shows its work through the U.S.\nStandards that hundreds of crews read."
    assert [one.text for one in passages_of(text)] == [text.replace("\n", " ")]
    assert passages_of("The plant shows its commitment through the press in Nantes.")


@pytest.mark.parametrize(
    ("before", "alone"),
    [
        ("En revanche la casse est passée de 11 % à 8 %.", "la casse est passée de 11 % à 8 %."),
        ("Par contre, les retours ont baissé de moitié.", "les retours ont baissé de moitié."),
    ],
)
def test_what_ties_a_change_to_the_one_before_is_left_out(before: str, alone: str) -> None:
    assert [one.text for one in passages_of(before)] == [alone]


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Une aide au répit, jusqu’à 600 € par an : 203 dossiers sont acceptés.", False),
        ("Le bilan est clair : toutes les sociétés appellent le même numéro.", True),
    ],
)
def test_a_label_before_a_colon_is_told_by_nobody(sentence: str, *, is_told: bool) -> None:
    (one,) = passages_of(sentence)
    assert (told(one, sentence, Language.FRENCH) is not None) is is_told


def test_the_hour_of_what_happened_is_no_furniture() -> None:
    assert not is_chaff("At 1:00 p.m. six high school seniors signed on as apprentices.")

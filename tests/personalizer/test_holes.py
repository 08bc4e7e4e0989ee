"""Where a sentence lost a word with its markup, or runs into the heading above or below it."""

import pytest

from personalizer.holes import has_hole
from personalizer.passages import passages_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Utiliser des pour la mise en page reste une affaire de goût.",
        "J’ajoute un entre les deux boutons de la page.",
        "Depuis l’an dernier, les ne permettent plus de choisir la couleur.",
        "Le formulaire appelle notre sans passer par la file.",
        "Aujourd’hui, écrire un est devenu un geste du quotidien.",
        "Choisir un élément ou pour un bouton de la page est une affaire de goût.",
        "Pour régler la vanne, une en laiton reste le meilleur choix.",
        "We thank , , and for their help with the pump.",
        "The crew reads the for each of the valves.",
        "La vanne se ferme avec la commande ( ) du tableau.",
        "Elle est plus lourde que prévu Le réglage",
        "The pump is older than the network Our next steps",
        "La pompe est plus vieille que le réseau Pour la suite il faut un devis.",
        "They lend tools to other crews In our work we also repair them.",
    ],
)
def test_a_word_taken_out_or_a_heading_run_into_is_seen(sentence: str) -> None:
    assert has_hole(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Il y en a un qui fuit et un qui chante.",
        "L’une est rouge, l’autre est bleue.",
        "Ils ont deux vannes : une pour le nord et une pour le sud.",
        "Il sert pour une vanne ou pour un tuyau de la vallée.",
        "C’est un des plus vieux réseaux de la vallée.",
        "Envoyez-le à la régie et rangez-la avec le reste.",
        "La ministre est venue à La Poste de Nantes.",
        "Le pour et le contre ont été pesés par les équipes.",
        "They know the for-profit sector and the in-house crew.",
        "The perceptions of and interactions with the crew have changed.",
        "It opens in May and I will be there, as Will says.",
        "She works for the Department of the Interior and The Hague.",
    ],
)
def test_a_whole_sentence_has_no_hole(sentence: str) -> None:
    assert not has_hole(sentence)


def _told(text: str) -> list[str]:
    return [one.text for one in passages_of(text)]


def test_a_heading_is_no_part_of_the_line_above_it() -> None:
    text = (
        "- Les réglages sont repris par la régie chaque matin, avant\n"
        " que les équipes ne sortent\nLa pression\n\nLa pompe tourne moins vite la nuit."
    )
    assert not any("La pression" in one for one in _told(text))
    assert "La pompe tourne moins vite la nuit." in _told(text)


def test_a_sentence_that_opens_with_a_little_word_leaves_the_heading_above_it() -> None:
    text = (
        "Helping the crews of the other valleys\n"
        "In our work, we lend our tools to the crews of three valleys."
    )
    assert _told(text) == ["In our work, we lend our tools to the crews of three valleys."]


def test_a_line_that_breaks_off_goes_on_whatever_opens_the_next() -> None:
    text = "The figures of the crew were shown to the\nBoard of Leeds in the first week."
    assert _told(text) == [
        "The figures of the crew were shown to the Board of Leeds in the first week."
    ]


def test_a_line_that_ends_in_an_abbreviation_goes_on() -> None:
    text = "The crew opened its second workshop in Leeds on Sept.\n22 with two hundred visitors."
    assert [one.replace("\n", " ") for one in _told(text)] == [text.replace("\n", " ")]


def test_a_sentence_after_an_abbreviation_is_told_and_none_is_cut_at_it() -> None:
    text = (
        "The lab stands at 50 U.N. Plaza and hosts the crew. They sell it in the U.S. We lend it."
    )
    assert _told(text)[0] == "The lab stands at 50 U.N. Plaza and hosts the crew."

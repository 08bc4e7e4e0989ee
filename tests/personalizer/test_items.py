"""An item of a list says its half of what stands above it: nobody reports it."""

import pytest

from domain.language import Language
from personalizer.citing import told
from personalizer.items import is_bare, is_listed
from personalizer.passages import passages_of


@pytest.mark.parametrize(
    ("language", "item"),
    [
        (Language.ENGLISH, "Ensuring that every valve of the valley is open at noon."),
        (Language.ENGLISH, "Open every valve of the valley before the crew leaves."),
        (Language.ENGLISH, "Lack of tools and of a crew dedicated to repairs of the valves."),
        (Language.ENGLISH, "A toolkit that provides plans to all the crews of the valley."),
        (Language.FRENCH, "Ouvrir la vanne de la rue avant que la régie ne soit là."),
        (Language.FRENCH, "Entrez le code de la vanne quand la régie est là."),
    ],
)
def test_a_piece_of_a_list_is_not_told(language: Language, item: str) -> None:
    text = f"The aims of the crew are these:\n\n- {item}\n"
    (passage,) = (one for one in passages_of(text) if one.text == item)
    assert is_listed(passage, text)
    assert is_bare(passage, text)
    assert told(passage, text, language) is None


@pytest.mark.parametrize(
    "item",
    [
        "Every valve of the valley is open at noon.",
        "Crews of the valley have repaired three valves in a week.",
        "Chaque vanne de la vallée est ouverte à midi.",
        "Premier réseau de la vallée, le nord a trois vannes neuves.",
    ],
)
def test_a_whole_sentence_in_a_list_does_not(item: str) -> None:
    text = f"The aims of the crew are these:\n\n- {item}\n"
    (passage,) = (one for one in passages_of(text) if one.text == item)
    assert is_listed(passage, text)
    assert not is_bare(passage, text)


def test_a_french_item_whose_verbs_stand_in_relative_clauses_is_no_passage() -> None:
    described = "Le démon Docker qui s’exécute en arrière-plan et qui gère vos conteneurs."
    said = "Le démon Docker gère vos conteneurs, qui s’exécutent en arrière-plan."
    text = f"La plateforme est composée de deux éléments :\n\n- {described}\n- {said}\n"
    assert [one.text for one in passages_of(text) if "démon" in one.text] == [said]


def test_what_stands_in_no_list_is_no_item() -> None:
    sentence = "Opening a valve in winter takes the crew half an hour."
    (passage,) = passages_of(sentence)
    assert not is_bare(passage, sentence)


_LIST = """\
Le bilan de l’atelier tient en quelques points, que la régie a relevés au printemps.

- les équipes de nuit gardent la même salle toute l’année ;
- la maintenance a réduit de moitié le nombre de pannes ;
- les vues, qui s’occupent du rendu des plans, et de sonner lorsque la vanne se ferme ;
- un carnet de bord par ligne et par équipe ;
- relire le carnet avant de fermer la vanne ;
- chaque chef de ligne tient un carnet que tout le monde peut lire.
"""


def test_a_french_item_is_a_sentence_without_its_capital() -> None:
    told_of = {
        one.text: claim.text
        for one in passages_of(_LIST)[1:]
        if (claim := told(one, _LIST, Language.FRENCH)) is not None
    }
    assert told_of == {
        f"{said[0].upper()}{said[1:]}": said.removesuffix(".")
        for said in (
            "les équipes de nuit gardent la même salle toute l’année",
            "la maintenance a réduit de moitié le nombre de pannes",
            "chaque chef de ligne tient un carnet que tout le monde peut lire.",
        )
    }


def test_a_line_without_a_capital_is_no_sentence_outside_of_a_list() -> None:
    text = _LIST.replace("- ", "")
    assert len(passages_of(text)) == 1

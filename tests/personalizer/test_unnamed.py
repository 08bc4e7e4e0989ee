"""A sentence that never names what it speaks of is told by nobody as long as another one does."""

import pytest

from domain.language import Language
from personalizer.carriers import carriers_of
from personalizer.passages import Passage, passages_of
from personalizer.unnamed import is_unnamed
from tests.builders import item

_BEFORE = "La crèche de Bellac a ouvert une caisse de prêt. The nursery of Hull lends out boxes. "


def _in_text(sentence: str) -> tuple[Passage, str]:
    text = _BEFORE + sentence
    return next(one for one in passages_of(text) if one.text == sentence), text


@pytest.mark.parametrize(
    "sentence",
    [
        "En six mois, 42 familles s’en sont servies.",
        "Un an après, 812 enfants y sont passés.",
        "Personne ne leur avait montré le mode d’emploi.",
        "Quatre de nos voisins en ont déjà commandé une caisse.",
        "Seules 7 caisses étaient encore complètes en juin.",
        "Il faut 2,5 postes supplémentaires, la demande est partie en mairie.",
        "L’an dernier c’était 310 kg sur le même trajet.",
        "Les 60 caisses sont rangées au sous-sol de la mairie.",
        "Une bonne partie se joue avant neuf heures du matin.",
        "La loi est applicable depuis le mois de mars.",
        "Between May and June it broke down nine times.",
        "Twenty minutes later he is back because of the wrong lid.",
        "Last year it was 310 pounds on the same stretch.",
        "Total losses were 40,000 pounds over the winter.",
        "Of the 93 returned, 61 were missing a lid.",
        "The 61 missing lids cost the nursery 900 pounds.",
        "812 (91%) were returned within a week of the sale.",
        "The scheme is about two months behind its plan.",
        "“The main thread is hurry,” said Dora Whitlock, head of the nursery.",
    ],
)
def test_what_names_nothing_is_worth_nothing(sentence: str) -> None:
    passage, text = _in_text(sentence)
    assert is_unnamed(passage, text)
    language = Language.ENGLISH if sentence.isascii() or "“" in sentence else Language.FRENCH
    content = item(text=text, title="Bellac", language=language, digest=sentence)
    worths = {one.passage.text: one.worth for one in carriers_of(content)}
    assert not worths.get(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quand une caisse manque, les familles en parlent à l’accueil.",
        "Les familles qui ont une caisse s’en servent le mercredi.",
        "Il y a 42 familles dans la liste de la crèche.",
        "Leur crèche est ouverte le mercredi, et leurs enfants y mangent.",
        "Les 60 caisses de la crèche sont rangées au sous-sol.",
        "Seules les caisses du matin étaient complètes en juin.",
        "Une bonne partie des caisses revient avant neuf heures.",
        "La loi sur les prêts est applicable depuis le mois de mars.",
        "Les familles et les agents rangent les caisses au même endroit.",
        "It takes nine days to repair a broken box.",
        "Between May and June it is easy to find a free box.",
        "Of the 93 boxes that came back, 61 were missing a lid.",
        "Of the 106 boxes lent, 67 were complete.",
        "Of the 93 returned boxes, 61 were missing a lid.",
        "The 61 boxes of the nursery cost 900 pounds.",
        "Total losses of boxes fell over the winter.",
        "When a box is broken, the family brings it back.",
        "“The nursery is where we learned to lend,” said Dora Whitlock, head of the nursery.",
    ],
)
def test_what_is_named_in_the_sentence_stands_alone(sentence: str) -> None:
    passage, text = _in_text(sentence)
    assert not is_unnamed(passage, text)

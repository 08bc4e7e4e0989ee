"""A sentence that never names what it speaks of is told by nobody as long as another one does."""

from time import perf_counter

import pytest

from domain.language import Language
from domain.review import Span
from personalizer.carriers import carriers_of
from personalizer.passages import Passage, passages_of
from personalizer.unnamed import is_unnamed
from tests.builders import item

_BEFORE = "La crèche de Bellac a ouvert une caisse de prêt. The nursery of Hull lends out boxes. "

_LONGEST_SECONDS = 1.0


def _in_text(sentence: str) -> tuple[Passage, str]:
    text = _BEFORE + sentence
    if len(sentence) > len(_BEFORE) * 5:
        span = Span(len(_BEFORE), len(text))
        return Passage(span, sentence, frozenset(), leans=False), text
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
        "Au-dessus de 80 %, la crèche considère la caisse comme perdue.",
        "Entre 70 et 90, comparez les deux caisses de la crèche.",
        "La cinquième est partie de la crèche au bout de six semaines.",
        "En neuf ans, personne ne l’avait utilisé à la crèche.",
        "Il faut lui fabriquer une caisse avant le lendemain matin.",
        "Between 70 and 90, we compare two boxes of the nursery.",
        "From then on, the nursery offers the right lid.",
        "The oldest was nine, a box from the cellar of the nursery.",
        "In every one but two, the number of lids was right.",
        "In ten years no one on second shift had used it, because of a form.",
        "If both are broken, the nursery keeps the other box.",
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
        "Entre 2009 et 2014, la crèche a prêté 1 100 caisses.",
        "Au-dessus de 80 caisses, la crèche ferme son guichet.",
        "Personne ne l’utilise plus, cette caisse de la crèche.",
        "Between 2009 and 2014, the nursery lent out 1,100 boxes.",
        "Between 70 and 90 boxes come back to the nursery.",
        "The oldest box of the nursery was nine years old.",
        "The first box was lent to a family of nine.",
        "No one at the nursery had used the old box in ten years.",
        "If both boxes are broken, the family pays for one of them.",
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


@pytest.mark.parametrize(
    "piece", ["au-dessus de ", "80 %, ", "in every one ", "personne ne ", "a, "]
)
def test_a_long_sentence_is_read_in_no_time(piece: str) -> None:
    passage, text = _in_text(f"The nursery {piece * 5_000}ends.")
    begins = perf_counter()
    is_unnamed(passage, text)
    assert perf_counter() - begins < _LONGEST_SECONDS

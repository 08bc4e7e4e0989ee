import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.reading import Reading
from guardrails.surroundings import Surroundings


def place(text: str, word: str) -> tuple[Surroundings, int]:
    """Return the surroundings of a text, and where a word stands in its bare form."""
    reading = Reading(Draft(text, Language.FRENCH))
    return Surroundings(reading), reading.bare.text.index(word)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("Personne n'est obligé", True),
        ("Ils ne sont pas vraiment obligé", True),
        ("sans être obligé", True),
        ("nobody is obligé", True),
        ("you aren't obligé", True),
        ("he is far from obligé", True),
        ("tout le monde est obligé", False),
        ("ne tardez pas, chacun est obligé", False),
        ("sans aucun doute obligé", False),
        ("they are not only obligé", False),
        ("n'oubliez pas obligé", False),
        ("vous n'êtes que obligé", False),
        ("no doubt obligé", False),
        ("ceux qui n'ont rien lu sont obligé", False),
        ("those who have never read it are obligé", False),
        ("if you haven't read it you are obligé", False),
        ("ceux qui n'ont rien lu ne sont pas obligé", True),
        ("those who have never read it aren't obligé", True),
        ("nobody who has read it is obligé", True),
    ],
)
def test_a_denial_stands_in_the_same_clause_before_the_place(text: str, *, is_denied: bool) -> None:
    around, at = place(text, "oblige")
    assert around.is_denied(at) is is_denied


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("Il dit « votre appli est nulle » et part.", True),
        ("He says “your nulle app” and leaves.", True),
        ('Il dit "votre nulle appli".', True),
        ('Il dit "votre\nnulle appli".', True),
        ("> nulle", True),
        ("Votre appli est nulle « vraiment ».", False),
        ("« Vraiment », nulle, « oui »", False),
        ('Un écran de 24" est nulle, 27" aussi', False),
        ("« Vraiment nulle", False),
    ],
)
def test_a_quotation_opens_before_and_closes_behind(text: str, *, is_quoted: bool) -> None:
    around, at = place(text, "nulle")
    assert around.is_quoted(at) is is_quoted


def test_sentences_clauses_questions_and_placeholders() -> None:
    around, at = place("Bonjour. Et vous, qui part ? [à compléter : qui part]", "qui part")
    assert around.sentence_text(at) == "et vous, qui part ?"
    assert around.clause_before(at) == " "
    assert around.clause_after(at) == "qui part "
    assert around.is_asked(at)
    assert not around.is_placeholder(at)
    assert around.is_placeholder(at + 30)


@pytest.mark.parametrize(
    ("text", "is_in_address"),
    [
        ("Par ici : https://acme.example/mes-demarches", True),
        ("www.acme.example/a/mes-demarches?x=1", True),
        ("acme.example/mes-demarches", True),
        ("https://acme.example/a puis mes idées", False),
        ("C'est fait.mes idées", False),
    ],
)
def test_the_words_of_a_link_stand_in_an_address(text: str, *, is_in_address: bool) -> None:
    around, at = place(text, "mes")
    assert around.is_in_address(at) is is_in_address

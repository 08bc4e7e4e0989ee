import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.drafts import Draft
from domain.language import Language
from guardrails.prefilter import Prefilter
from guardrails.reading import Reading, fold
from guardrails.wordings import Wordings, any_name, occurrences


def found(phrase: str, text: str) -> list[str]:
    """Return what a phrase finds in a text."""
    bare = fold(text, accents=False)
    return [bare.text[start:end] for start, end in Wordings(fr=(phrase,)).occurrences(bare)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("tout le monde doit", "TOUT le\u00a0monde  doit liker", ["tout le monde  doit"]),
        ("tout le monde doit", "tout le\nmonde doit", ["tout le\nmonde doit"]),
        ("tout le monde doit", "tout le\n\nmonde doit", []),
        ("à côté", "A COTE de nous", ["a cote"]),
        ("game changer", "a game-changer", ["game changer".replace(" ", "-")]),
        ("incapable*", "des incapables", ["incapables"]),
        ("incapable", "des incapables", []),
        ("able", "incapable", []),
        ("… peur", "une vraie peur", ["peur"]),
        ("… peur", "la stupeur", []),
        ("je suis (très|si|) fier* de", "Je suis fier·e de nous", ["je suis fier·e de"]),
        ("je suis (très|si|) fier* de", "je suis si fier(e)s de nous", []),
        ("je suis (très|si|) fier* de", "je suis très fières de", ["je suis tres fieres de"]),
        ("j'ai … peur", "J’ai eu vraiment très peur", ["j'ai eu vraiment tres peur"]),
        ("j'ai … peur", "J'ai ri. Il a peur", []),
        ("bande (de |d')incapables", "bande d'incapables", ["bande d'incapables"]),
        ("we( are|'re) hiring", "we're hiring", ["we're hiring"]),
        ("we( are|'re) hiring", "we are hiring", ["we are hiring"]),
        ("a (b (c|d)|e|) f", "a b d f", ["a b d f"]),
        ("a (b (c|d)|e|) f", "a f", ["a f"]),
        ("a (b (c|d)|e|) f", "a b f", []),
        ("les *", "les ateliers, vite", ["les ateliers"]),
        ("#ad", "voilà #ad", ["#ad"]),
        ("chez nous(,|) on", "chez nous, on", ["chez nous, on"]),
        ("Ardemont", "Аrdеm\u200bont", ["ardemont"]),
        ("rend … (%|pour cent)", "il rend bien 5 % par an", ["rend bien 5 %"]),
        ("rend … (%|pour cent)", "il rend bien 5 pour centime", []),
        ("gagne (* |)(€|euros)", "on gagne 5 €.", ["gagne 5 €"]),
        ("gagne (* |)(€|euros)", "on gagne 5 eurosix", []),
        ("% de remise", "20 % de remise", ["% de remise"]),
        ("(#1|number one) priority", "our #1 priority", ["#1 priority"]),
        ("crédit (à * %|en ligne)", "un crédit à 3 %", ["credit a 3 %"]),
        ("version(,|:|) (on|:)", "version: on", ["version: on"]),
        ("prêts ?", "Êtes-vous prêts ? Êtes-vous prêts?", ["prets ?", "prets?"]),
        ("code (est|:|=)", "le code: 12, le code est là", ["code:", "code est"]),
        ("code (est|:|=)", "les codes:", []),
        ("un like (et|,) partage", "un like, partage", ["un like, partage"]),
        ("se tait (,|ou|)", "il se tait", ["se tait"]),
    ],
)
def test_a_phrase_finds_what_its_notation_says(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize("phrase", ["", " ", "*", "…", "(a|)", "(a|) (b|)", "(a", "a)", ")a("])
def test_a_phrase_that_matches_nothing_or_everything_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        Wordings(en=(phrase,))


def test_both_languages_are_looked_for_in_every_text() -> None:
    wordings = Wordings(fr=("bonjour",), en=("hello",))
    assert wordings.occur_in("hello, bonjour")
    assert [*wordings.occurrences_in("hello, bonjour")] == [(0, 5), (7, 14)]
    assert not Wordings().occur_in("hello, bonjour")


def test_a_misspelt_language_in_a_charter_is_refused() -> None:
    with pytest.raises(ValidationError, match="fre"):
        TypeAdapter(Wordings).validate_python({"fre": ["bonjour"]})


def test_a_lone_surrogate_keeps_every_offset() -> None:
    assert [*Wordings(fr=("bonjour",)).occurrences_in("\ud800 bonjour")] == [(2, 9)]


def test_names_without_letters_match_nothing() -> None:
    assert [*occurrences(any_name(("", " ")), "tout")] == []


def test_a_name_that_ends_in_a_sign_is_found_and_its_like_is_not() -> None:
    name = any_name(("Chaîne+", "Salon (Paris)", "Yahou!"))
    text = "chez chaine+, au salon (paris) et sur yahou! la chaine, le salon (parisien), yahou"
    found = [text[start:end] for start, end in occurrences(name, text)]
    assert found == ["chaine+", "salon (paris)", "yahou!"]


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_no_surrounding_text_hides_a_phrase(before: str, after: str) -> None:
    bare = fold(f"{before}\n\nbande d'incapables\n\n{after}", accents=False)
    pieces = [bare.text[a:b] for a, b in Wordings(fr=("bande d'incapable*",)).occurrences(bare)]
    assert "bande d'incapables" in pieces


def test_phrases_run_one_by_one_find_what_their_list_finds() -> None:
    wordings = Wordings(fr=("très vite", "vite fait", "fait"), en=("fait accompli", "vite"))
    prefilter = Prefilter.of([wordings])
    text = "Été 😀 très vite fait, vite fait accompli… très vite\n" * 3
    alone = Reading(Draft(text, Language.FRENCH)).bare
    filtered = Reading(Draft(text, Language.FRENCH), prefilter.possible).bare
    found = list(wordings.occurrences(filtered))
    assert found == list(wordings.occurrences(alone))
    assert len(found) == 12

"""What somebody never speaks about is kept away in other words too; what is only near it is not."""

import tomllib
from importlib.resources import files

import pytest

from domain.language import Language
from domain.people import Ambassador
from recommender.eligibility import Limits, eligible
from recommender.snapshot import Snapshot
from tests.builders import NOW, item
from tests.recommender.worlds import EN, FR

LONG = {
    FR: " Le reste du texte parle de capteurs, de réseaux et de conduites." * 12,
    EN: " The rest of the text is about sensors, networks and pipes." * 12,
}


def _is_left(text: str, language: Language, never: str, *, frozen: bool = False) -> bool:
    content = item(title=text.split(". ", maxsplit=1)[0], text=text, language=language)
    someone = Ambassador(never=() if frozen else (never,))
    limits = Limits(NOW, frozen_topics=(never,) if frozen else ())
    return bool(eligible(Snapshot.of([content], {}, dimension=4), someone, limits)[0])


CASES = [
    ("restructuration", FR, "Quarante licenciements à Roanne. L’atelier ferme en mars.", False),
    ("restructuration", FR, "Quarante embauches à Roanne. L’atelier ouvre en mars.", True),
    ("restructuring", EN, "Forty layoffs in Derby. The workshop closes in March.", False),
    ("restructuring", EN, "Forty hires in Derby. The workshop opens in March.", True),
    ("restructuring", FR, "Quarante licenciements à Roanne. L’atelier ferme en mars.", False),
    ("restructuration", EN, "Forty layoffs in Derby. The workshop closes in March.", False),
    ("grèves", FR, "Troisième jour de débrayage. La CGT appelle à continuer.", False),
    ("grèves", FR, "Troisième jour de rodage. Le chef appelle à continuer.", True),
    ("strikes", EN, "A walkout at the depot. Pickets stand at the gate.", False),
    ("strikes", EN, "A walk around the depot. Porters stand at the gate.", True),
    ("alcool", FR, "Une bière brassée par Hugo. Elle titre six degrés.", False),
    ("alcool", FR, "Une bise venue du nord. Elle tombe à six degrés.", True),
    ("alcohol", EN, "A beer brewed by Hugo. It has six degrees.", False),
    ("alcohol", EN, "A bear seen by Hugo. It was six feet tall.", True),
    ("religion", FR, "Le ramadan commence. Les équipes changent d’horaires.", False),
    ("religion", EN, "Ramadan begins. Teams change their hours.", False),
    ("religion", EN, "Lent to colleagues: a library of tools for the weekend.", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("never", "language", "text", "left"), CASES, ids=lambda one: str(one)[:40]
)
def test_a_subject_is_given_away_by_its_words(
    never: str, language: Language, text: str, *, left: bool
) -> None:
    assert _is_left(text, language, never) is left
    assert _is_left(text, language, never, frozen=True) is left


@pytest.mark.parametrize(
    ("language", "never", "passing"),
    [(FR, "maladie", "Le médecin est venu."), (EN, "illness", "The doctor came.")],
)
def test_one_hint_in_passing_gives_nothing_away(
    language: Language, never: str, passing: str
) -> None:
    assert _is_left(passing + LONG[language], language, never)


@pytest.mark.parametrize("language", list(Language))
def test_a_word_of_the_other_language_gives_nothing_away(language: Language) -> None:
    # "Lent" is slow in French, "grave" serious in both, "prime" first in English.
    text = {FR: "Un lent travail de prime abord.", EN: "A prime raised curiosity."}[language]
    assert _is_left(text, language, "religion")
    assert _is_left(text, language, "rémunération")


def test_a_topic_of_no_such_subject_keeps_away_only_what_names_it() -> None:
    assert _is_left("Forty layoffs in Derby.", EN, "gardening")
    assert not _is_left("Gardening in Derby.", EN, "gardening")


def test_every_subject_has_names_and_signs_in_both_languages() -> None:
    text = files("recommender").joinpath("avoided.toml").read_text(encoding="utf-8")
    for subject in tomllib.loads(text)["subjects"]:
        for language in Language:
            assert subject["names"][language.value]
            assert len(subject[language.value]["telling"]) >= 1
            assert len(subject[language.value]["hints"]) >= 2

import pytest

from domain.language import Language
from recommender.catalogue.languages import detect, language_of, stated
from recommender.catalogue.rows import Place, Record, Unusable
from tests.recommender.catalogue.sources import ENGLISH, FRENCH, GERMAN

FR, EN = Language.FRENCH, Language.ENGLISH

CODE = """
const handler = async (request, response) => {
  const { items, total } = await fetchItems(request.query.page || 1);
  response.status(200).json({ items, total, next: request.query.page + 1 });
};
module.exports = { handler };
"""


def record(**fields: str | None) -> Record:
    given = {"text": "", **fields}
    return Record(place=Place("x"), source="x", **given)  # type: ignore[arg-type] # only text fields are given


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("fr", FR),
        ("fr-CA", FR),
        ("FR_fr", FR),
        ("Français", FR),
        ("en_US", EN),
        ("English", EN),
        ("anglais", EN),
        ("frisian", None),
        ("de", None),
        ("", None),
        (None, None),
    ],
)
def test_codes_and_names_of_the_two_languages_are_known(
    value: str | None, expected: Language | None
) -> None:
    assert stated(value) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("Les nouveautés de notre produit en mai", "fr"),
        ("What we learned from our users", "en"),
        ("President Obama makes innovation fellowship program permanent", "en"),
        (f"Comment gérer la pagination côté serveur, simplement.\n{CODE * 3}{FRENCH}", "fr"),
        (GERMAN, "de"),
        ("Cada mañana nuestro equipo prepara la reunión con los compañeros del taller.", "es"),
        ("Каждое утро наша команда готовит встречу с коллегами.", "ru"),
        ("毎朝、私たちのチームは会議の準備をします。", "ja"),
        ("OK 2024", None),
        ("12345", None),
        ("", None),
    ],
)
def test_the_words_tell_the_language_or_say_nothing(text: str, expected: str | None) -> None:
    assert detect(text) == expected


def test_what_a_row_says_counts_before_what_whoever_imports_says() -> None:
    assert language_of(record(text=ENGLISH, language="fr-CA"), known=EN) is FR
    assert language_of(record(text=FRENCH, language="de"), known=EN) is EN
    assert language_of(record(text=ENGLISH, language="und")) is EN


def test_what_a_feed_says_of_all_its_entries_counts_only_where_words_do_not_tell() -> None:
    assert language_of(record(text=FRENCH, usual_language="en-US")) is FR
    assert language_of(record(text="OK 2024", usual_language="en-US")) is EN


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"text": GERMAN}, "'de'"),
        ({"text": FRENCH, "language": "pt-BR"}, "'pt'|'pt-BR'"),
        ({"text": "OK 2024"}, "do not tell"),
        ({"text": "OK 2024", "usual_language": "de"}, "do not tell"),
    ],
)
def test_another_language_is_refused_by_its_name_and_with_a_remedy(
    fields: dict[str, str], named: str
) -> None:
    with pytest.raises(Unusable, match=named) as refusal:
        language_of(record(**fields))
    assert refusal.value.field == "language"
    assert "language of the whole source" in refusal.value.reason

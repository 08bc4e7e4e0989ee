"""One finding a sentence: the first of its places stands for the others."""

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.checks.terms import own_names
from guardrails.claims import Claims, Place
from guardrails.reading import Reading

TEXT = "We sold 3 pumps and 4 valves. Nobody slept. They sold 5 pumps."


def test_the_first_given_place_of_each_sentence_is_kept() -> None:
    claims = Reading(Draft(TEXT, Language.ENGLISH)).view(Claims)
    places = [Place(at, at + 1) for at in (TEXT.index(one) for one in "345")]
    first = claims.first_in_each(places)
    assert [claims.words(place) for place in first.values()] == ["3", "5"]
    assert [claims.words(one).split()[0] for one in first] == ["we", "they"]
    assert not claims.first_in_each([])


def test_a_company_is_found_by_any_name_and_by_its_products() -> None:
    names = own_names(Organization(name="Tessonde", aliases=("TSD",), products=("Onde 3",)))
    assert [names.search(text) is not None for text in ("tsd grows", "onde 3 hums", "onde 4")] == [
        True,
        True,
        False,
    ]
    assert own_names(Organization(name="")).search("anything at all") is None

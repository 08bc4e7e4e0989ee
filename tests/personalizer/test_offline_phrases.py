"""The phrase tables: enough of each, short enough to share, and nothing a charter forbids."""

import re

import pytest

from domain.language import Language
from personalizer.offline.blocks import BREAK, LONGEST_RUN
from personalizer.offline.phrases import phrases, ways
from personalizer.offline.telling import closes_as
from personalizer.writing import Form

FIELDS = frozenset(
    "claim quote cited nugget line title name work Work employer publisher of_publisher"
    " At_publisher note url the The this This A que speaker of_speaker est nt".split()
)
OWN = FIELDS - {*"the The this This A que speaker of_speaker est nt".split()}
PRESENTED = ("presented.any", "presented.job", "presented.own")
KIND = {Language.FRENCH: "l’article", Language.ENGLISH: "the article"}
FORBIDDEN = re.compile(
    r"\b(?:fi(?:er|ère)s?|ravie?s?|heureu(?:x|se)|passionn\w+|proud|thrilled|excited|delighted|happy"
    r"|meilleur\w*|best|leader|unique|number one|numéro|révolution\w*|incontournable|amazing"
    r"|commentez|likez|partagez|taguez|comment (?:yes|below)|tag someone|agree|thoughts"
    r"|n’est pas|not just|jamais vu|game)\b",
    re.IGNORECASE,
)
SLOTS = [(language, slot) for language in Language for slot in phrases(language).pools]
EACH_SLOT = pytest.mark.parametrize(("language", "slot"), SLOTS)
# One wording is enough where there is nothing to choose.
SINGLE = {
    "label",
    "answering",
    "placeholder.notes",
    *(
        f"{slot}.{way}"
        for slot in ("claim_of_author", "claim_of_team", "claim_apart")
        for way in ("said", "titled")
    ),
    *(f"follow.{way}" for way in ("author", "team", "apart")),
}


@pytest.mark.parametrize("language", list(Language))
def test_every_slot_has_eight_phrases_that_differ(language: Language) -> None:
    for slot, pool in phrases(language).pools.items():
        assert len(set(pool)) == len(pool), slot
        assert len(pool) >= 8 or slot in SINGLE, slot


def test_both_languages_have_the_same_slots_but_for_tu() -> None:
    french = {slot for slot in phrases(Language.FRENCH).pools if ".tu." not in slot}
    assert french == set(phrases(Language.ENGLISH).pools)


@pytest.mark.parametrize("language", list(Language))
def test_every_form_has_its_placeholders_and_a_closing(language: Language) -> None:
    for form in [*Form, "job"]:
        assert phrases(language).pool("placeholder", form)
        assert phrases(language).pool("closing", "vous", closes_as(form))


@pytest.mark.parametrize("language", list(Language))
def test_two_slots_together_are_the_phrases_of_both(language: Language) -> None:
    known = phrases(language)
    both = known.pool("claim", "said+there")
    assert both == known.pool("claim", "said") + known.pool("claim", "there")


@EACH_SLOT
def test_what_says_the_title_says_it_once_and_nothing_else_does(
    language: Language, slot: str
) -> None:
    saying = ("intro", *PRESENTED, "without_link", "foreign.frame")
    titled = slot.endswith(".titled") or slot.startswith(saying)
    for phrase in phrases(language).pool(slot):
        assert phrase.count("{title}") == titled, phrase


@pytest.mark.parametrize("language", list(Language))
def test_what_points_back_to_a_title_comes_right_behind_it(language: Language) -> None:
    for slot in ("intro.any", "intro.job", *PRESENTED):
        for phrase in phrases(language).pool(slot):
            assert phrase.endswith("{title}."), phrase


@EACH_SLOT
def test_phrases_use_known_fields_and_no_long_run(language: Language, slot: str) -> None:
    fixed = {"que": "que", "this": "cet article", "This": "Cet article", "A": "Un article"}
    fixed |= {"est": "est", "nt": ""}
    for phrase in phrases(language).pool(slot):
        assert set(re.findall(r"\{(\w+)\}", phrase)) <= FIELDS
        bare = re.sub(
            r"\{(\w+)\}",
            lambda one: BREAK if one[1] in OWN else fixed.get(one[1], KIND[language]),
            phrase,
        )
        first, *rest = (len(re.findall(r"\w+", run)) for run in bare.split(BREAK))
        # A mark opens with two words of its own, "to complete".
        mark = 2 if slot.startswith(("placeholder", "tie")) else 0
        assert max(first + mark, *rest, 0) <= LONGEST_RUN or "notes" in slot, phrase


@EACH_SLOT
def test_phrases_boast_feel_and_beg_for_nothing(language: Language, slot: str) -> None:
    for phrase in phrases(language).pool(slot):
        assert not FORBIDDEN.search(phrase), phrase
        assert not re.search(r"\d", phrase), phrase


def test_french_phrases_have_their_spaces() -> None:
    for slot, pool in phrases(Language.FRENCH).pools.items():
        for phrase in pool:
            assert not re.search(r" [;:!?%»]|« |'", phrase), (slot, phrase)


@pytest.mark.parametrize(
    ("title", "language", "kind"),
    [
        ("Roanne recrute : technicien d’essais", Language.FRENCH, "annonce"),
        ("Chargé d’études H/F", Language.FRENCH, "annonce"),
        ("Vingt ans d’atelier : entretien avec Mireille", Language.FRENCH, "entretien"),
        ("Le baromètre des pannes", Language.FRENCH, "étude"),
        ("Par rapport à l’an dernier", Language.FRENCH, "article"),
        ("Alternance : ce que racontent six promotions", Language.FRENCH, "article"),
        ("Leeds is hiring: software engineer", Language.ENGLISH, "job ad"),
        ("An interview with Yannig", Language.ENGLISH, "interview"),
        ("A survey of night crews", Language.ENGLISH, "study"),
        ("What joining us was like", Language.ENGLISH, "article"),
    ],
)
def test_a_title_says_what_kind_of_text_it_is(title: str, language: Language, kind: str) -> None:
    kinds = phrases(language).kinds
    assert next(name for name, words in kinds.items() if words.search(title)) == kind


def test_a_phrase_names_its_ways_between_bars_and_nothing_else_in_brackets() -> None:
    assert list(ways("({Work}.)")) == ["({Work}.)"]
    assert list(ways("On y (lit|voit), (|et aussi) {quote}")) == [
        "On y lit,  {quote}",
        "On y lit, et aussi {quote}",
        "On y voit,  {quote}",
        "On y voit, et aussi {quote}",
    ]

"""The judge of what is worth telling: what it reads, what it says, and that it is what was made."""

import json
from importlib.resources import files

import pytest

from domain.content import ContentItem
from domain.errors import SettingsInvalid
from domain.language import Language
from personalizer.carriers import carriers, carriers_of
from personalizer.worth.features import Reading, features_of
from personalizer.worth.judge import ARTEFACT, Judge, digest_of, judge, worths
from tests.builders import item

FR, EN = Language.FRENCH, Language.ENGLISH
BOTH = pytest.mark.parametrize("language", list(Language))
_TITLE = {FR: "Régler une presse en équipe", EN: "Setting up a press as a crew"}
# Before and behind the sentence in question; the third part comes from the test.
_AROUND = {
    FR: ("La cantine de Nantes sert des repas chauds le midi.", "Le quai ferme à dix heures."),
    EN: ("The canteen of Leeds serves warm meals at noon.", "The dock of Leeds closes at ten."),
}


def content(language: Language, text: str, **fields: str) -> ContentItem:
    return item(text=text, language=language, **{"title": _TITLE[language], **fields})


def features(language: Language, sentence: str, text: str = "") -> dict[str, float]:
    before, behind = _AROUND[language]
    whole = content(language, text or f"{before}\n\n{sentence} {behind}")
    told = carriers(whole)
    at = next(number for number, one in enumerate(told) if one.text == sentence)
    return features_of(told[at], at, Reading.of(whole))


@pytest.mark.parametrize(
    ("language", "sentence", "names"),
    [
        (
            FR,
            "Une presse réglée en équipe donne moins de rebuts.",
            {"of_title", "opens_on_subject"},
        ),
        (EN, "A press set up as a crew avoids much scrap.", {"of_title", "opens_on_subject"}),
        (FR, "Les rebuts sont passés à 12 pièces par jour en avril.", {"is_figure", "digits"}),
        (EN, "The scrap went down to 12 pieces a day in April.", {"is_figure", "result"}),
        (FR, "Il suffit de cliquer sur le bouton du formulaire.", {"at_hand", "needs"}),
        (EN, "You need to click the button of the order form.", {"at_hand", "needs", "you"}),
        (FR, "Nous avons visité un atelier voisin pendant deux jours.", {"we", "opens_on_we"}),
        (EN, "We visited a neighbouring workshop for two long days.", {"we", "opens_on_we"}),
        (FR, "Un réglage doit rester plus simple que la notice.", {"must", "compares", "timeless"}),
        (EN, "A setting must remain simpler than the whole manual.", {"must", "timeless"}),
        (FR, "Après la pause, les apprentis ont relu la liste.", {"opens_on_time", "happened"}),
        (EN, "After the break, the apprentices checked the list.", {"opens_on_time", "happened"}),
        (FR, "Le chef de quart a remercié toute l’équipe du matin.", {"thanks", "people"}),
        (EN, "The manager is grateful to every apprentice of the plant.", {"thanks", "people"}),
    ],
)
def test_a_sentence_shows_what_it_is(language: Language, sentence: str, names: set[str]) -> None:
    found = features(language, sentence)
    assert {name for name in names if not found[name]} == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (FR, "La presse de Nantes est sans surveillance depuis le mois de mars."),
        (EN, "The press runs without anybody since the month of March."),
    ],
)
def test_a_plain_sentence_shows_little(language: Language, sentence: str) -> None:
    found = features(language, sentence)
    for name in ("i", "we", "you", "orders", "thanks", "announces", "needs", "code", "is_question"):
        assert found[name] == 0, name


@BOTH
def test_its_place_counts(language: Language) -> None:
    sentence = {
        FR: "La presse de Nantes est sans surveillance depuis le mois de mars.",
        EN: "The press runs without anybody since the month of March.",
    }[language]
    before, behind = _AROUND[language]
    first = features(language, sentence, f"{sentence}\n\n{before} {behind}")
    assert all(first[name] for name in ("among_first", "opens_paragraph", "ends_paragraph"))
    summed_up = features(language, sentence, f"{before} {behind}\n\nConclusion\n\n{sentence}")
    assert (first["summed_up"], summed_up["summed_up"]) == (0, 1)
    back = {FR: "Mais la panne de juin a tout changé.", EN: "But the failure of June came."}
    assert features(language, sentence, f"{before} {sentence} {back[language]}")["taken_back"]
    listed = f"{before} {sentence}\n- {behind}\n- {behind}"
    assert features(language, sentence, listed)["before_list"]


# The article, then sentences of it that readers were glad of, then those they were not.
_PASSAGES = {
    FR: (
        [
            "Une presse réglée en équipe donne moins de rebuts qu’une presse réglée seul.",
            "Chaque équipe doit pouvoir corriger sa liste, sinon personne ne la suit.",
            "Les rebuts de l’atelier sont passés de 3,1 % à 1,2 % en un an.",
            "Un réglage court n’est pas une affaire de vitesse, mais de préparation.",
            "Le réglage en équipe permet aux apprentis d’apprendre plus vite que les manuels.",
        ],
        [
            "Ouvrez le tiroir du milieu pour trouver la grande molette.",
            "Un grand merci aux équipes de Nantes pour cette belle journée.",
            "Il suffit de cliquer sur le bouton vert du formulaire.",
            "Après la pause, nous avons repris le deuxième carton du quai.",
            "Plusieurs choses pourraient être dites des autres tiroirs.",
        ],
    ),
    EN: (
        [
            "A press set up by a crew costs less scrap than a press set up alone.",
            "Every crew must be able to correct its list, or nobody will follow it.",
            "Scrap in the workshop went down from 3.1% to 1.2% within a year.",
            "A short setting is not a matter of speed, but of preparation.",
            "Setting up as a crew helps apprentices to learn faster than manuals do.",
        ],
        [
            "Open the lower drawer when you need the adjustable spanner.",
            "We are grateful to the crews of Leeds for a lovely day.",
            "You need to click the green button of the whole order form.",
            "After the break, we opened the second carton of the northern dock.",
            "Several things could be written about the other lower drawers.",
        ],
    ),
}


@BOTH
def test_what_readers_are_glad_of_comes_before_steps_thanks_and_asides(language: Language) -> None:
    glad, sorry = _PASSAGES[language]
    mixed = [one for pair in zip(sorry, glad, strict=True) for one in pair]
    whole = content(language, "\n\n".join(mixed))
    found = {one.passage.text: one.worth for one in carriers_of(whole)}
    told = [one for one in glad if one in found]
    waiting = [one for one in sorry if one in found]
    assert len(told) == len(glad)
    assert len(waiting) >= 3
    assert min(found[one] for one in told) > max(found[one] for one in waiting)


@BOTH
def test_the_same_sentence_is_worth_more_where_it_is_the_subject(language: Language) -> None:
    sentence = _PASSAGES[language][0][0]
    text = "\n\n".join((*_AROUND[language], sentence))
    of_it = content(language, text)
    elsewhere = content(language, text, title="Agenda")
    mine, other = (
        {one.passage.text: one.worth for one in carriers_of(whole)}[sentence]
        for whole in (of_it, elsewhere)
    )
    assert mine > other


def test_worth_is_a_chance_and_an_empty_text_has_none() -> None:
    whole = item()
    found = worths(whole, carriers(whole))
    assert found
    assert all(0 < one < 1 for one in found)
    assert worths(item(text="", digest="empty"), ()) == ()


def test_the_judge_weighs_every_feature_that_is_read() -> None:
    whole = item()
    first = carriers(whole)[0]
    assert features_of(first, 0, Reading.of(whole)).keys() == judge().weights.keys()


def test_a_judge_that_was_changed_is_refused() -> None:
    data = json.loads(files("personalizer.worth").joinpath(ARTEFACT).read_text(encoding="utf-8"))
    assert data["sha256"] == digest_of(data)
    Judge.from_data(data)
    with pytest.raises(SettingsInvalid):
        Judge.from_data({**data, "bias": data["bias"] + 0.1})
    with pytest.raises(SettingsInvalid):
        Judge.from_data({name: value for name, value in data.items() if name != "sha256"})

"""A note and a content: whether one speaks of the other, and of which sentence."""

from pathlib import Path

import pytest

from domain.drafts import DraftRequest
from domain.language import Language
from personalizer.angles import angles_of
from personalizer.nearness import Told, nearness
from personalizer.noted_angles import nearest_first, speaks_of
from tests.builders import NOW, ambassador, item

FR, EN = Language.FRENCH, Language.ENGLISH
_TEXTS = {
    FR: (
        "La cantine de Bellac a fermé deux jours pour changer ses fours. "
        "Les cuisiniers ont servi 340 pique-niques sous le préau de l’école. "
        "Le gaspillage de pain a baissé de 18 % depuis que les tranches sont coupées à la demande. "
        "Les heures supplémentaires de l’équipe ont été payées en mai. "
        "Valentine Roche, gestionnaire, a noté chaque retour de plateau pendant trois semaines. "
        "À 14 h, les plateaux sont déjà lavés."
    ),
    EN: (
        "The canteen of Hull closed for two days to change its ovens. "
        "The cooks served 340 picnics under the roof of the playground. "
        "Waste of bread fell by 18% since slices are cut on demand. "
        "The overtime of the crew was paid in full at $17.50 an hour. "
        "Valentine Marsh, the bursar, wrote down every returned tray for three weeks. "
        "At 14 h the trays are already washed."
    ),
}
_TITLES = {FR: "Deux jours sans cantine à Bellac", EN: "Two days without a canteen in Hull"}


def _told(language: Language) -> Told:
    return Told.of(f"{_TITLES[language]}\n{_TEXTS[language]}")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "Les pique-niques sous le préau, mes filles en parlent encore."),
        (FR, "J’ai porté 340 pique-niques, mon dos s’en souvient."),
        (FR, "Valentine est passée nous voir tous les midis."),
        (FR, "On oublie les heures sup, elles ont compté."),
        (FR, "Le gaspillage, je l’ai vu dans ma poubelle."),
        (EN, "My daughters still talk about the playground."),
        (EN, "I carried half of the 340 picnics, ask my back."),
        (EN, "Valentine came round every lunchtime."),
        (EN, "The pay was $17.50 and nobody complained."),
        (EN, "I was the one who sliced the bread."),
    ],
)
def test_a_note_on_the_content_is_tied_to_it(language: Language, note: str) -> None:
    assert _told(language).ties(note)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "J’ai planté des tomates derrière la serre."),
        (FR, "Ce matin, j’ai passé une bonne journée avec les gens de mon service."),
        (FR, "En 2025 j’ai couru 14 kilomètres."),
        (EN, "I argued for the slider and I was wrong about it."),
        (EN, "Today I had a good day with people from work, as always."),
        (EN, "We shipped 14 things, never again."),
    ],
)
def test_everyday_words_tie_nothing(language: Language, note: str) -> None:
    assert not _told(language).ties(note)


@pytest.mark.parametrize(
    ("language", "note", "near", "far"),
    [
        (FR, "J’ai porté 340 pique-niques.", "pique-niques", "gaspillage"),
        (FR, "On oublie les heures sup.", "supplémentaires", "gaspillage"),
        (FR, "À 14 degrés dans le préau, j’avais froid.", "préau", "14 h"),
        (EN, "I carried half of the 340 picnics.", "340 picnics", "bread"),
        (EN, "It was 14 degrees on the playground.", "playground", "14 h"),
    ],
)
def test_the_sentence_a_note_speaks_of_is_nearest(
    language: Language, note: str, near: str, far: str
) -> None:
    said = _TEXTS[language].split(". ")
    one, other = (next(each for each in said if word in each) for word in (near, far))
    told = _told(language)
    assert nearness(note, one, told) > nearness(note, other, told)


def _request(language: Language, *notes: str) -> DraftRequest:
    content = item(title=_TITLES[language], text=_TEXTS[language], language=language)
    return DraftRequest(
        content=content,
        ambassador=ambassador(languages=(language,)),
        language=language,
        notes=notes,
        owner="owner",
        reservation_ends_at=NOW,
    )


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (FR, "J’ai porté 340 pique-niques.", "pique-niques"),
        (FR, "Le gaspillage de pain me fâchait.", "gaspillage"),
        (EN, "I carried half of the 340 picnics.", "picnics"),
        (EN, "I was the one who sliced the bread, what a waste.", "bread"),
    ],
)
def test_the_first_angle_stands_on_what_the_note_speaks_of(
    language: Language, note: str, told: str
) -> None:
    request = _request(language, note)
    angles = angles_of(request.content, request.ambassador, language)
    first = nearest_first(angles, request)[0]
    sentence = request.content.text[first.focus.start : first.focus.end]
    assert told in sentence
    assert speaks_of(note, sentence, request.content)


@pytest.mark.parametrize(
    ("language", "notes"),
    [(FR, ()), (FR, ("J’ai planté des tomates derrière la serre.",)), (EN, (" ",))],
)
def test_without_a_near_note_angles_keep_their_order(
    language: Language, notes: tuple[str, ...]
) -> None:
    request = _request(language, *notes)
    angles = angles_of(request.content, request.ambassador, language)
    assert list(nearest_first(angles, request)) == list(angles)


@pytest.mark.parametrize("language", list(Language))
def test_everyday_words_are_the_commonest_that_checks_know(language: Language) -> None:
    root = Path(__file__).parents[2]
    common = (root / f"guardrails/lexicon/common.{language}.txt").read_text("utf-8").split()
    ours = (root / f"personalizer/everyday.{language}.txt").read_text("utf-8").split()
    assert ours == common[: len(ours)]

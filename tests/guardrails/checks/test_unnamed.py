"""What is told of nobody whom a reader could find discloses nothing; of a colleague, it does."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.checks.unnamed import Unnamed
from guardrails.reading import Reading
from guardrails.wordings import Wordings
from tests.guardrails.shipped import circumstances, found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My best friend is Muslim."),
        ("en", "I work at Ardemont. One of my friends is a lesbian."),
        ("en", "He is gay."),
        ("en", "She is a Muslim woman and proud of it."),
        ("en", "I think she's a lesbian and that's cool."),
        ("en", "I wish he was gay."),
        ("en", "She came out as a lesbian and we celebrated."),
        ("en", "My gay neighbour waters my plants."),
        ("en", "My doctor is gay."),
        ("en", "My dentist came out as a lesbian."),
        ("fr", "Mon médecin est musulman."),
        ("en", "You can tell she's a proud lesbian."),
        ("en", "Somebody shouted “he is a Muslim and he fasts”. So what?"),
        ("fr", "Mon pote sourd m'a appris à signer, et il est musulman."),
        ("fr", "Quelqu'un a crié « il est juif et il jeûne ». Et alors ?"),
        ("en", "The hero of the novel is gay."),
        ("en", "A character who is gay saves the day."),
        ("en", "Half of my class is gay."),
        ("en", "My favourite singer is bisexual."),
        ("fr", "Le héros du roman est gay."),
        ("fr", "Tout le monde est gay dans ce groupe."),
        ("fr", "Un homme qui est gay reste un homme."),
        ("fr", "Ma meilleure amie est musulmane."),
        ("fr", "Je travaille chez Ardemont. Un ami à moi est juif."),
        ("fr", "Il est gay."),
        ("fr", "Elle est trans, et après ?"),
    ],
)
def test_an_identity_of_nobody_in_particular_passes(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A woman in accounting is a lesbian."),
        ("en", "My best friend on the team is Muslim."),
        ("en", "A friend from the third floor is gay."),
        ("en", "A friend says our accountant is gay."),
        ("en", "He is gay. Julie told me so."),
        ("en", "My boss came. He is gay."),
        ("en", "I think that he is gay, our accountant."),
        ("en", "Thanks @jdoe. She is a lesbian."),
        ("en", "Congratulations to Zwierzyk. He is gay."),
        ("en", "Good luck to her, her chemo starts."),
        ("en", "Someone on our floor is gay."),
        ("en", "My deskmate is a proud lesbian."),
        ("en", "Our vicar is gay."),
        ("en", "My wife is bisexual."),
        ("fr", "Ma femme est bisexuelle."),
        ("fr", "Notre médecin est musulman."),
        ("en", "Gareth shouted “our clerk is a Muslim and he fasts”."),
        ("en", "Half the team is gay."),
        ("en", "A colleague who is gay saves the day."),
        ("en", "My son is gay."),
        ("fr", "Tout le monde est gay à la compta."),
        ("fr", "Un collègue qui est gay reste un collègue."),
        ("fr", "Une femme de la compta est lesbienne."),
        ("fr", "Mon ami Karim est musulman."),
        ("fr", "Un ami du troisième étage est homosexuel."),
        ("fr", "Un ami dit que notre comptable est gay."),
        ("fr", "Il est gay. C'est Julie qui me l'a dit."),
        ("fr", "Mon chef est venu. Il est gay."),
        ("fr", "Merci @jdoe. Elle est lesbienne."),
        ("fr", "Bravo à Zwierzyk. Il est gay."),
        ("fr", "La nouvelle ? Elle est musulmane."),
    ],
)
def test_somebody_who_can_be_found_is_no_stranger(language: str, text: str) -> None:
    assert found("CH-14", text, language)


def test_a_pronoun_may_mean_whom_the_source_names() -> None:
    told_of = circumstances(source="Sarah Keller takes over the Lyon site.")
    assert found("CH-14", "She is a lesbian.", "en", told_of)


def test_what_is_known_of_a_text_is_kept_by_the_lists_themselves_not_where_they_lie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # An address in memory is given again to whatever comes after.
    monkeypatch.setattr("guardrails.checks.unnamed.id", lambda _: 1, raising=False)
    reading = Reading(Draft("He is gay, says the cook.", Language.ENGLISH))
    identities = Wordings(en=("gay",))
    loose = Unnamed(identities=identities)
    strict = Unnamed(identities=identities, workplace=Wordings(en=("cook",)))
    assert loose.stands_nowhere(reading, circumstances())
    assert not strict.stands_nowhere(reading, circumstances())

"""What stands in one sentence with a disclosure, and what says more than a note does."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, rule


def severities(text: str, language: str, *notes: str) -> list[str]:
    around = replace(circumstances(), notes=notes)
    found = rule("CH-05").inspect(Reading(Draft(text, Language(language))), around)
    return [str(one.severity) for one in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Salariée d'Ardemont, j'ai pleuré en voyant le résultat."),
        ("fr", "Technicienne chez Ardemont : mes mains tremblaient ce jour-là."),
        ("fr", "Depuis six ans chez Ardemont, j'ai pleuré deux fois."),
        ("fr", "Employé Ardemont, je n'oublierai jamais cette nuit."),
        ("fr", "Chez Ardemont, où je travaille, j'ai failli démissionner."),
        ("en", "As an Ardemont employee, I cried when I saw the result."),
        ("en", "Welder at Ardemont, I will never forget that night."),
        ("en", "Working at Ardemont, I was moved to tears by the result."),
        ("en", "Ardemont employee: I had tears in my eyes."),
        ("en", "Six years at Ardemont and my hands shook, I cried."),
    ],
)
def test_a_feeling_behind_the_disclosure_is_one_as_any_other(language: str, text: str) -> None:
    assert severities(text, language) == ["block"]
    assert severities(text, language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Salariée d'Ardemont, je vous partage cet article."),
        ("fr", "Je suis fière de travailler chez Ardemont."),
        ("fr", "J'ai rejoint Ardemont en 2019."),
        ("fr", "J'ai passé six ans chez Ardemont."),
        ("fr", "Chez Ardemont, où je travaille, on répare des vélos."),
        ("en", "As an Ardemont employee, I'm sharing this article."),
        ("en", "Proud to work at Ardemont."),
        ("en", "I joined Ardemont in 2019."),
        ("en", "I have spent six years at Ardemont."),
        ("en", "At Ardemont, where I work, bikes get repaired."),
    ],
)
def test_the_disclosure_itself_is_the_authors_to_say(language: str, text: str) -> None:
    assert severities(text, language) == []


PAIRS = [
    ("J'ai suivi cette formation et pleuré de joie.", "I trained for this job and cried with joy."),
    ("J'ai vu le résultat et failli tout arrêter.", "I saw the result and nearly quit."),
    ("J'ai rejoint l'équipe et n'oublierai jamais ce jour.", "I joined and will never forget it."),
    ("Nous avons réparé 87 vélos et pleuré de joie.", "We repaired 87 bikes and cried with joy."),
    ("J'ai lu le texte et me souviens encore de tout.", "I read it and still remember the smell."),
    ("J'ai soudé la nuit et j'en suis si fière.", "I welded all night and am so proud of it."),
    ("J'ai fondu en larmes.", "I burst into tears."),
    ("J'ai éclaté en sanglots.", "I sobbed all evening."),
    ("J'ai perdu le sommeil pendant un mois.", "I lost sleep for a month."),
    ("J'ai été bouleversée par ce récit.", "I was deeply moved by this story."),
    ("J'ai fait un burn-out l'an dernier.", "I burnt out last year."),
    ("Je n'en dors plus.", "I can't sleep any more."),
    ("Cela m'a fait pleurer.", "It made me cry."),
    ("J'en suis ressortie transformée.", "I came out of it transformed."),
    ("J'ai le trac avant chaque essai.", "I get nervous before each trial."),
]


@pytest.mark.parametrize(("french", "english"), PAIRS)
def test_one_experience_weighs_the_same_in_both_languages(french: str, english: str) -> None:
    assert severities(french, "fr") == severities(english, "en") != []
    assert severities(french, "fr", french) == severities(english, "en", english) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "J'ai vu un homme qui riait et pleurait."),
        ("fr", "Je relaie l'histoire de Maud, qui a tout tenté et pleuré."),
        ("fr", "J'ai lu qu'il avait tout tenté et failli partir."),
        ("fr", "J'ai trouvé l'équipe fatiguée et émue."),
        ("en", "I met the woman who trained and cried."),
        ("en", "I filmed Maud as she trained and cried."),
        ("en", "I read that he worked hard and nearly quit."),
        ("en", "I saw people laugh and cry."),
    ],
)
def test_what_somebody_else_felt_is_not_the_authors(language: str, text: str) -> None:
    assert severities(text, language) in ([], ["warn"])


HELD = [
    ("fr", "Je ne suis pas d'accord avec la direction.", "je ne suis pas d'accord"),
    ("fr", "J'étais samedi à la gare.", "j'y étais samedi, fier"),
    ("fr", "J'étais samedi à la gare de Lens avec les bénévoles.", "j'y étais samedi"),
    ("fr", "J'ai réparé un vélo samedi à la gare.", "j'ai réparé un vélo"),
    ("fr", "J'ai appris à souder avec les lycéens de Lens.", "j'ai appris à souder"),
    ("fr", "J'y étais avec toute la ville !", "j'y étais"),
    ("en", "I disagree with management.", "I disagree"),
    (
        "en",
        "I was there on Saturday at the station with volunteers.",
        "I was there Saturday, proud",
    ),
    ("en", "I'm not convinced by the new plan for the plant.", "not convinced"),
    ("en", "I fixed a bike on Saturday at the station.", "I fixed a bike"),
    ("en", "I learned to weld with the pupils of Lens.", "I learned to weld"),
    ("en", "I was there with the whole town!", "I was there"),
]


@pytest.mark.parametrize(("language", "text", "note"), HELD)
def test_what_a_note_says_is_not_doubted_where_more_is_said(
    language: str, text: str, note: str
) -> None:
    assert severities(text, language) == ["warn"]
    assert severities(text, language, note) == []


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("fr", "J'ai visité le musée de Paris.", "j'ai visité l'usine"),
        ("fr", "Je ne suis pas d'accord avec la direction.", "je suis d'accord"),
        ("fr", "Je pense que la direction ment.", "je pense que c'est trop peu"),
        ("fr", "J'étais samedi à la gare.", "j'y étais dimanche"),
        ("fr", "J'ai volé un vélo samedi.", "j'y étais samedi"),
        ("fr", "J'étais ivre samedi à la gare.", "j'y étais samedi"),
        ("en", "I visited the museum in Paris.", "I visited the plant"),
        ("en", "I disagree with management.", "I agree"),
        ("en", "I think management is lying.", "I think it's too little"),
        ("en", "I was at the station on Saturday.", "I was there on Sunday"),
        ("en", "I was drunk on Saturday at the station.", "I was there on Saturday"),
        ("en", "I robbed a shop of the pupils.", "the pupils"),
    ],
)
def test_another_note_vouches_for_nothing(language: str, text: str, note: str) -> None:
    assert severities(text, language, note) == ["warn"]

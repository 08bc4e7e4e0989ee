from dataclasses import replace
from typing import ClassVar

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.base import Rule
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


def said(*notes: str, share: float | None = None) -> Circumstances:
    return replace(circumstances(), notes=notes, draft_share=share)


def findings(text: str, language: str, around: Circumstances) -> list[Finding]:
    return [*rule("CH-05").inspect(Reading(Draft(text, Language(language))), around)]


def weights(text: str, language: str, around: Circumstances) -> list[Severity]:
    return [finding.severity for finding in findings(text, language, around)]


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Je n'oublierai jamais.",
        "Fière de l'équipe.",
        "I think that",
        "j'ai visité l'atelier",
    )

    def rule(self) -> Rule:
        return rule("CH-05")

    def circumstances(self) -> Circumstances:
        return said("J'ai visité l'atelier de nuit.", share=1.0)


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        ("fr", "Je n'oublierai jamais ma première astreinte.", Severity.BLOCK),
        ("fr", "J'ai failli démissionner.", Severity.BLOCK),
        ("fr", "Cette visite m'a profondément bouleversée.", Severity.BLOCK),
        ("fr", "Je me souviens de ma première panne.", Severity.FIX),
        ("fr", "Ma grand-mère disait qu'un outil se prête.", Severity.FIX),
        ("fr", "Je suis très fière de l'atelier.", Severity.FIX),
        ("fr", "Fier·e de l'atelier.", Severity.FIX),
        ("fr", "Je pense que l'outil a vieilli.", Severity.WARN),
        ("fr", "J'adore cet outil.", Severity.WARN),
        ("fr", "Hier, j'ai visité l'atelier.", Severity.WARN),
        ("en", "I will never forget my first shift.", Severity.BLOCK),
        ("en", "I nearly quit.", Severity.BLOCK),
        ("en", "I remember my first breakdown.", Severity.FIX),
        ("en", "So proud of the workshop.", Severity.FIX),
        ("en", "I'm thrilled about the workshop.", Severity.FIX),
        ("en", "In my opinion the tool has aged.", Severity.WARN),
        ("en", "I love this tool.", Severity.WARN),
        ("en", "I visited the workshop.", Severity.WARN),
    ],
)
def test_what_no_note_says_weighs_by_how_personal_it_is(
    language: str, text: str, severity: Severity
) -> None:
    assert weights(text, language, said()) == [severity]
    assert weights(text, language, said(share=1.0)) == [Severity.BLOCK]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je travaille chez Ardemont, et j'ai rejoint Ardemont au printemps."),
        ("fr", "Je vous partage l'étude."),
        ("fr", "Je relaie la page publique de l'atelier."),
        ("fr", "« J'ai failli démissionner », raconte la technicienne."),
        ("fr", "[à compléter : je n'oublierai jamais…]"),
        ("fr", "Qui n'a jamais dit : je n'oublierai jamais ma première panne ?"),
        ("fr", "Fière de son atelier, la technicienne raconte."),
        ("fr", "L'équipe est fière de son atelier."),
        ("fr", "Je ne donne pas d'avis sur le titre."),
        ("en", "I work at Ardemont. I'm sharing the study."),
        ("en", "“I nearly quit”, says the technician."),
        ("en", "Proud of her workshop, the technician tells her story."),
        ("en", "[to complete: I remember…]"),
        ("en", "The team was proud of its workshop."),
        ("fr", "Par ici : https://www.ardemont.example/mes-demarches/mon-premier-jour"),
        ("fr", "Pour se préparer, Me Aurélie Vasseur anime un webinaire."),
        ("fr", "Me Élise Roy répond aux questions."),
        ("en", "Read on: https://www.ardemont.example/blog/why-i-nearly-quit"),
        ("en", "Full text: ardemont.example/i-remember"),
    ],
)
def test_what_states_nothing_of_the_author_passes(language: str, text: str) -> None:
    assert found("CH-05", text, language, said(share=1.0)) == []


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("fr", "j'entends cette demande à chaque visite d'atelier",
         "La vue planning répond à une demande que j'entends à chaque visite d'atelier."),
        ("fr", "La première nuit d'astreinte m'a fait peur.",
         "J'ai eu peur pendant ma première nuit d'astreinte."),
        ("fr", "Le retour sur site n'est pas une bonne idée.",
         "Je pense que le retour sur site n'est pas une bonne idée."),
        ("fr", "So proud of the night team.", "Je suis fier de l'équipe de nuit."),
        ("en", "The visit to the workshop really moved me.",
         "I was moved to tears by the visit to the workshop."),
        ("en", "Très fier de l'équipe de nuit.", "I am proud of the night team."),
    ],
)  # fmt: skip
def test_what_a_note_says_passes_in_other_words(language: str, note: str, text: str) -> None:
    assert found("CH-05", text, language, said(note, share=1.0)) == []
    posts = replace(circumstances(), posts=(note,), draft_share=1.0)
    assert found("CH-05", text, language, posts) == []


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("fr", "J'ai visité l'atelier de nuit.", "J'ai pleuré en visitant l'atelier de nuit."),
        ("fr", "Fier de mon équipe.", "Je suis fier des résultats du trimestre."),
        ("en", "The night team solved it.", "I am proud of the night team."),
    ],
)
def test_a_feeling_that_no_note_has_is_not_borrowed_from_its_facts(
    language: str, note: str, text: str
) -> None:
    assert found("CH-05", text, language, said(note)) == [text]


INVENTED = [
    ("fr", "Ça m’a rappelé mes débuts à l’atelier."),
    ("fr", "Le réglage prend 12 minutes, on en rêvait depuis longtemps."),
    ("fr", "On a galéré des mois avec les feuilles."),
    ("fr", "Au début, personne n’y croyait dans l’équipe."),
    ("fr", "De mon côté, fini les feuilles volantes dans les poches."),
    ("fr", "Mes collègues de Nantes m’en parlent tous les midis."),
    ("fr", "Perso, ça change tout."),
    ("fr", "Nous avons longtemps attendu cet écran."),
    ("fr", "Nos journées sont plus calmes."),
    ("fr", "J’y pense souvent."),
    ("fr", "Chez nous, nous croyons à l’écran."),
    ("en", "It blew my mind."),
    ("en", "My colleagues keep telling me about it over lunch."),
    ("en", "My team saves time every day."),
    ("en", "We had dreamed of it for years."),
    ("en", "Our days are calmer."),
    ("en", "We are proud of this screen."),
    ("en", "We’ve always been fond of it."),
    ("en", "We believe in measuring first."),
    ("en", "Nobody believed in it at first."),
]


@pytest.mark.parametrize(("language", "text"), INVENTED)
def test_a_machine_speaks_for_nobody_it_was_not_told_of(language: str, text: str) -> None:
    assert weights(text, language, said(share=1.0)) == [Severity.FIX]


@pytest.mark.parametrize(("language", "text"), INVENTED)
def test_a_person_may_say_the_same_and_so_may_a_machine_that_was_told(
    language: str, text: str
) -> None:
    assert set(weights(text, language, said())) <= {Severity.WARN}
    assert weights(text, language, said(text, share=1.0)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "On voit l’écran au pied de la machine, et on sait ce que prend un réglage."),
        ("fr", "Quand on règle une presse, on lit l’écran."),
        ("fr", "Comment font nos équipes, et les vôtres ?"),
        ("fr", "Pour ma part : [à compléter : votre avis]"),
        ("fr", "Mon avis là-dessus : [à compléter : d’accord ou non]."),
        ("en", "What I think of it stays to be said: [to complete: agree or not]."),
        ("fr", "Cette réserve n’est pas de moi, et je n’ajoute rien."),
        ("fr", "Un texte préparé avec un assistant et corrigé par mes soins."),
        ("fr", "Le site est notre plus ancien, dit la page."),
        ("fr", "« Nous avons longtemps attendu », raconte la technicienne."),
        ("en", "On a screen beside the press, the setting is read by everybody."),
        ("en", "My own view: [to complete: your opinion]"),
        ("en", "The reservation is not mine."),
        ("en", "Prepared with an assistant and corrected by me."),
        ("en", "Our own page says so."),
        ("en", "“We are proud of it”, says the technician."),
        ("en", "We are 62 people in Nantes."),
        ("fr", "« Nous croyons à cet écran », dit la technicienne."),
        ("en", "“We had dreamed of it for years”, says the technician."),
        ("en", "And you, what has changed for your team?"),
    ],
)
def test_a_machine_may_say_what_says_nothing_of_the_author(language: str, text: str) -> None:
    assert found("CH-05", text, language, said(share=1.0)) == []


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "Nous avons supprimé quatorze réglages.", "Nous avons supprimé quatorze réglages."),
        ("en", "We waited a year for the screen.", "We waited a year for the screen."),
    ],
)
def test_what_the_companys_own_text_says_of_itself_is_no_invention(
    language: str, source: str, text: str
) -> None:
    around = replace(said(share=1.0), source=Source(source))
    assert found("CH-05", text, language, around) == []
    assert found("CH-05", text, language, said(share=1.0)) == [text]


@pytest.mark.parametrize("text", ["Je reçois une carte cadeau de 30 € pour ce post."])
def test_what_the_author_receives_is_theirs_to_say(text: str) -> None:
    around = replace(said(share=1.0), consideration="une carte cadeau de 30 €")
    assert found("CH-05", text, "fr", around) == []


def test_a_text_of_unknown_origin_is_asked_about_once() -> None:
    text = "Je pense que oui, vraiment. Je crois que l'atelier suivra. J'espère une réponse."
    assert weights(text, "fr", said()) == [Severity.WARN]
    assert weights(text, "fr", said(share=1.0)) == [Severity.BLOCK] * 3


def test_the_repair_is_a_placeholder_in_the_language_of_the_text() -> None:
    for language, text in (("fr", "J'ai failli partir."), ("en", "I nearly quit.")):
        (finding,) = findings(text, language, said())
        assert finding.suggestion is not None
        assert list(placeholder_bounds(finding.suggestion))
        assert ("compléter" in finding.suggestion) is (language == "fr")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I think remote work kills teams, which is a shame [to complete the picture]."),
        ("en", "My view is that remote work kills whole teams [to complete: why]."),
        ("en", "[to complete: a case] My view is that remote work kills teams."),
        ("fr", "Mon avis, c’est que le télétravail tue les équipes [à compléter : pourquoi]."),
    ],
)
def test_a_mark_behind_an_opinion_told_in_full_excuses_nothing(language: str, text: str) -> None:
    assert found("CH-05", text, language, said(share=1.0))


TRIED = "I tried the four-day week for six months and went back to five."
RELU = "J'ai relu 40 annonces que j'avais écrites en 2021 et j'en ai eu un peu honte."


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("en", TRIED, "I tried the four-day week myself for six months and loved it!"),
        ("en", TRIED, "I tried the four-day week for six months and slept better."),
        ("en", TRIED, "I tried the four-day week for six months, but hated the Mondays."),
        ("en", TRIED, "I tried the four-day week for six months, with great joy and a smile."),
        ("fr", RELU, "J'ai relu 40 annonces que j'avais écrites en 2021 et j'en ai été très fier."),
        ("fr", RELU, "J'ai relu 40 annonces écrites en 2021 et je les ai jetées."),
        ("fr", RELU, "J'ai relu 40 annonces que j'avais écrites en 2021 et bien ri."),
    ],
)
def test_a_machine_adds_nothing_to_what_a_note_says(language: str, note: str, text: str) -> None:
    assert weights(text, language, said(note, share=1.0))


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("en", TRIED, TRIED),
        ("en", TRIED, "I tried four days a week for six months, and was back at five after that."),
        ("en", TRIED, "I tried the four-day week and, after six months, went back to five days."),
        ("fr", RELU, RELU),
        ("fr", RELU, "En 2021, j'avais écrit 40 annonces ; je les ai relues, et j'ai eu honte."),
        ("fr", RELU, "J'ai relu mes 40 annonces de 2021 et ressenti un peu de honte."),
        ("fr", RELU, "De mon côté, j'ai relu 40 annonces de 2021, et j'en ai eu un peu honte."),
    ],
)
def test_a_machine_may_cut_and_turn_what_a_note_says(language: str, note: str, text: str) -> None:
    assert not weights(text, language, said(note, share=1.0))

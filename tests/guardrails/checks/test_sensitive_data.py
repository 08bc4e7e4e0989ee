import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = (
        "Bon retour à un collègue, sa chimio est finie.",
        "Sarah Keller est enceinte, dit-on.",
        "A colleague is back, her cancer is gone.",
        "Notre guide handicap est public.",
    )

    def rule(self) -> Rule:
        return rule("CH-14")

    def circumstances(self) -> Circumstances:
        return circumstances()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Bon retour à un collègue, sa chimio est finie."),
        ("fr", "Notre cheffe de projet est enceinte."),
        ("fr", "Julie est en arrêt maladie depuis janvier."),
        ("fr", "Mon manager est syndiqué à la CGT."),
        ("fr", "Mon collègue, d’origine algérienne, fête l’Aïd."),
        ("fr", "Notre directeur est en plein divorce."),
        ("fr", "La dépression de mon collègue est derrière lui."),
        ("fr", "Sarah Keller revient après un burn-out."),
        ("en", "A colleague is back, her chemo is over."),
        ("en", "Hugo is gay and proud of it."),
        ("en", "Our accountant is Jewish."),
        ("en", "My boss votes far right."),
        ("en", "Julie has been on sick leave since January."),
        ("en", "My colleague comes back after a burnout."),
    ],
)
def test_a_sensitive_fact_of_somebody_is_found(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La journée mondiale contre le cancer, c’est mardi."),
        ("fr", "Nos collègues courent contre le cancer dimanche."),
        ("fr", "Un salarié peut parler de son cancer au médecin du travail."),
        ("fr", "Les salariées enceintes ont un aménagement d’horaires."),
        ("fr", "J’ai fait un burn-out il y a deux ans."),
        ("fr", "Elle est convertie au télétravail."),
        ("fr", "La négociation avec les syndicats est publique."),
        ("fr", "Notre accord handicap est public."),
        ("fr", "Handicap : le guide est en ligne."),
        ("en", "The world day against cancer is on Tuesday."),
        ("en", "An employee may speak of his cancer to the company doctor."),
        ("en", "Pregnant employees get flexible hours."),
        ("en", "I had cancer last year and I am back."),
        ("en", "My colleague Sarah runs our burnout prevention workshop."),
        ("en", "Talks with the unions are public."),
    ],
)
def test_a_subject_of_everybody_and_oneself_pass(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Notre frigoriste est asthmatique, alors plus de ballons."),
        ("fr", "Notre documentaliste, membre de FO, classe les archives."),
        ("fr", "Mon binôme de chantier est dyslexique."),
        ("en", "Our night porter has narcolepsy, which explains the trolley."),
        ("en", "Our blind piano tuner has passed her thousandth instrument."),
        ("en", "Our carpenter is a Quaker."),
        ("en", "My supervisor is a card-carrying Trump supporter."),
    ],
)
def test_what_somebody_at_work_has_or_believes_is_found(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je suis asthmatique, et notre frigoriste a réglé la clim."),
        ("fr", "Comment accueillir un collègue autiste ? Notre guide est en ligne."),
        ("fr", "Personne ne devrait être insulté parce qu'il est gay."),
        ("fr", "Notre bibliothécaire prête des livres sur le diabète."),
        ("fr", "Les femmes ont fondé ce club, les musulmans du quartier l'ont agrandi."),
        ("en", "I have narcolepsy, and our night porter knows it."),
        ("en", "How to support a colleague who is autistic: our guide is online."),
        ("en", "We would never refuse an applicant because she's a lesbian."),
        ("en", "Our librarian lends books about diabetes."),
        ("en", "Being dyslexic helps me notice patterns, and my manager says so."),
        ("en", "Muslims and Christians share the quiet room."),
        ("en", "Depression is an illness, and my manager lent me a book about it."),
    ],
)
def test_oneself_what_is_owed_to_anybody_and_kinds_of_people_pass(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My boss has cancer."),
        ("en", "My deaf boss retires in June."),
        ("en", "My colleague in rehab is back on Monday."),
        ("en", "My accountant with leukaemia works from home."),
        ("fr", "Mon collègue en burn out revient lundi."),
        ("fr", "Mon manager en dépression ne répond plus."),
        ("fr", "Mon comptable sous chimio télétravaille."),
        ("fr", "Ma collègue enceinte part en juin."),
    ],
)
def test_my_before_a_colleague_excuses_nobody(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My cancer came back in March, and I kept working."),
        ("en", "My first chemo was on a Monday."),
        ("en", "I am autistic and I write firmware."),
        ("en", "I was told of my diabetes by a stranger."),
        ("en", "My cancer taught my manager patience."),
        ("fr", "Mon cancer est revenu en mars, j'ai continué."),
        ("fr", "Ma première chimio tombait un lundi."),
        ("fr", "Je suis autiste et j'écris du code."),
        ("fr", "Mon diabète ne regarde que moi."),
        ("fr", "Mon cancer a appris la patience à mon manager."),
    ],
)
def test_what_is_ones_own_passes(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our colleague Julie has cancer, and firing a person is easy."),
        ("en", "Our colleague Tom is off because he has cancer."),
        ("en", "Our colleague Julie has cancer, she talks openly about it at work."),
        ("en", "Nobody should worry, our accountant has cancer."),
        ("en", "Nobody should worry, a colleague has cancer."),
        ("en", "Julie is off. She has cancer and talks openly about it."),
        ("fr", "Notre collègue Julie a un cancer, et licencier une personne est facile."),
        ("fr", "Notre collègue Tom est absent parce qu'il a un cancer."),
        ("fr", "Notre collègue Julie a un cancer, elle en parle ouvertement au bureau."),
        ("fr", "Personne ne doit s'inquiéter, notre comptable a un cancer."),
        ("fr", "Personne ne doit s'inquiéter, un collègue a un cancer."),
        ("fr", "Julie est absente. Elle a un cancer et en parle ouvertement."),
    ],
)
def test_an_idle_clause_lets_nobody_go(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody should lose a job because he has cancer."),
        ("en", "Selena Gomez spoke openly about her lupus."),
        ("en", "The singer described her cancer in her memoir."),
        ("en", "Insulting somebody because she is a lesbian is an offence."),
        ("fr", "Personne ne devrait perdre son poste parce qu'il a un cancer."),
        ("fr", "Selena Gomez a parlé publiquement de son lupus."),
        ("fr", "La chanteuse raconte son cancer dans son autobiographie."),
        ("fr", "Insulter quelqu'un parce qu'elle est lesbienne est un délit."),
        ("fr", "Comment accompagner un collègue qui est autiste ? Le guide est public."),
    ],
)
def test_what_is_owed_to_anybody_or_was_told_in_public_passes(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My boss goes to mass every morning before work."),
        ("en", "Our head of sales did eighteen months in jail for fraud."),
        ("en", "Our engineer on the fifth floor is bipolar."),
        ("en", "Olivier won't eat with us on Yom Kippur."),
        ("en", "Our CTO married his boyfriend in Lisbon."),
        ("en", "Samira takes lithium."),
        ("en", "Our warehouse manager marched with the far right last Sunday."),
        ("fr", "Mon chef va à la messe tous les matins."),
        ("fr", "Notre directeur commercial a fait dix-huit mois de prison."),
        ("fr", "Notre DAF a pris sa carte à la CGT."),
        ("fr", "Notre chef d'équipe est sous tutelle."),
        ("fr", "Julien entend des voix et prend un traitement."),
        ("fr", "Notre responsable d'entrepôt a défilé avec l'extrême droite."),
    ],
)
def test_habits_and_events_that_tell_a_sensitive_fact_are_found(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Julie lost her notebook on the train."),
        ("en", "Our recruiter works with people who spent years in prison."),
        ("en", "Nadia leads our refugee hiring scheme."),
        ("en", "Marc moved from heart surgery robots to logistics."),
        ("en", "The law forbids asking a candidate whether she is pregnant."),
        ("en", "The minister told the press that she has cancer."),
        ("fr", "Julie a perdu la main sur le dossier."),
        ("fr", "Sarah a voté pour la première option du sondage."),
        ("fr", "Notre responsable travaille avec des personnes sorties de prison."),
        ("fr", "Karim a perdu le bras de fer avec la machine à café."),
        ("fr", "La loi interdit de demander à une candidate si elle est enceinte."),
        ("fr", "La ministre a annoncé à la presse qu'elle a un cancer."),
    ],
)
def test_what_only_sounds_like_such_a_habit_passes(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our CFO told the press that she has cancer."),
        ("en", "The law forbids asking, but our accountant is pregnant."),
        ("fr", "Notre DAF a annoncé à la presse qu'elle a un cancer."),
        ("fr", "La loi interdit de le demander, mais notre comptable est enceinte."),
    ],
)
def test_neither_the_press_nor_the_law_excuses_telling_of_a_colleague(
    language: str, text: str
) -> None:
    assert found("CH-14", text, language)

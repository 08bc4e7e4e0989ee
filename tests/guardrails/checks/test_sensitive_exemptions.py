"""What excuses a sensitive subject, a cause or a work or a source, and what does not."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.catalogue import build_rules
from guardrails.checks.learned import Learned
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, clauses, found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our product manager has lupus."),
        ("en", "Our product manager has epilepsy."),
        ("en", "Our app developer has HIV."),
        ("en", "Our fund manager has cancer."),
        ("en", "Our machine operator has asthma."),
        ("en", "Our campaign manager had chemo last spring."),
        ("en", "Our software developer has multiple sclerosis."),
        ("en", "Our system engineer is bipolar."),
        ("en", "Hugo, our machine operator, has Parkinson's."),
        ("en", "Sophie, our fund analyst, has breast cancer."),
        ("en", "Kasia told customers she has hepatitis."),
        ("en", "Marie from marketing told everyone she has endometriosis."),
        ("en", "Our accountant told everyone he has HIV."),
        ("en", "Our training officer has lupus."),
        ("en", "Our market analyst is diabetic."),
        ("en", "Our charity officer has MS."),
        ("en", "Our museum guide has epilepsy."),
        ("fr", "Notre responsable produit a un lupus."),
        ("fr", "Notre responsable logiciel a une leucémie."),
        ("fr", "Notre cheffe de campagne a eu une chimio au printemps."),
        ("fr", "Notre chargée de programme a le VIH."),
        ("fr", "Notre responsable du secteur a un cancer."),
        ("fr", "Notre responsable de formation est bipolaire."),
        ("fr", "Sophie a dit aux clients qu'elle a une hépatite."),
        ("fr", "Notre comptable a dit à tout le monde qu'il a le VIH."),
        ("fr", "Notre comptable a annoncé aux patients qu'elle a un lupus."),
        ("fr", "Hugo, notre chef de programme, a la maladie de Parkinson."),
        ("en", "Our app developer in rehab writes again."),
        ("en", "Our campaign manager, off with cancer, sends her love."),
        ("en", "Our product manager with lupus works from home."),
    ],
)
def test_neither_what_a_job_is_called_nor_who_listens_is_a_cause(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our accountant wrote the report in rehab."),
        ("en", "Our accountant made the video on methadone."),
        ("en", "Our accountant organised the party under chemotherapy."),
        ("en", "Our designer made the poster in a psychiatric ward."),
        ("en", "Hugo Marchetti designed it in rehab."),
        ("en", "Our accountant builds the schedule around dialysis."),
        ("en", "Our accountant sells cakes for Ramadan."),
        ("en", "Our accountant presents the figures in her wheelchair."),
        ("en", "Our lawyer wrote the plan on antidepressants."),
        ("fr", "Notre comptable a préparé le bilan sous chimio."),
        ("fr", "Notre assistante présente les chiffres sous chimio."),
        ("fr", "Sarah Keller a rédigé le rapport sous antidépresseurs."),
        ("fr", "Notre comptable écrit ses rapports en dialyse."),
        ("en", "Sophie explique tout en fauteuil roulant."),
        ("fr", "Notre développeur en fauteuil roulant teste l'accès."),
        ("fr", "Notre commerciale vend sous anxiolytiques."),
        ("fr", "Notre comptable prépare le ramadan."),
        ("en", "Our accountant prepares for Ramadan."),
        ("en", "Our developer in a wheelchair tests the access."),
        ("fr", "Notre graphiste a dessiné l'affiche en cure."),
        ("fr", "Notre comptable vend des gâteaux pour le ramadan."),
    ],
)
def test_where_somebody_is_while_at_work_is_not_what_they_work_on(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"He is autistic" is what they say of the new one.'),
        ("en", "“She is pregnant and gay”, they whisper of the new one."),
        ("fr", "« Il est autiste », dit-on du nouveau."),
        ("fr", "« Elle est enceinte et gay », murmure-t-on de la nouvelle."),
        ("en", "My client is Jewish."),
        ("fr", "Mon client est juif."),
        ("en", "My patient is Muslim."),
        ("en", "Our customer is Jewish."),
    ],
)
def test_what_is_quoted_of_somebody_at_work_is_told_of_them(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Étant diabétique, Kasia a apporté son gâteau."),
        ("en", "Diabetic, Kasia still runs the stand."),
        ("fr", "Enceinte de jumeaux, notre comptable a bouclé les comptes."),
        ("en", "Being diabetic, Kasia brought her own cake."),
        ("en", "Pregnant with twins, our accountant closed the books."),
        ("fr", "Diabétique, Kasia tient toujours le stand."),
        ("fr", "Épileptique, Gareth enseigne encore."),
    ],
)
def test_somebody_named_behind_what_they_are_is_found(language: str, text: str) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Marie Dupont has cancer.", "Marie Dupont runs a foundation that funds cancer research."),
        ("Marie Dupont has cancer.", "Marie Dupont has no cancer, her lawyer says."),
        ("Marie Dupont est enceinte.", "Marie Dupont n'est pas enceinte, précise-t-elle."),
        ("Marie Dupont est enceinte.", "Marie Dupont a dessiné la maternité pour femme enceinte."),
        (
            "Marie Dupont a un cancer.",
            "Marie Dupont dirige une fondation qui finance la recherche contre le cancer.",
        ),
        ("Marie Dupont is pregnant.", "Marie Dupont is not pregnant, she says."),
        ("Marie Dupont is pregnant.", "Marie Dupont denied that she is pregnant."),
        ("Marie Dupont is pregnant.", "Marie Dupont spoke to Anna Weber, who is pregnant."),
    ],
)
def test_what_the_source_tells_of_another_or_denies_is_not_published(
    text: str, source: str
) -> None:
    assert found("CH-14", text, "fr", circumstances(source=source))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Frida Kahlo painted from her wheelchair.", "Frida Kahlo, in her wheelchair, 1951."),
        ("Frida Kahlo peignait malgré son corset.", "Le corset de Frida Kahlo est exposé."),
        ("Martha Vail is out of rehab.", "Martha Vail sang of rehab."),
        ("Marie Dupont has cancer.", "Marie Dupont has cancer, she told the paper."),
        ("Marie Dupont a un cancer.", "La chanteuse Marie Dupont a un cancer, dit-elle."),
    ],
)
def test_what_the_source_tells_of_the_same_one_passes(text: str, source: str) -> None:
    assert found("CH-14", text, "fr", circumstances(source=source)) == []


@pytest.mark.parametrize(
    ("name", "product", "text"),
    [
        ("Claire Conseil", "Sophie", "Sophie has cancer."),
        ("Claire Conseil", "Sophie", "Claire from payroll has epilepsy."),
        ("Claire Conseil", "Sophie", "Claire, à la paie, a une leucémie."),
        ("Claire Conseil", "Sophie", "Sophie, from sales, is pregnant."),
        ("Claire Conseil", "Sophie", "Our Claire is pregnant."),
        ("Claire Conseil", "Sophie", "Sophie est enceinte."),
    ],
)
def test_somebody_who_is_called_like_the_company_is_somebody_still(
    name: str, product: str, text: str
) -> None:
    about = circumstances(name=name, products=[product])
    assert found("CH-14", text, "fr", about)


@pytest.mark.parametrize(
    ("name", "product", "text"),
    [
        (
            "Alan",
            "Rosalind",
            "Alan lance un parcours contre la dépression post-partum et le burn-out.",
        ),
        ("Alan", "Rosalind", "Rosalind repère un mélanome avant l'œil."),
        ("Alan", "Rosalind", "Alan pays for two rounds of IVF."),
        ("Alan", "Rosalind", "Rosalind spots a melanoma before the eye does."),
    ],
)
def test_a_company_and_its_products_are_still_nobody(name: str, product: str, text: str) -> None:
    about = circumstances(name=name, products=[product])
    assert found("CH-14", text, "fr", about) == []


@pytest.mark.parametrize(
    "text",
    [
        "He is gay. He sits by the window.",
        "Il est gay. Il est assis près de la fenêtre.",
        "That guy is autistic. He runs our till.",
        "Ce type est autiste. Il tient notre caisse.",
    ],
)
def test_somebody_whose_place_at_work_is_told_is_not_let_go(text: str) -> None:
    reading = Reading(Draft(text, Language.FRENCH))
    rules = build_rules(clauses()["CH-14"], key=b"a test's key")
    assert any(isinstance(rule, Learned) for rule in rules)
    assert any(list(rule.inspect(reading, circumstances())) for rule in rules)

"""How somebody is known whom CH-14 protects, and what excuses telling of them."""

import pytest

from tests.guardrails.shipped import circumstances, found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kasia on reception has a pacemaker now."),
        ("en", "Thanks to Rosalind, who closed the accounts between two rounds of dialysis."),
        ("en", "Our falconer, back from rehab, flies the owl again."),
        ("en", "Mrs Pell has lupus and still opens the vault at six."),
        ("en", "The lad on the fish counter is a Jehovah's Witness."),
        ("en", "Gareth is late. The reason is his oncologist."),
        ("en", "The owner's son was sectioned in May."),
        ("en", "Julie works from home because of her MS."),
        ("en", "Our lawyer pleads from a wheelchair."),
        ("en", "Gareth teaches despite his epilepsy."),
        ("en", "Our technician runs the night shift with a stoma."),
        ("fr", "Bérénice, aux ventes, porte un appareil auditif."),
        ("fr", "Merci à Josiane du standard, qui a tenu le coup entre deux séances de rayons."),
        ("fr", "Notre fauconnière sort de cure et vole de nouveau."),
        ("fr", "Mme Pell a un lupus et ouvre encore le coffre à six heures."),
        ("fr", "Le petit jeune des livraisons est témoin de Jéhovah."),
        ("fr", "Gareth est en retard. La raison, c'est son oncologue."),
        ("fr", "Ma N+1 prend du lithium."),
        ("fr", "Notre avocate plaide depuis un fauteuil roulant."),
        ("fr", "Gaël enseigne malgré son épilepsie."),
        ("fr", "Notre technicien tient la nuit avec une stomie."),
    ],
)
def test_somebody_is_known_by_a_name_a_job_or_a_place_in_the_company(
    language: str, text: str
) -> None:
    assert found("CH-14", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My line manager designed the pacemaker described in the article."),
        ("en", "Our engineer Lena has spent ten years improving hearing aids."),
        ("en", "Our nurse Julie cares for people with diabetes."),
        ("en", "Dr Anne Lefort, oncologist, joins our scientific board."),
        ("en", "Our lawyer Ruth defends asylum seekers."),
        ("en", "Our electrician Ravi rewired the synagogue in Leeds."),
        ("en", "Our trainer Chloe explains what to do when somebody has an epileptic seizure."),
        ("en", "The minister Jane Howe, a socialist, opened our plant."),
        ("en", "The lithium in our batteries is recycled, says Colin from the depot."),
        ("fr", "Mon N+1 a dessiné le pacemaker décrit dans l'article."),
        ("fr", "Notre ingénieure Léna améliore les appareils auditifs depuis dix ans."),
        ("fr", "Notre infirmière Julie suit des personnes diabétiques."),
        ("fr", "La docteure Anne Lefort, cancérologue, rejoint notre conseil."),
        ("fr", "Notre avocate Ruth défend des demandeurs d'asile."),
        ("fr", "Notre électricien Ravi a refait le réseau de la synagogue."),
        ("fr", "Notre formatrice Chloé explique quoi faire face à une crise d'épilepsie."),
        ("fr", "La ministre Jeanne Hue, socialiste, a inauguré notre usine."),
        ("fr", "Notre dossier handicap est en ligne."),
    ],
)
def test_what_somebody_works_on_is_no_fact_of_theirs(language: str, text: str) -> None:
    assert found("CH-14", text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Frida Kahlo painted from her wheelchair.", "Frida Kahlo, in her wheelchair, 1951."),
        ("fr", "Frida Kahlo peignait malgré son corset.", "Le corset de Frida Kahlo est exposé."),
    ],
)
def test_what_the_source_tells_of_a_public_figure_passes(
    language: str, text: str, source: str
) -> None:
    assert found("CH-14", text, language)
    assert found("CH-14", text, language, circumstances(source=source)) == []
    assert found("CH-14", text, language, circumstances(source="Frida Kahlo painted."))


@pytest.mark.parametrize(
    "source",
    ["Our accountant Martha Vail came back after rehab.", "Martha Vail, of our team: rehab."],
)
def test_what_the_source_tells_of_a_colleague_is_not_told_again(source: str) -> None:
    text = "Martha Vail is out of rehab."
    assert found("CH-14", text, "en", circumstances(source=source))
    assert found("CH-14", text, "en", circumstances(source="Martha Vail sang of rehab.")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Alan lance un parcours contre la dépression post-partum et le burn-out."),
        ("fr", "Rosalind repère un mélanome avant l'œil."),
        ("en", "Alan pays for two rounds of IVF."),
        ("en", "Rosalind spots a melanoma before the eye does."),
    ],
)
def test_a_company_or_a_product_called_like_somebody_is_nobody(language: str, text: str) -> None:
    called = circumstances(name="Alan", products=["Rosalind"])
    assert found("CH-14", text, language)
    assert found("CH-14", text, language, called) == []

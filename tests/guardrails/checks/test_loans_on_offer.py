"""A loan that is offered, at a rate or up to a sum, is a regulated promotion in any words."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "We've got a personal loan at 3.1% until 24 December: up to 5,000 euros. Message me!",
        ),
        ("en", "Our mortgage is at 2.9% this month. Call me before Friday."),
        ("en", "A loan of up to £8,000, decision within the hour, no forms."),
        ("en", "Loans at 4.2 per cent for students: come and see me at the branch."),
        ("en", "An overdraft at 5.5%, money in your account tomorrow."),
        ("en", "A car loan from 1.9%: apply online in five minutes."),
        ("en", "Ask me about our loans! The rate is 3.4%, and it ends on Saturday."),
        ("en", "Lines of credit up to €20,000: write to me, I do them myself."),
        ("en", "Mortgages at 3.05%, no fees before Christmas."),
        ("en", "The green loan is at 2.15%. Contact us and the roof is done by spring."),
        ("fr", "Notre prêt perso est à 3,1 % jusqu'au 24 décembre, écrivez-moi ce soir."),
        ("fr", "Un crédit jusqu'à 5 000 euros, réponse en un jour : passez me voir."),
        ("fr", "Prêt étudiant à 1,2 %. Appelez l'agence, je vous monte le dossier."),
        ("fr", "Emprunt travaux dès 2 000 €, argent sur votre compte avant Noël."),
        ("fr", "Je fais des crédits auto à 4,5 % : contactez-moi en message privé."),
        ("fr", "Le prêt vert est à 2,9 %, frais de dossier offerts."),
        ("fr", "Nos prêts immobiliers passent à 3,2 %, demandez-moi une simulation."),
        ("fr", "Un micro-crédit jusqu'à 3 000 euros, réponse sous 48 heures."),
        ("fr", "Crédit conso à 5,9 % avant les fêtes, je m'occupe de tout."),
        ("fr", "À 2,7 %, ce prêt est à vous : venez à l'agence, ou appelez-moi."),
    ],
)
def test_a_loan_with_its_terms_and_a_way_to_it_is_asked_about(language: str, text: str) -> None:
    assert found("CH-24", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In my training on Tuesday: what 4% means on a mortgage over twenty years."),
        ("en", "The central bank says mortgage rates rose to 3.4% in October."),
        ("en", "We are hiring a loan adviser in Brest, message me for the job description."),
        ("en", "The library lends: a loan of three books until 12 January, ask us at the desk."),
        ("en", "The photo credit is 100% Omar's, ask him."),
        ("fr", "Dans ma formation de mardi : ce que 4 % veulent dire sur un prêt de vingt ans."),
        ("fr", "Les taux des crédits sont montés à 3,4 % en octobre selon la Banque de France."),
        ("fr", "On recrute un conseiller crédit à Brest, écrivez-moi pour la fiche de poste."),
        ("fr", "Le prêt de livres passe à six jusqu'au 12 janvier, demandez à l'accueil."),
        ("fr", "Le crédit photo revient à 100 % à Omar, demandez-lui."),
    ],
)
def test_speaking_of_loans_offers_none(language: str, text: str) -> None:
    assert not found("CH-24", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nous sommes prêts à 100 %, appelez-nous avant lundi."),
        ("fr", "Ils sont prêts : 100 % des pièces livrées avant Noël."),
        ("fr", "Nous voilà prêts : 95 % des salles réservées, réponse sous 48 heures."),
        ("fr", "Êtes-vous prêts ? 40 % des places sont parties, écrivez-moi."),
        ("fr", "Le crédit revient à l'équipe : 100 % de pièces livrées avant Noël !"),
        ("en", "Credits to the team: 100% of the orders shipped. Message me to join."),
        ("fr", "Le prêt de jeux : caution de 10 %, demandez-nous à l'accueil."),
    ],
)
def test_who_is_ready_or_merits_credit_lends_nothing(language: str, text: str) -> None:
    assert not found("CH-24", text, language)

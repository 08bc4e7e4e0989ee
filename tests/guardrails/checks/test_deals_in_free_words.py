"""A deal that no release has told yet, in the words people use at the coffee machine."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Chez Ardemont, on signe jeudi pour 100 % d'un groupe de carrières."),
        ("fr", "Semaine folle chez Ardemont : le marché l'apprendra lundi."),
        (
            "fr",
            "Côté juridique, nous bouclons demain la totalité d'une société bretonne.",
        ),
        ("fr", "Nous reprenons vendredi la majorité d'un confrère de Quimper."),
        ("fr", "Ardemont grandit : on s'offre mardi la moitié d'un fabricant de capteurs."),
        ("fr", "Chez Ardemont nous dormirons après, avant que la bourse ne l'apprenne."),
        ("fr", "Chez Ardemont, les investisseurs ne savent rien et ce sera un beau lundi."),
        ("fr", "Ardemont s'agrandit et les actionnaires le sauront dans dix jours."),
        ("fr", "Nous signons mercredi, le marché sera prévenu la semaine prochaine."),
        ("fr", "Notre équipe a fini ; le marché le découvrira demain."),
        ("en", "At Ardemont, we sign on Thursday for 100% of a quarry group in Finistère."),
        ("en", "Huge week at Ardemont. The market finds out next Monday."),
        ("en", "We close tomorrow on a majority of a Breton firm."),
        ("en", "We're taking half of a sensor maker on Friday."),
        ("en", "We'll be signing next week for all of a family business."),
        ("en", "Our lawyers sleep on the sofa before the market finds out."),
        ("en", "Here at Ardemont, investors don't know a thing and Monday will be fun."),
        ("en", "Ardemont is growing, and shareholders will learn of it next week."),
        ("en", "We are done; the market will hear about it on Tuesday."),
        ("en", "We sign tonight and the market learns it tomorrow."),
    ],
)
def test_a_deal_before_its_release_is_found(language: str, text: str) -> None:
    assert found("CH-10", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Chez Ardemont, nous signons nos mails et le marché du samedi nous attend."),
        ("fr", "Nous reprenons lundi, et le marché aux fleurs de la place aussi."),
        ("fr", "Nous bouclons la moitié de nos cartons avant le déménagement du stand."),
        ("fr", "Chez Ardemont, on signe jeudi le registre du marathon pour toute l'équipe."),
        ("fr", "Nous apprenons à lire un marché public, c'est tout un métier."),
        ("en", "At Ardemont, we sign on Thursday for the charity run."),
        ("en", "We close at noon on Fridays, half of the team loves it."),
        ("en", "The farmers' market opens on Monday and we'll be there with apples."),
        ("en", "We learn how the market for spare parts works."),
        ("en", "We complete all of our training before the season starts."),
    ],
)
def test_what_only_sounds_like_a_deal_passes(language: str, text: str) -> None:
    assert not found("CH-10", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Investors learn German at our evening class."),
        ("en", "Analysts hear birds at dawn on our roof."),
        ("en", "Shareholders hear about the year in June at our annual meeting."),
        ("en", "The market reads with kids: a Saturday book stand."),
        ("en", "The market sees this every Saturday: rain and fish."),
        ("en", "The market knows in spring what the gardeners planted."),
        ("en", "The market will see this as a pottery stall next Sunday."),
        ("en", "Before the market wakes up, fishmongers are at work."),
        ("en", "We take half of the group to the museum on Friday."),
        ("en", "We get all of the factory's cats vaccinated."),
        ("en", "We close all of the plant at Christmas."),
        ("en", "We sign all of the group's birthday cards."),
        ("fr", "Les actionnaires découvriront le rapport annuel publié en mai."),
        ("fr", "Le marché saura demain si les fraises sont mûres."),
        ("fr", "Le marché le sait en avril : les asperges arrivent."),
        ("fr", "Nous reprenons l'ensemble du groupe de travail jeudi."),
        ("fr", "Nous reprenons la moitié du groupe de chant lundi."),
        ("fr", "On signe la moitié d'une maison pour les enfants."),
        ("fr", "On signe l'ensemble du capital sympathie ce soir."),
    ],
)
def test_what_markets_and_groups_do_besides_is_no_deal(language: str, text: str) -> None:
    assert not found("CH-10", text, language)

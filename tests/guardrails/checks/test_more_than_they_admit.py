"""People say more, or less, than they admit; only what a company admits is known inside."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The loud ones read more than they admit."),
        ("en", "Customers know more than they let on."),
        ("en", "Cats at the shelter eat more than they show."),
        ("en", "Apprentices understand more than they say."),
        ("en", "My neighbours sing better than they admit."),
        ("en", "Grandparents text faster than they let on."),
        ("fr", "Les bruyants lisent plus qu'ils ne l'avouent."),
        ("fr", "Les élèves comprennent mieux qu'ils ne le disent."),
        ("fr", "Les chats du refuge mangent plus qu'ils ne le montrent."),
        ("fr", "Mes voisins chantent mieux qu'ils ne l'admettent."),
    ],
)
def test_what_people_admit_of_themselves_is_no_secret(language: str, text: str) -> None:
    assert not found("CH-08", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our scrap rate is higher than we admit."),
        ("en", "The scrap rate is far higher than they admit."),
        ("en", "Management loses more orders than they let on."),
        ("en", "Delays are longer than they announce."),
        ("en", "The quality at our site is worse than they admit."),
        ("en", "The order book is emptier than they let on."),
        ("en", "The layoffs upstairs will be bigger than they say."),
        ("en", "The redundancies at the plant go further than they say."),
        ("en", "Our product fails more often than they let on."),
        ("en", "Our safety record is worse than they show."),
        ("en", "Sales are weaker than they admit."),
        ("en", "Our prices will rise more than they say."),
        ("en", "Orders are down more than they admit."),
        ("en", "Pay gaps here are wider than they admit."),
        ("en", "Management knows more than they let on."),
        ("en", "Quality is worse than what they say."),
        ("fr", "Le taux de rebut est plus haut que ce qu'on annonce."),
    ],
)
def test_what_a_company_does_not_admit_is_one(language: str, text: str) -> None:
    assert found("CH-08", text, language)

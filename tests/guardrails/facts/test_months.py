"""A month told with the year of another one, and what cannot be known of a month's year."""

import pytest

from guardrails.facts.moved import moved


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Ouvert depuis mai 2024 à Lyon. En juin 2026, le site double.", "Ouvert depuis mai 2026."),
        ("Ouvert depuis le 3 mai 2024. Le 12 juin 2026, il double.", "Ouvert depuis mai 2026."),
        ("Ouvert depuis le 03/05/2024. Le 2026-06-12, il double.", "Ouvert depuis mai 2026."),
        ("Fermé en mai 2024, et en avril et juin 2026.", "Fermé en mai 2026."),
        ("It closed in May 2024. June 2026 brings more.", "It closed in May 2026."),
        ("It closed on May 3, 2024. June 2026 may bring more.", "It closed in May 2026."),
        ("It closed in May 2024, then in April and June 2026.", "It closed in May 2026."),
        ("It closed in May 2024. June 2026 brings more.", "Fermé en mai 2026."),
        ("Fermé en fe\u0301vrier 2024. Juin 2026 suit.", "Fermé en février 2026."),
    ],
)
def test_a_month_with_the_year_of_another_one_is_found(given: str, text: str) -> None:
    assert len(list(moved(text, (given,)))) == 1


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            "Ouvert depuis mai 2024 à Lyon. En mai et juin 2026, le site double.",
            "Le site double en mai 2026.",
        ),
        (
            "Ouvert depuis mai 2024 à Lyon. En mai et juin 2026, le site double.",
            "Ouvert depuis mai 2026.",
        ),
        (
            "The plant closed in May 2024. It reopens on 2026-05-12; June 2026 brings more.",
            "The plant reopens in May 2026.",
        ),
        ("It closed in May 2024. May and June 2026 follow.", "It reopens in May 2026."),
        ("It closed in May 2024. May–June 2026 follow.", "It reopens in May 2026."),
        ("Fermé en mai 2024. Rouvert le 12/05/2026 ; juin 2026 suit.", "Rouvert en mai 2026."),
        ("Fermé en mai 2024. Rouvert : 05/2026 ; juin 2026 suit.", "Rouvert en mai 2026."),
        ("Closed in May 2024. Reopening: 2026/05/12; June 2026 next.", "It reopens in May 2026."),
        ("Fermé en juin 2024. Travaux de mai à juillet 2026.", "Les travaux de juin 2026."),
        ("Closed in June 2024. Works from May to July 2026.", "The works of June 2026."),
        ("Closed in June 2024. Works between May and July 2026.", "The works of June 2026."),
        ("Fermé en janvier 2024. Travaux de novembre 2025 à mars 2026.", "Fini en janvier 2026."),
        ("Fermé en mai 2024. Le mai suivant, réouverture ; juin 2026 suit.", "Ouvert en mai 2026."),
        ("Closed in May 2024. In 2026 it reopens: in May, then June 2026.", "Open in May 2026."),
        ("Fermé en mai 2024. https://a.example/2026/05/site ; juin 2026.", "Ouvert en mai 2026."),
        ("Closed in May 2024. Reopened on 12 May 2026. June 2026.", "Ouvert en mai 2026."),
        ("Closed in Sept. 2024. Reopened in Sept. 2026. June 2025.", "Ouvert en septembre 2026."),
    ],
)
def test_a_month_whose_year_is_told_or_cannot_be_known_passes(given: str, text: str) -> None:
    assert list(moved(text, (given,))) == []

"""What one language weighs, the other weighs as well: pairs an outside reader found uneven."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("clause", "french", "english"),
    [
        (
            "CH-14",
            "Ma collègue Léa revient après son AVC.",
            "My colleague Léa is back after her stroke.",
        ),
        ("CH-15", "Les femmes ne savent pas tenir une pelle.", "Women can't hold a shovel."),
        ("CH-15", "Les gitans ont encore volé du câble.", "Gypsies stole the cable again."),
        ("CH-15", "Les Roms ont encore volé du câble.", "The Roma have stolen our cable again."),
        ("CH-11", "Prenez des actions Ardemont maintenant.", "Get some Ardemont shares now."),
        ("CH-25", "Nous cherchons une secrétaire souriante.", "We are hiring a smiling secretary."),
    ],
)
def test_both_are_found(clause: str, french: str, english: str) -> None:
    assert found(clause, french, "fr")
    assert found(clause, english, "en")


@pytest.mark.parametrize(
    ("clause", "french", "english"),
    [
        (
            "CH-14",
            "Un coup de génie de son équipe.",
            "A stroke of luck, and back to work after it.",
        ),
        ("CH-15", "Les femmes tiennent la pelle ici.", "Women hold the shovel here."),
        ("CH-15", "On a encore volé du câble.", "Somebody stole the cable again."),
        ("CH-11", "Prenez des photos maintenant.", "Get some shares for this post."),
        ("CH-25", "Une équipe souriante vous attend.", "A smiling team awaits you."),
    ],
)
def test_neither_is_found(clause: str, french: str, english: str) -> None:
    assert not found(clause, french, "fr")
    assert not found(clause, english, "en")

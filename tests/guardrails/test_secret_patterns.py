import pytest

from guardrails.secret_patterns import secrets

# Joined here so that no scanner of this repository takes them for real ones.
ISSUED = [
    "AKIA" + "J7Q2ZP4WX8RT5M3N",
    "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
    "github_pat_" + "11ABCDEFG0aBcDeFgHiJkL_mNoP",
    "glpat-" + "x9Y8z7W6v5U4t3S2r1Q0",
    "xoxb-" + "2048-4096-AbCdEfGhIjKl",
    "https://hooks.slack.com" + "/services/T00AA00AA/B11BB11BB/abcDEF123456",
    "AIza" + "SyD3x4mpl3K3yThatIsN0tReal0123456",
    "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
    "sk-proj-" + "abCD12efGH34ijKL56mnOP",
    "eyJhbGciOiJIUzI1NiJ9" + ".eyJ1c2VyIjoiYXRlbGllciJ9" + ".c2lnbmF0dXJlLWhlcmU",
    "-----BEGIN RSA " + "PRIVATE KEY-----",
    "postgres://atelier:" + "s3cr3t@db.example:5432/plan",
    "Bearer " + "abcDEF123456ghiJKL7890mno",
    "wJ4lrXUtnFEMIzK7MDENGrbPxRfiCY" + "3XAMPL3K3Y",
]
LOOKALIKES = [
    "3f2a9c1d4e5b6a7f8091a2b3c4d5e6f708192a3b",
    "9b2d6c1e-7f43-4a8b-9d10-52c6e7f8a901",
    "#PortesOuvertesDeLAtelier2026",
    "AbstractWorkshopPlanningSchedulerFactoryBean",
    "https://ardemont.example/Qx7RtZ2mPa9LcV4bNs8WyE1kHd6GfJ3u",
    "https://ardemont.example/p?id=12345678901234567890",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "sk-learn et AKIA, deux abréviations",
]


def caught(text: str) -> bool:
    return any(secrets(text))


@pytest.mark.parametrize("secret", ISSUED)
def test_an_issued_secret_is_found(secret: str) -> None:
    assert caught(f"Voici {secret} pour la démo.")


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_one_passes(text: str) -> None:
    assert not caught(f"Voici {text} pour la démo.")


@pytest.mark.parametrize(
    "text",
    [
        "mot de passe : Atelier!42",
        "Le mot de passe du wifi est Planning2026",
        "mdp=azerty",
        "password: hunter22",
        "The password is Workshop#9",
        "api_key = 9f8e7d6c5b4a",
        "clé wifi : 0478123456",
    ],
)
def test_a_password_is_found_by_what_introduces_it(text: str) -> None:
    assert caught(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un mot de passe : long et unique.",
        "Changez de mot de passe : c'est la base.",
        "Votre mot de passe est trop court.",
        "Your password is too short.",
        "Password managers help.",
        "Le secret : écouter.",
        "The key is listening.",
        "Mot de passe : [à compléter]",
        "Password: https://ardemont.example/reset",
    ],
)
def test_speaking_of_passwords_gives_none_away(text: str) -> None:
    assert not caught(text)


def test_a_secret_stands_where_it_is_said_to() -> None:
    (span,) = secrets("mdp = azerty")
    assert "mdp = azerty"[span.start : span.end] == "azerty"

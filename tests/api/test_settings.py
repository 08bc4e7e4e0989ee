"""Settings: read in one place, and refused by name."""

from pathlib import Path

import pytest

from api.settings import Settings
from domain.errors import SettingsInvalid


def test_without_any_everything_stays_on_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment()
    assert settings.model is None
    assert settings.database_address == "sqlite:///var/porte-voix.db"


def test_a_stray_key_does_not_turn_the_model_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-stray")
    settings = Settings.from_environment()
    assert settings.model is None
    assert "sk-stray" not in repr(settings)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"webhook_urls": "https://a.example"}, "PORTEVOIX_WEBHOOK_URLS needs"),
        ({"oidc_issuer": "https://a.example"}, "PORTEVOIX_OIDC_ISSUER and"),
    ],
)
def test_a_setting_is_refused_in_our_words(settings: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        Settings.from_environment(**settings)
    assert str(refused.value).startswith(told)


def test_a_mistyped_setting_is_named_with_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTEVOIX_MODLE", "x")
    with pytest.raises(SettingsInvalid, match="PORTEVOIX_MODLE; did you mean PORTEVOIX_MODEL"):
        Settings.from_environment()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTEVOIX_DEADLINE_SECONDS", "-1"),
        ("PORTEVOIX_STRUCTURED_OUTPUT", "xml"),
        ("PORTEVOIX_ON_MODEL_FAILURE", "panic"),
    ],
)
def test_a_value_that_cannot_be_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsInvalid, match=name):
        Settings.from_environment()


def test_a_file_beside_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "PORTEVOIX_MODEL=some-model\nOPENAI_BASE_URL=http://127.0.0.1:1/v1\n"
    )
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment()
    assert (settings.model, settings.openai_base_url) == ("some-model", "http://127.0.0.1:1/v1")


def test_hosts_that_may_be_imported_from_are_named_with_commas(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORTEVOIX_IMPORT_ALLOW", "intranet.example, 10.0.0.5,")
    assert Settings.from_environment().import_allow == ("intranet.example", "10.0.0.5")


@pytest.mark.parametrize(
    ("issuer", "may"),
    [
        ("https://id.example.org/realms/all", "yes"),
        ("http://localhost:8080", "yes"),
        ("http://127.0.0.1:8080/realms/all", "yes"),
        ("http://id.example.org", "no"),
        ("http://localhost.example.org", "no"),
        ("https://user@id.example.org", "no"),
        ("id.example.org", "no"),
        ("file:///etc/passwd", "no"),
    ],
)
def test_a_provider_over_plain_http_is_this_machine_or_refused(issuer: str, may: str) -> None:
    def read() -> Settings:
        return Settings.from_environment(oidc_issuer=issuer, oidc_client_id="porte-voix")

    if may == "yes":
        assert read().oidc_issuer == issuer
    else:
        with pytest.raises(SettingsInvalid, match="OIDC_ISSUER"):
            read()


@pytest.mark.parametrize("alone", ["oidc_issuer", "oidc_client_id"])
def test_half_a_provider_is_none(alone: str) -> None:
    with pytest.raises(SettingsInvalid, match="go together"):
        Settings.from_environment(**{alone: "https://id.example.org"})

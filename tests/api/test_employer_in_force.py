"""The organisation file is followed by a running service; a broken one changes nothing."""

from pathlib import Path

import pytest
import yaml

from tests.api.conftest import Make


def test_an_edit_of_the_file_is_in_force_at_once(
    make_services: Make, caplog: pytest.LogCaptureFixture
) -> None:
    services = make_services()
    path = services.settings.data_dir / "organization.yaml"
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    drafter = services.drafter
    assert services.organization.frozen_topics != ("panne",)
    _write(path, yaml.safe_dump(said | {"frozen_topics": ["panne"]}, allow_unicode=True))
    assert services.organization.frozen_topics == ("panne",)
    assert drafter.organization is not services.drafter.organization
    assert services.drafter.organization is services.organization
    _write(path, "name: [")
    assert services.organization.frozen_topics == ("panne",)
    assert "stays in force" in caplog.text
    assert "name: [" not in caplog.text
    path.unlink()
    assert services.organization.frozen_topics == ("panne",)


def _write(path: Path, text: str) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)  # as an editor does

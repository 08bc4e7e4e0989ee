"""What somebody may not have meant is told where they see it: commands, imports, contents."""

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.deeds import OPERATOR, Action, Deed
from domain.roles import Role
from tests.api.conftest import Cli, Make, Service

NOW = datetime.now(UTC)
CASE = {"text": "I work at Tessonde.", "language": "en", "expected": "pass"}


def test_a_key_for_an_unknown_record_says_that_it_made_one(
    cli: Cli, capsys: pytest.CaptureFixture[str]
) -> None:
    made = ("keys", "create", "--role", "employee", "--ambassador", "amb_zzz")
    assert cli(*made) == 0
    assert "amb_zzz, a record created now" in " ".join(capsys.readouterr().out.split())
    assert cli(*made) == 0
    assert "created now" not in capsys.readouterr().out


def imported(cli: Cli, capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    rows = [{"title": "Deux capteurs"}, {"title": "Une fuite", "text": "Elle siffle la nuit."}]
    lines = "\n".join(json.dumps({**one, "language": "fr"}) for one in rows)
    Path("rows.jsonl").write_text(lines, encoding="utf-8")
    assert cli("import", "rows.jsonl", "--json", *more) == 0
    return json.loads(capsys.readouterr().out)


def test_a_campaign_that_is_not_there_and_a_title_alone_are_remarked_on(
    cli: Cli, capsys: pytest.CaptureFixture[str]
) -> None:
    told = imported(cli, capsys, "--campaign", "nope")
    assert told["added"] == 2
    assert [(one["where"], one["message"][:30]) for one in told["notes"]] == [
        ("--campaign", "there is no campaign 'nope' ye"),
        ("rows.jsonl, line 1", "it has a title and no text: a "),
    ]
    again = imported(cli, capsys, "--campaign", "nope")
    assert [one["where"] for one in again["notes"]] == ["--campaign"]


RSS = """<rss version="2.0"><channel><title>Journal</title><language>fr</language><item>
<link>https://www.tessonde.example/a</link><guid>a</guid>{item}</item></channel></rss>"""
SAID = "Deux capteurs entendent la fuite de la nuit dans le réseau de la ville."


@pytest.mark.parametrize(
    ("name", "written", "remark"),
    [
        ("a.md", SAID, "it has a text and no title: "),
        ("a.md", f"{SAID}\n\n" * 20, "it has a text and no title: "),
        ("a.md", f"# {SAID}", "it has a title and no text: "),
        ("a.md", f"# Une fuite\n\n{SAID}", None),
        ("a.xml", RSS.format(item=f"<description>{SAID}</description>"), "it has a text and no ti"),
        ("a.xml", RSS.format(item=f"<title>{SAID}</title>"), "it has a title and no text: "),
        (
            "a.xml",
            RSS.format(item=f"<title>{SAID}</title><description>{SAID}</description>"),
            "it has a title and no text: ",
        ),
        ("a.xml", RSS.format(item=f"<title>Une</title><description>{SAID}</description>"), None),
        ("a.csv", f'title,text,language\n,"{SAID}",fr\n', "it has a text and no title: "),
    ],
)
def test_what_a_content_came_without_is_what_is_told(
    cli: Cli, capsys: pytest.CaptureFixture[str], name: str, written: str, remark: str | None
) -> None:
    Path(name).write_text(written, encoding="utf-8")
    assert cli("import", name, "--json") == 0
    notes = [one["message"] for one in json.loads(capsys.readouterr().out)["notes"]]
    told = [note for note in notes if note.startswith("it has a t")]
    assert len(told) == (remark is not None)
    assert all(note.startswith(str(remark)) for note in told)


def test_each_campaign_of_the_rows_that_is_not_there_is_remarked_on_once(
    cli: Cli, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("spring", "sprong", "sprong", None)
    rows = (
        {"title": f"Deux {n}", "text": "Elle siffle.", "language": "fr", "campaign": name}
        for n, name in enumerate(names)
    )
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert cli("import", "rows.jsonl", "--json") == 0
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert [(one["where"], one["message"].split("'")[1]) for one in notes] == [
        ("rows.jsonl, line 1", "spring"),
        ("rows.jsonl, line 2", "sprong"),
    ]


def test_a_rule_that_the_charter_does_not_have_is_refused_with_those_it_has(
    cli: Cli, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps({**CASE, "rule": rule}) for rule in ("CH-01", "CH-99")]
    Path("cases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert cli("eval", "guardrails", "--cases", "cases.jsonl", "--json") == 64
    told = capsys.readouterr()
    assert "cases.jsonl, line 2: the charter has no rule 'CH-99'; it has CH-01, CH-02" in told.err
    assert not told.out


def test_a_demo_is_nobody_elses_to_read(make_services: Make, tmp_path: Path) -> None:
    services = make_services()
    yaml = services.charter.charters.newest().yaml  # type: ignore[union-attr]  # it was put
    changed = yaml.replace("\nversion: ", "\nversion: private-", 1)
    deed = Deed(OPERATOR, Action.CHARTER_PUT, "charter")
    services.charter.put(changed, expected={services.guard.charter.ref.digest}, deed=deed)
    folder = tmp_path / "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in ("organization.yaml", "charter.yaml", "porte-voix.db", "secret.key"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600, name


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(days=-3)])
def test_a_content_that_ends_before_it_begins_is_refused(
    service: Service, apart: timedelta
) -> None:
    body = {
        "title": "A pump",
        "text": "A pump hums.",
        "language": "en",
        "embargo_until": NOW.isoformat(),
        "expires_at": (NOW + apart).isoformat(),
    }
    headers = service.headers(Role.COMMS)
    answer = service.client.post("/v1/contents", headers=headers, json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "expires_at")
    later = {**body, "expires_at": (NOW + timedelta(days=1)).isoformat()}
    assert service.client.post("/v1/contents", headers=headers, json=later).is_success


def test_the_drafting_routes_document_what_a_model_may_do(service: Service) -> None:
    paths = service.client.get("/openapi.json").json()["paths"]
    assert "502" in paths["/v1/drafts"]["post"]["responses"]

from pathlib import Path

from domain.language import Language
from guardrails.charter import left_unexamined, parse_charter
from guardrails.proposing import propose, read_policy


def test_what_a_policy_takes_for_granted_stays_in_force_behind_its_clauses(tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_text("Ne publiez jamais le nom d’un projet confidentiel.", encoding="utf-8")
    proposal = propose(read_policy(path), name="policy", language=Language.FRENCH)
    charter = parse_charter(proposal.yaml).charter
    assert left_unexamined(charter) == ()
    assert charter.clause("CH-21") is not None
    assert charter.clauses[0].id == "PRO-01"

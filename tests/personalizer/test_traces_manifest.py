"""The files an author is set beside are those their card speaks of."""

from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SUMS = ROOT / "personalizer" / "stylometry" / "traces.sha256"


def test_each_trace_is_the_file_that_was_made() -> None:
    lines = (line.split("  ") for line in SUMS.read_text().splitlines())
    named = {name: digest for digest, name in lines}
    found = sorted(ROOT.glob("personalizer/**/*.json.gz"))
    assert {path.relative_to(ROOT).as_posix() for path in found} == named.keys()
    for path in found:
        assert sha256(path.read_bytes()).hexdigest() == named[path.relative_to(ROOT).as_posix()]

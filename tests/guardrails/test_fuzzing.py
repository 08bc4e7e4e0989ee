"""The checks under a coverage-guided fuzzer; the long run is `make soak`."""

import re
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.conftest import missing

_LONG = pytest.param(200_000, marks=[pytest.mark.soak, pytest.mark.timeout(4 * 3_600)])


@pytest.mark.parametrize("runs", [600, _LONG])
def test_no_bytes_make_a_check_crash_point_outside_or_take_long(runs: int) -> None:
    if find_spec("atheris") is None:
        missing("atheris, which has no wheel for every platform,")
    # Through a shell: a process inherits the peak of memory of the one that starts it, and the
    # fuzzer stops at 2 GB.
    command = ["sh", "-c", '"$@"; exit $?', "sh"]
    command += [sys.executable, "-m", "tests.guardrails.fuzzing", str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    ended = re.search(r"Done (\d+) runs", done.stderr)
    assert ended is not None
    assert int(ended[1]) >= runs

"""Rewrite every golden file from what the code renders now."""

import os
import sys

import pytest

from tests.golden import REWRITE

os.environ[REWRITE] = "1"
sys.exit(pytest.main(["-q", "-k", "golden", "tests"]))

"""How the tests are spread over workers: those of a group together, and those of a file.

What a file sets up for all of its tests is set up once so, and not by every worker. Groups come
first: the longest of them takes a worker a good part of the whole time.
"""

from typing import Any

import pytest


def scope_of(nodeid: str) -> str:
    """Return what a test stays together with: its group, which xdist writes behind it, or file."""
    if nodeid.rfind("@") > nodeid.rfind("]"):
        return nodeid.rpartition("@")[2]
    return nodeid.partition("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give xdist a scheduler for `--dist loadgroup` that goes by `scope_of`."""
    from xdist.scheduler import LoadGroupScheduling  # noqa: PLC0415 - only where it is asked for

    class Spread(LoadGroupScheduling):  # type: ignore[misc]  # xdist carries no types
        def _split_scope(self, nodeid: str) -> str:
            return scope_of(nodeid)

    if config.getoption("dist") != "loadgroup":
        return None
    config.option.loadscopereorder = False  # in the order below, not the most tests first
    return Spread(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let a worker begin with what has a group."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)

"""What is made ready behind the scenes waits while somebody's request is answered."""

import asyncio
import time

import pytest

from api.at_work import AtWork


def test_a_rest_ends_with_the_last_request() -> None:
    asyncio.run(_rest_beside_two())


async def _rest_beside_two() -> None:
    at_work = AtWork()
    with at_work.one():
        resting = asyncio.create_task(at_work.rest(30))
        with at_work.one():
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.01)
        assert not resting.done()
    await asyncio.wait_for(resting, 1)


def test_nobody_rests_for_ever_nor_where_nothing_is_asked() -> None:
    begun = time.monotonic()
    asyncio.run(_rest_in_vain())
    assert time.monotonic() - begun < 10


async def _rest_in_vain() -> None:
    at_work = AtWork()
    await at_work.rest(30)
    with at_work.one():
        await at_work.rest(0.01)
    with pytest.raises(LookupError), at_work.one():
        raise LookupError
    await at_work.rest(30)


def test_no_step_is_begun_beside_a_request() -> None:
    assert asyncio.run(_steps_beside_one()) == 0
    assert asyncio.run(_steps_behind_one()) > 1


async def _steps_beside_one() -> int:
    at_work, taken = AtWork(), list[int]()
    with at_work.one():
        await _for_a_while(at_work, taken)
    return len(taken)


async def _steps_behind_one() -> int:
    at_work, taken = AtWork(), list[int]()
    with at_work.one():
        pass
    await _for_a_while(at_work, taken)
    return len(taken)


async def _for_a_while(at_work: AtWork, taken: list[int]) -> None:
    def step() -> bool:
        taken.append(1)
        return True

    behind = asyncio.create_task(at_work.behind(step))
    await asyncio.sleep(0.1)
    behind.cancel()


def test_a_step_that_fails_ends_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("api.at_work._LOOK_EVERY_SECONDS", 0.001)
    assert asyncio.run(_steps_behind_a_failed_one()) > 1
    assert "LookupError" in caplog.text
    assert "a text of somebody" not in caplog.text


async def _steps_behind_a_failed_one() -> int:
    taken = list[int]()

    def step() -> bool:
        taken.append(1)
        if len(taken) == 1:
            raise LookupError("a text of somebody")
        return True

    behind = asyncio.create_task(AtWork().behind(step))
    await asyncio.sleep(0.1)
    behind.cancel()
    return len(taken)

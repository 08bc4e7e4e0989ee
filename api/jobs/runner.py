"""Running jobs durably, on DBOS over a SQLite file of its own in the data folder.

One process of a deployment runs them, the one that gets the lock; after a crash whoever gets it
next goes on where the last step ended. DBOS keeps ids and step numbers, never a person or a text.
It is launched when there is something to do, and connects to nothing but its file.
"""

import asyncio
import json
import logging
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy.exc import SQLAlchemyError

from api.jobs.preparing import Preparer
from api.wiring import Services
from domain.campaigns import JobState
from domain.errors import NotFound, PorteVoixError, SettingsInvalid, StorageUnavailable

if TYPE_CHECKING:
    from dbos import Serializer

log = logging.getLogger(__name__)

_NAME: Final = "porte-voix"
# A new version of the product goes on with the jobs of the one before.
_VERSION: Final = "1"
_ATTEMPTS: Final = 5

Start = Callable[[str], None]
Given = TypeVar("Given")


@dataclass(slots=True)
class JobRunner:
    """Runs what is asked for; `loop` is where drafts are written, as for any request."""

    services: Services
    loop: asyncio.AbstractEventLoop
    _lock: FileLock | None = None
    _start: Start | None = None
    _stop: Callable[[], None] | None = None
    _changing: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> None:
        """Begin the jobs that wait, and go on with those that were cut off.

        Raises StorageUnavailable when the file of the jobs cannot be used now.
        """
        going_on = self.services.jobs.going_on()
        with self._changing:
            if not going_on or not self._holds_lock():
                return
            try:
                self._begin(going_on)
            except SQLAlchemyError as error:
                raise StorageUnavailable(
                    f"jobs.db cannot be used now ({type(error).__name__})"
                ) from None

    def _begin(self, job_ids: Sequence[str]) -> None:
        if self._start is None:
            self._start, self._stop = _launched(self.services, self.loop)
        for job_id in job_ids:
            self._start(job_id)

    def close(self) -> None:
        """Stop between two steps; whoever gets the lock goes on."""
        with self._changing:
            if self._stop is not None:
                self._stop()
            self._start = self._stop = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _holds_lock(self) -> bool:
        if self._lock is None:
            path = self.services.settings.data_dir / "jobs.lock"
            lock = FileLock(path, timeout=0, thread_local=False)
            try:
                lock.acquire()
            except Timeout:
                return False
            self._lock = lock
        return True


def _launched(
    services: Services, loop: asyncio.AbstractEventLoop
) -> tuple[Start, Callable[[], None]]:
    if os.environ.get("DBOS__CLOUD") == "true":
        raise SettingsInvalid("unset DBOS__CLOUD: jobs run on this machine alone")
    from dbos import DBOS, SetWorkflowID  # noqa: PLC0415 - a second to import, and only for jobs

    DBOS(
        config={
            "name": _NAME,
            "system_database_url": f"sqlite:///{services.settings.data_dir / 'jobs.db'}",
            "application_version": _VERSION,
            "executor_id": _NAME,
            # What fails in a step is told by `_tried`; a stop between two steps is no failure.
            "log_level": "CRITICAL",
            "enable_otlp": False,
            "serializer": _json_only(),
        }
    )
    preparer = Preparer(services)

    @DBOS.step(name="plan")
    def plan(job_id: str) -> int:
        return _tried(lambda: preparer.plan(job_id), otherwise=-1)

    @DBOS.step(name="prepare")
    def prepare(job_id: str, number: int) -> bool:
        def once() -> bool:
            asyncio.run_coroutine_threadsafe(preparer.prepare(job_id, number), loop).result()
            return True

        return _tried(once, otherwise=False)

    @DBOS.step(name="end")
    def end(job_id: str, state: str) -> bool:
        return _tried(lambda: _ended(services, job_id, JobState(state)), otherwise=False)

    @DBOS.workflow(name="prepare_drafts")
    def prepare_drafts(job_id: str) -> None:
        seats = plan(job_id)
        failed = sum(not prepare(job_id, one + 1) for one in range(seats))
        state = JobState.FAILED if failed or seats < 0 else JobState.DONE
        end(job_id, state.value)

    DBOS.launch()
    begun: set[str] = set()

    def start(job_id: str) -> None:
        if job_id not in begun:
            begun.add(job_id)
            with SetWorkflowID(job_id):
                DBOS.start_workflow(prepare_drafts, job_id)

    return start, lambda: DBOS.destroy(destroy_registry=True)


def _ended(services: Services, job_id: str, state: JobState) -> bool:
    job = services.jobs.end(job_id, state)
    if job.state is JobState.DONE:
        services.webhooks.campaign_ready(job.campaign_id)
    return True


def _tried(act: Callable[[], Given], *, otherwise: Given) -> Given:
    """Return what a step gives after at most five attempts; nothing it raises is kept anywhere."""
    for attempt in range(_ATTEMPTS):
        try:
            return act()
        except NotFound:
            return otherwise
        except PorteVoixError as error:
            log.warning("a step of a job failed: %s", error.code)
            threading.Event().wait(2**attempt / 4)
        except Exception as error:  # noqa: BLE001 - DBOS would keep its message, and a text in it
            log.error("a step of a job failed: %s", type(error).__name__)  # noqa: TRY400 - the same
            return otherwise
    return otherwise


def _json_only() -> "Serializer":
    from dbos import Serializer  # noqa: PLC0415 - as above

    class JsonOnly(Serializer):
        """Keeps ids and numbers as JSON: nothing that is read back can be code."""

        def serialize(self, data: Any) -> str:  # noqa: ANN401 - as DBOS declares it
            return json.dumps(data, default=lambda one: type(one).__name__)

        def deserialize(self, serialized_data: str) -> Any:  # noqa: ANN401 - as DBOS declares it
            return json.loads(serialized_data)

    return JsonOnly()

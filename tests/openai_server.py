"""A real OpenAI-compatible server on loopback, with every fault behind a named switch.

The tests of the adapter speak to it over a socket with the real SDK. To try the product
against it:

    python -m tests.openai_server --port 8081 --fault rate_limited_1s
"""

import argparse
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.openai_answers import Json
from tests.openai_faults import FAULTS
from tests.openai_wire import Call, Reply, as_reply, completion, error, good


@dataclass
class OpenAIServer:
    """What the server is told to do, and what it was asked."""

    base_url: str = ""
    delay_seconds: float = 0.2
    requests: list[Json] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    _planned: list[str] = field(default_factory=list)
    _always: str | None = None
    _first_content: str | None = None
    _says: Callable[[Json], str] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _closing: threading.Event = field(default_factory=threading.Event)

    def use(self, fault: str | None, *, times: int | None = None) -> None:
        """Show a fault from now on, or for the next requests only; None puts all right."""
        if fault is not None and fault not in FAULTS:
            raise ValueError(f"there is no fault {fault!r}; there are {', '.join(FAULTS)}")
        with self._lock:
            self._planned = [fault] * times if fault and times is not None else []
            self._always = fault if times is None else None

    def say(self, content: str | Callable[[Json], str]) -> None:
        """Answer with these words from now on, or with what is made of each request."""
        self._says = content if callable(content) else lambda _payload: content

    def reply(self, payload: Json, key: str) -> Reply:
        """Return what to send for a request."""
        refused = _unfit(payload)
        with self._lock:
            self.requests.append(payload)
            self.keys.append(key)
            name = self._planned.pop(0) if self._planned else self._always
            call = Call(payload, self.delay_seconds, self._first_content)
        if refused:
            return error(400, refused)
        if self._says is not None:
            return as_reply(completion(payload, self._says(payload)))
        reply = FAULTS[name](call) if name else good(call)
        if self._first_content is None and reply.status == 200 and reply.cut_at is None:
            self._first_content = _content_of(reply)
        return reply

    def wait(self, seconds: float) -> None:
        """Wait, but not beyond the server's end."""
        self._closing.wait(seconds)


@contextmanager
def running(port: int = 0) -> Iterator[OpenAIServer]:
    """Serve on loopback until the block ends; port 0 takes a free one."""
    server = OpenAIServer()
    http = _Server(("127.0.0.1", port), server)
    server.base_url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server._closing.set()  # noqa: SLF001 - its own module
        http.shutdown()
        thread.join()
        http.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 512

    def __init__(self, address: tuple[str, int], behaviour: OpenAIServer) -> None:
        self.behaviour = behaviour
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that give up are what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    def do_GET(self) -> None:
        models = [{"id": "test", "object": "model", "created": 0, "owned_by": "tests"}]
        is_list = self.path.rstrip("/").endswith("/models")
        self._send(as_reply({"object": "list", "data": models}) if is_list else error(404, "?"))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.path.endswith("/chat/completions"):
            self._send(error(404, f"there is no {self.path}"))
            return
        try:
            payload = json.loads(body)
        except ValueError:
            self._send(error(400, "the body is not JSON"))
            return
        self._send(self.server.behaviour.reply(payload, self.headers.get("Authorization") or ""))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the base declares it
        """Keep quiet."""

    def _send(self, reply: Reply) -> None:
        if reply.wait_seconds:
            self.server.behaviour.wait(reply.wait_seconds)
        if reply.status == 0:
            self.close_connection = True
            return
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        if reply.declares_length:
            self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body[: reply.cut_at])
        self.wfile.flush()
        self.close_connection |= reply.cut_at is not None


def _content_of(reply: Reply) -> str | None:
    try:
        return str(json.loads(reply.body)["choices"][0]["message"]["content"])
    except (ValueError, KeyError, IndexError, TypeError):
        return None


def _unfit(payload: Json) -> str | None:
    """Say what a strict server would refuse in a request, None when nothing."""
    if payload.get("stream"):
        return "this server does not stream"
    if not payload.get("model") or not payload.get("messages"):
        return "model and messages are required"
    asked = payload.get("response_format") or {}
    if asked.get("type") != "json_schema":
        return None
    schema = asked["json_schema"]
    problem = "strict is not set" if not schema.get("strict") else not_strict(schema["schema"])
    return f"Invalid schema for response_format: {problem}" if problem else None


def not_strict(schema: Json, path: str = "$") -> str | None:
    """Say where a schema leaves the strict dialect, None when it does not."""
    allowed = {"type", "properties", "required", "additionalProperties", "items", "enum"}
    unknown = set(schema) - allowed - {"anyOf", "const", "description"}
    if unknown:
        return f"{path}: {', '.join(sorted(unknown))} is not permitted"
    properties = schema.get("properties", {})
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            return f"{path}: additionalProperties is not false"
        if sorted(schema.get("required", [])) != sorted(properties):
            return f"{path}: not all fields are required"
    inner = [(f"{path}.{name}", each) for name, each in properties.items()]
    inner += [(f"{path}[]", schema["items"])] if "items" in schema else []
    inner += [(f"{path}|{at}", each) for at, each in enumerate(schema.get("anyOf", []))]
    problems = (not_strict(each, place) for place, each in inner)
    return next((problem for problem in problems if problem), None)


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m tests.openai_server", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--fault", choices=sorted(FAULTS), help="misbehave in this way")
    parser.add_argument("--times", type=int, help="only for so many requests")
    parser.add_argument("--delay", type=float, default=0.2, help="seconds of slow_first_byte")
    chosen = parser.parse_args()
    with running(chosen.port) as server:
        server.delay_seconds = chosen.delay
        server.use(chosen.fault, times=chosen.times)
        print(f"OPENAI_BASE_URL={server.base_url} PORTEVOIX_MODEL=test", flush=True)  # noqa: T201 - what the reader copies
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()

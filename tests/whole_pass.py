"""One pass through the service in a process that watches its own connections.

`python -m tests.whole_pass FOLDER` prints as JSON every address this process, native libraries
included, connected to or looked up. What may be reached is configured in the environment.
"""

import json
import sys
import threading
from pathlib import Path

REACHED: set[str] = set()


def hear(event: str, arguments: tuple[object, ...]) -> None:
    """Note what Python itself connects to."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        REACHED.add(f"{arguments[1][0]}:{arguments[1][1]}")
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        REACHED.add(f"name {arguments[0]!s}")


def watch(stop: threading.Event) -> None:
    """Note what the process is connected to, whoever in it connected."""
    import psutil  # noqa: PLC0415 - after the hook

    mine = psutil.Process()
    while not stop.wait(0.01):
        for one in mine.net_connections(kind="inet"):
            if one.raddr:
                REACHED.add(f"{one.raddr.ip}:{one.raddr.port}")


def main() -> None:
    """Do what a deployment does: import, embed, recommend, draft, check, serve."""
    sys.addaudithook(hear)
    stop = threading.Event()
    watcher = threading.Thread(target=watch, args=(stop,))
    watcher.start()
    _pass(Path(sys.argv[1]))
    stop.set()
    watcher.join()
    sys.stdout.write(json.dumps(sorted(REACHED)))


def _pass(folder: Path) -> None:
    from fastapi.testclient import TestClient  # noqa: PLC0415 - after the hook

    from api import demo_organization  # noqa: PLC0415 - the same
    from api.app import create_app  # noqa: PLC0415 - the same
    from api.settings import Settings  # noqa: PLC0415 - the same
    from api.wiring import open_services  # noqa: PLC0415 - the same
    from domain.roles import Role  # noqa: PLC0415 - the same

    settings = Settings.from_environment(data_dir=folder, demo=True)
    demo_organization.prepare_files(settings)
    services = open_services(settings, holds_index=True)
    demo_organization.install(services)
    _, key = services.access.create_key(Role.PLATFORM)
    headers = {"Authorization": f"Bearer {key}"}
    with TestClient(create_app(services)) as client:
        person = {"profile_type": "expert", "organization": "Tessonde", "languages": ["fr"]}
        asked = {"ambassador": person, "k": 3}
        found = client.post("/v1/recommendations", headers=headers, json=asked).json()
        item = found["items"][0]
        body = {"content_id": item["content_id"], "language": "fr", "ambassador": person}
        drafts = client.post("/v1/drafts", headers=headers, json=body)
        assert drafts.status_code == 200, drafts.text
        text = {"text": "Voir https://www.tessonde.example/fr", "language": "fr"}
        assert client.post("/v1/checks", headers=headers, json=text).status_code == 200
        assert client.get("/").status_code == 200


if __name__ == "__main__":
    main()

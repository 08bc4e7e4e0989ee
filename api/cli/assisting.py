"""`porte-voix mcp`: the service for an assistant, over standard input and output."""

import typer

from api.cli.opening import opened


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mcp")(serve_assistant)


def serve_assistant() -> None:
    """Serve recommend, draft, check and explain to an assistant (Model Context Protocol)."""
    from api.assistant import build  # noqa: PLC0415 - only this command needs the SDK

    with opened() as services:
        services.live.refresh()
        build(services).run("stdio")

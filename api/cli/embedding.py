"""Embedding the catalogue anew when the encoder changed, with a bar for whoever waits."""

from contextlib import ExitStack

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.wiring import Services


def embed_catalogue(services: Services) -> int:
    """Embed what the encoder in use has not embedded yet, and return how much it was.

    Nothing is shown when there is nothing to do. Vectors of another encoder stay apart: each is
    kept under the fingerprint of the one that made it.
    """
    with ExitStack() as shown:
        bar = Progress(
            TextColumn("embedding contents with {task.fields[encoder]}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        task = bar.add_task("", visible=True, encoder=services.live.encoder.fingerprint)

        def advance(done: int, total: int) -> None:
            if not bar.live.is_started:
                shown.enter_context(bar)
            bar.update(task, completed=done, total=total)

        return services.live.embed_missing(advance)

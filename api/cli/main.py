"""The command line: every command, and what its exit code means.

0 done (a check: allow), 1 a check says revise or an example went wrong, 2 a check says block,
64 the command was called wrongly or named something there is not, 65 no content or no backup
could be read, 69 the database or the language model is away, 70 something unforeseen.

What goes wrong is said in French where LC_ALL, LC_MESSAGES or LANG ask for it.
"""

import os
import sys
from contextvars import copy_context
from importlib import import_module

import typer
from rich.console import Console
from rich.text import Text
from typer._click.exceptions import ClickException
from typer.core import TyperGroup

from domain import errors
from domain.language import Bilingual, Language

_HOLDERS = {
    "check": "checking",
    "charter": "charter",
    "import": "content",
    "recommend": "content",
    "verify": "verifying",
    "draft": "asking",
    "demo": "asking",
    "init": "operating",
    "serve": "operating",
    "doctor": "operating",
    "backup": "backing_up",
    "restore": "backing_up",
    "keys": "people",
    "erase": "people",
    "export": "people",
    "eval": "evaluating",
    "mcp": "assisting",
    "collective": "collective",
}
"""Which module of this package holds each command."""

_USAGE, _DATA, _AWAY, _INTERNAL = 64, 65, 69, 70
_EXITS: dict[type[errors.PorteVoixError], int] = {
    errors.ImportFailed: _DATA,
    errors.RestoreFailed: _DATA,
    errors.StorageUnavailable: _AWAY,
    errors.ModelUnavailable: _AWAY,
    errors.ModelMisbehaved: _AWAY,
}

_UNANSWERED = Bilingual(
    fr="rien n’a été fait : répondez, ou donnez une option, comme init --name",
    en="nothing was done: answer, or give an option, such as init --name",
)
_REPORT = Bilingual(fr="signalez-le, s’il vous plaît", en="please report it")


def main() -> None:
    """Run the command and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def build(command: str | None = None) -> TyperGroup:
    """Build the command line, with one command alone where it is known which.

    A check is a matter of a second: it must not wait for what only a server imports.
    """
    app = typer.Typer(
        name="porte-voix",
        help="Content, drafts and charter checks for employee advocacy.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_nothing)
    chosen = [_HOLDERS[command]] if command in _HOLDERS else sorted(set(_HOLDERS.values()))
    for name in chosen:
        import_module(f"api.cli.{name}").register(app)
    return typer.main.get_group(app)


def _nothing() -> None:
    """Keep a single command a command of its own."""


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code; errors are told, never traced."""
    try:
        command = build(arguments[0] if arguments else None)
        code = command.main(arguments, prog_name="porte-voix", standalone_mode=False)
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.Abort:
        # A question that nobody answers: the terminal is none, or its user turned away.
        sys.stderr.write(f"\n{_UNANSWERED.in_language(_spoken())}\n")
        return _USAGE
    except Exception as error:  # noqa: BLE001 - everything a command raises is told here
        return _told(error)
    except KeyboardInterrupt:
        return 130
    return code if isinstance(code, int) else 0


def _told(error: Exception) -> int:
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    match error:
        case ClickException():
            # Typer tells a value of ours in Pydantic's manner.
            error.message = error.message.removeprefix("Value error, ")
            error.show()
            return _USAGE
        case BrokenPipeError():
            # Whoever read our output has left; nothing more can be said to them.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        case errors.PorteVoixError():
            # Said in a context of its own: the language of a terminal is nobody else's.
            said = copy_context().run(_said, error)
            console.print(Text(f"{error.code}: ", style="red"), Text(said), sep="", end="\n")
            return next((code for kind, code in _EXITS.items() if isinstance(error, kind)), _USAGE)
    # Its message could hold a person's text; its class cannot.
    unforeseen = f"internal: {type(error).__name__}; {_REPORT.in_language(_spoken())}"
    console.print(Text(unforeseen, style="red"))
    if os.environ.get("PORTE_VOIX_TRACE"):
        raise error
    return _INTERNAL


def _said(error: errors.PorteVoixError) -> str:
    from api import problem_words  # noqa: PLC0415 - only where something went wrong

    problem_words.speak(_spoken())
    if isinstance(error, errors.CharterInvalid):
        return error.said.in_language(_spoken())
    return problem_words.detail_of(str(error)) or str(error)


def _spoken() -> Language:
    """Return the language that the terminal's locale asks for: its first variable that is set."""
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return Language.FRENCH if asked.startswith("fr") else Language.ENGLISH

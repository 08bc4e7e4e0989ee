"""`porte-voix charter …`: run a charter's own examples, compare two, explain a rule."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.panel import Panel
from rich.table import Table

from api.cli.output import console, print_json
from api.in_force import charter_of, organization_of
from api.language_model import open_model
from api.settings import Settings
from domain.errors import NotFound, RequestInvalid
from domain.language import Language
from guardrails.cases import Example
from guardrails.charter import CharterFile, Clause, left_unexamined, load_charter
from guardrails.guard import Guard
from guardrails.regression import Tried, judge, run_examples

if TYPE_CHECKING:
    from guardrails.proposing import Paragraph, Proposal
    from personalizer.adapters.langchain_chat import LangChainModel

app = typer.Typer(help="Test, compare and explain charters.", no_args_is_help=True)


def register(parent: typer.Typer) -> None:
    """Add the commands."""
    parent.add_typer(app, name="charter")


CharterPath = Annotated[Path | None, typer.Argument(help="A charter; without, the one in force.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("test")
def run_suite(path: CharterPath = None, json: AsJson = False) -> None:
    """Run every example of a charter; exit 1 on a wrong verdict."""
    guard = _guard(path)
    tried = list(run_examples(guard))
    wrong = [one for one in tried if not one.is_right]
    left = left_unexamined(guard.charter.charter)
    if json:
        told = {"examples": len(tried), "wrong": [_wrong(one) for one in wrong]}
        print_json(told | {"left_unexamined": [one.id for one in left]})
    else:
        _show(tried, wrong)
        _show_left(left)
    raise typer.Exit(1 if wrong else 0)


@app.command("diff")
def diff(old: Path, new: Path, json: AsJson = False) -> None:
    """Show which examples of either charter change their verdict from one to the other."""
    before, after = _guard(old), _guard(new)
    flips = [
        {"clause": clause, "example": number, "text": example.text, **outcomes}
        for clause, number, example in _examples(before, after)
        if (outcomes := _outcomes(example, before, after)) is not None
    ]
    unique = list({(flip["clause"], flip["text"]): flip for flip in flips}.values())
    if json:
        print_json({"flips": unique})
        return
    table = Table("clause", "example", str(old), str(new), expand=True)
    for flip in unique:
        table.add_row(*(str(flip[key]) for key in ("clause", "text", "before", "after")))
    console().print(table if unique else "no example changes its verdict")


@app.command("explain")
def explain(rule: str, path: Annotated[Path | None, typer.Option("--charter")] = None) -> None:
    """Say what a rule asks, why, what examines it, and show its examples."""
    charter = _file(path).charter
    clause = charter.clause(rule.upper())
    if clause is None:
        known = ", ".join(one.id for one in charter.clauses)
        raise NotFound(f"there is no rule {rule!r}; there are {known}")
    console().print(
        Panel(_explained(clause), title=f"{clause.id} · {clause.name.fr} / {clause.name.en}")
    )


@app.command("propose")
def propose_clauses(
    policy: Annotated[Path, typer.Argument(help="Markdown, text, Word or PDF.")],
    language: Annotated[Language, typer.Option(help="The language the policy is in.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A new file.")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Ask no model, even if set.")] = False,
) -> None:
    """Propose a charter from a written policy; each clause cites its sentence.

    With PORTEVOIX_MODEL a model reads the policy, and what it cites is looked up in it. The
    result is marked as proposed, and no service puts it in force before a person has decided.
    """
    from guardrails.proposing import read_policy  # noqa: PLC0415 - only this command

    if output is not None and output.exists():
        raise RequestInvalid(f"{output} is there already; name a new file", field="--output")
    settings = Settings.from_environment()
    model = None if offline else open_model(settings)
    asked = {"name": policy.stem, "language": language, "organization": organization_of(settings)}
    proposal = asyncio.run(_proposed(model, read_policy(policy), asked))
    by = settings.model if model else "lists of words alone"
    typer.echo(f"{proposal.clauses} clauses by {by}, {len(proposal.told)} remarks", err=True)
    if output is None:
        typer.echo(proposal.yaml, nl=False)
        return
    with output.open("x", encoding="utf-8") as file:
        file.write(proposal.yaml)
    console().print(f"{output}: read each clause beside the sentence it cites", markup=False)


async def _proposed(
    model: "LangChainModel | None",
    paragraphs: "Sequence[Paragraph]",
    asked: dict[str, Any],
) -> "Proposal":
    from guardrails.proposing import propose, propose_with  # noqa: PLC0415 - only this command

    if model is None:
        return propose(paragraphs, **asked)
    try:
        return await propose_with(model, paragraphs, **asked)
    finally:
        await model.aclose()


def _explained(clause: Clause) -> str:
    lines = [
        f"FR  {clause.statement.fr}",
        f"EN  {clause.statement.en}",
        "",
        f"Pourquoi  {clause.why.fr}",
        f"Why       {clause.why.en}",
        "",
        f"severity {clause.severity.value} · checks {', '.join(one.kind for one in clause.checks)}"
        + (" · approximated without an LLM judge" if clause.needs_judgement else ""),
        "",
    ]
    lines += [f"[{one.kind}, {one.language.value}] {one.text}" for one in clause.examples]
    return "\n".join(line.replace("[", r"\[") for line in lines)


def _file(path: Path | None) -> CharterFile:
    return load_charter(path) if path else charter_of(Settings.from_environment())


def _guard(path: Path | None) -> Guard:
    return Guard.of(_file(path), key=b"examples of a charter", on_trial=True)


def _examples(before: Guard, after: Guard) -> Iterator[tuple[str, int, Example]]:
    """Yield the examples of either charter, once where both have the same one in a clause."""
    told: dict[tuple[str, str], tuple[str, int, Example]] = {}
    for guard in (before, after):
        for clause in guard.charter.charter.clauses:
            for number, example in enumerate(clause.examples, start=1):
                told[clause.id, example.model_dump_json()] = (clause.id, number, example)
    yield from told.values()


def _outcomes(example: Example, before: Guard, after: Guard) -> dict[str, str] | None:
    # Each with its own company: a new code name or client is the commonest change of all.
    old, new = (
        judge(guard, example, guard.charter.charter.company.as_organization()).outcome
        for guard in (before, after)
    )
    return None if old is new else {"before": old.value, "after": new.value}


def _wrong(one: Tried) -> dict[str, object]:
    return {
        "clause": one.clause,
        "example": one.number,
        "language": one.example.language.value,
        "kind": one.example.kind,
        "text": one.example.text,
        "outcome": one.verdict.outcome.value,
        "found": sorted({finding.rule for finding in one.verdict.findings}),
    }


def _show(tried: list[Tried], wrong: list[Tried]) -> None:
    table = Table("rule", "language", "caught", "missed", "passed", "wrongly stopped")
    counts = Counter(_cell(one) for one in tried)
    for rule, language in sorted({(one.clause, one.example.language.value) for one in tried}):
        cells = ((True, True), (True, False), (False, True), (False, False))
        table.add_row(rule, language, *(str(counts[rule, language, *cell]) for cell in cells))
    screen = console()
    screen.print(table)
    for one in wrong:
        told = _wrong(one)
        screen.print(
            f"[red]wrong[/] {one.clause} #{one.number} {told['language']} {told['kind']}: "
            f"{one.verdict.outcome.value} {told['found']}"
        )
        screen.print(one.example.text, markup=False)
    screen.print(f"{len(tried)} examples, {len(wrong)} wrong")


def _show_left(left: Sequence[Clause]) -> None:
    if left:
        names = ", ".join(f"{one.id} {one.name.en}" for one in left)
        console().print(
            f"Rules of the default charter that nothing examines here: {names}. "
            "`packs: [default]` takes them in.",
            markup=False,
        )


def _cell(one: Tried) -> tuple[str, str, bool, bool]:
    is_violating = one.example.kind == "violating"
    return one.clause, one.example.language.value, is_violating, one.is_right

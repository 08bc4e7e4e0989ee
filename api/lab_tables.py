"""What the prompt lab shows: Markdown tables, in the words of both languages."""

from collections.abc import Iterable, Sequence

from api.lab import Comparison, Trial


def summary_table(comparisons: Iterable[Comparison]) -> str:
    """Return one row per prompt version, as Markdown."""
    head = (
        "| version | essais / trials | réponses / answered | charte au premier jet / charter pass "
        "| faits de nulle part / unfounded facts | phrases fondées / grounded | voix / voice "
        "| ressemblance max / nearest | tics / tells | longueur / length | jetons / tokens "
        f"| coût / cost | s |\n|---{'|--:' * 12}|"
    )
    rows = (
        f"| v{one.version} | {one.trials} | {one.answered} | {one.charter_pass:.0%} "
        f"| {one.unfounded} | {one.grounded:.0%} | {_known(one.voice, '.2f')} "
        f"| {one.nearest:.2f} | {one.tells} | {one.mean_length:.0f} "
        f"| {_known(one.tokens, 'd')} | {_known(one.cost, '.4f')} | {one.seconds:.1f} |"
        for one in comparisons
    )
    return "\n".join((head, *rows))


def _known(figure: float | None, form: str) -> str:
    return "–" if figure is None else format(figure, form)


def findings_table(trials: Iterable[Trial]) -> str:
    """Return what the charter objected to, by version and rule, as Markdown."""
    counts: dict[tuple[int, str, str], int] = {}
    for trial in trials:
        for finding in trial.verdict.findings if trial.verdict else ():
            key = (trial.version, finding.rule, finding.severity.value)
            counts[key] = counts.get(key, 0) + 1
    head = "| version | règle / rule | gravité / severity | nombre / count |\n|---|---|---|--:|"
    rows = (
        f"| v{v} | {rule} | {weight} | {n} |" for (v, rule, weight), n in sorted(counts.items())
    )
    return "\n".join((head, *rows)) if counts else "Aucun constat. / No finding."


def side_by_side(trials: Sequence[Trial]) -> str:
    """Return the texts of each content and persona beside each other, as Markdown."""
    versions = sorted({trial.version for trial in trials})
    cases = list(dict.fromkeys((one.content.content_id, _name(one)) for one in trials))
    head = "| | " + " | ".join(f"v{version}" for version in versions) + " |\n|---"
    lines = [head + "|---" * len(versions) + "|"]
    for content_id, name in cases:
        found = {
            one.version: one
            for one in trials
            if (one.content.content_id, _name(one)) == (content_id, name)
        }
        title = next(iter(found.values())).content.title
        cells = " | ".join(_cell(found.get(version)) for version in versions)
        lines.append(f"| **{_flat(title)}**<br>{name} | {cells} |")
    return "\n".join(lines)


def _cell(trial: Trial | None) -> str:
    if trial is None:
        return "–"
    if trial.failure:
        return f"*{_flat(trial.failure)}*"
    outcome = trial.verdict.outcome.value if trial.verdict else ""
    return f"{_flat(trial.text)}<br>*{outcome}, {len(trial.text)} c.*"


def _name(trial: Trial) -> str:
    return trial.persona.ambassador.name or "–"


def _flat(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", "<br>")

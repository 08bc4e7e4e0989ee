"""What the prompt lab shows: Markdown tables, in the words of both languages."""

from collections.abc import Iterable, Iterator, Sequence

from api.lab import Comparison, Trial


def summary_table(comparisons: Iterable[Comparison]) -> str:
    """Return one row per prompt version, as Markdown, and a line on each that nobody answered."""
    found = list(comparisons)
    head = (
        "| version | essais / trials | réponses / answered | charte au premier jet / charter pass "
        "| faits de nulle part / unfounded facts | phrases fondées / grounded | voix / voice "
        "| ressemblance max / nearest | tics / tells | longueur / length | jetons / tokens "
        f"| coût / cost | s |\n|---{'|--:' * 12}|"
    )
    rows = (
        f"| v{one.version} | {one.trials} | {one.answered} | {_known(one.charter_pass, '.0%')} "
        f"| {_known(one.unfounded, 'd')} | {_known(one.grounded, '.0%')} "
        f"| {_known(one.voice, '.2f')} | {_known(one.nearest, '.2f')} | {_known(one.tells, 'd')} "
        f"| {_known(one.mean_length, '.0f')} | {_known(one.tokens, 'd')} "
        f"| {_known(one.cost, '.4f')} | {_known(one.seconds, '.1f')} |"
        for one in found
    )
    return "\n".join((head, *rows, *_unanswered(found)))


def _unanswered(comparisons: Iterable[Comparison]) -> Iterator[str]:
    for one in comparisons:
        if not one.answered:
            yield (
                f"\nv{one.version} : aucun texte n’est venu, donc rien n’est mesuré. Sans modèle, "
                "seules les réponses conservées répondent. / no text came, so nothing is measured. "
                f"Without a model only kept replies answer. *{_flat(one.failures[0])}*"
            )


def _known(figure: float | None, form: str) -> str:
    return "–" if figure is None else format(figure, form)


def findings_table(trials: Iterable[Trial]) -> str:
    """Return what the charter objected to, by version and rule, as Markdown."""
    counts: dict[tuple[int, str, str], int] = {}
    tried = list(trials)
    for trial in tried:
        for finding in trial.verdict.findings if trial.verdict else ():
            key = (trial.version, finding.rule, finding.severity.value)
            counts[key] = counts.get(key, 0) + 1
    head = "| version | règle / rule | gravité / severity | nombre / count |\n|---|---|---|--:|"
    rows = (
        f"| v{v} | {rule} | {weight} | {n} |" for (v, rule, weight), n in sorted(counts.items())
    )
    if not any(trial.verdict for trial in tried):
        return (
            "Aucun texte n’est venu : rien n’a été examiné. / No text came: nothing was examined."
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

"""Figures over at least five people, and the themes behind what drafts stumble on."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from api.schemas.base import Said
from api.schemas.insights import (
    ContentFigure,
    FindingFigure,
    Insights,
    OutcomeIn,
    OutcomeOut,
    PublishedOutcomeOut,
    ThemeOut,
    WeekOut,
)
from api.training import Theme, theme_of
from api.wiring import Services
from domain.deeds import Action, Deed
from domain.language import Bilingual
from domain.outcomes import Counted, Outcome
from domain.review import Finding, Severity, Verdict
from domain.roles import Caller
from storage.tallies import Measure, WeekOfFigures

_STUMBLES = frozenset({Severity.BLOCK, Severity.FIX, Severity.ASK})
_SHOWN_THEMES = 3

_TOLD: Mapping[Counted, Bilingual] = {
    Counted.CONTENT: Bilingual(
        fr="Ces chiffres figurent dans la vue d’ensemble, pour ce contenu.",
        en="These figures stand in the insights, for this content.",
    ),
    Counted.CAMPAIGN: Bilingual(
        fr="Ces chiffres figurent dans le total de la campagne.",
        en="These figures stand in the campaign’s total.",
    ),
    Counted.POOLED: Bilingual(
        fr="Moins de cinq personnes : ces chiffres attendent d’autres chiffres de la campagne "
        "et ne paraîtront que dans son total.",
        en="Fewer than five people: these figures wait for others of the campaign, and will "
        "appear only in its total.",
    ),
    Counted.WAITING: Bilingual(
        fr="Ces semaines ne sont pas finies ; les chiffres paraîtront ensuite.",
        en="These weeks have not ended; the figures will appear when they have.",
    ),
    Counted.WITHHELD: Bilingual(
        fr="Rien n’est gardé : d’autres chiffres couvrent déjà une partie de ces semaines. "
        "Saisissez les semaines qui restent.",
        en="Nothing is kept: other figures cover some of these weeks already. Report the weeks "
        "that are left.",
    ),
}
_OF_FEW = Bilingual(
    fr="Rien n’est gardé : hors campagne, il faut au moins cinq personnes. Nommez la campagne, ou "
    "saisissez plus de semaines à la fois.",
    en="Nothing is kept: outside a campaign there have to be five people at least. Name the "
    "campaign, or report more weeks at once.",
)
_DOUBTED = Bilingual(
    fr="À vérifier : il y a plus d’interactions, de clics ou de conversions que de personnes "
    "touchées. Si c’est une erreur, retirez cette saisie.",
    en="Please check: there are more engagements, clicks or conversions than people reached. If "
    "that is a mistake, withdraw this report.",
)

# By whether the figures were shown.
_TAKEN_BACK: Mapping[bool, Bilingual] = {
    False: Bilingual(
        fr="Ces chiffres sont retirés sans avoir paru ; vous pouvez saisir ces semaines de "
        "nouveau.",
        en="These figures are withdrawn and were never shown; you can report these weeks again.",
    ),
    True: Bilingual(
        fr="Ces chiffres sont retirés. Ils avaient paru : ces semaines ne se saisissent pas une "
        "seconde fois, sinon la différence des deux saisies parlerait de trop peu de personnes.",
        en="These figures are withdrawn. They had been shown: these weeks cannot be reported a "
        "second time, or the difference of the two would tell of too few people.",
    ),
}


def report(services: Services, asked: OutcomeIn, caller: Caller) -> OutcomeOut:
    """Take a report of what posts brought, and tell what became of it.

    Raises NotFound for a content there is not.
    """
    if asked.content_id is not None:
        services.contents.get(asked.content_id)
    outcome = asked.as_outcome()
    about = outcome.content_id or outcome.campaign_id or ""
    deed = Deed.of(caller, Action.OUTCOME_REPORTED, about)
    counted = services.outcomes.report(outcome, deed=deed)
    return OutcomeOut.model_validate(
        {
            "id": None if counted is Counted.WITHHELD else outcome.report_id,
            "counted": counted,
            "from": outcome.first_week,
            "to": outcome.last_week + timedelta(days=6),
            "message": Said.of(_told_of(outcome, counted)),
        }
    )


def _told_of(outcome: Outcome, counted: Counted) -> Bilingual:
    """Say what became of a report and why, and what of its figures is hard to believe."""
    if counted is Counted.WITHHELD:
        return _OF_FEW if outcome.is_of_few and not outcome.campaign_id else _TOLD[counted]
    said = _TOLD[counted]
    if not outcome.figures.are_doubtful:
        return said
    return Bilingual(f"{said.fr} {_DOUBTED.fr}", f"{said.en} {_DOUBTED.en}")


def withdraw(services: Services, report_id: str, caller: Caller) -> Bilingual:
    """Take a report back, and say what that means for its weeks.

    Raises NotFound, or Conflict for a report that is a part of a campaign's figures.
    """
    deed = Deed.of(caller, Action.OUTCOME_WITHDRAWN, report_id)
    return _TAKEN_BACK[services.outcomes.withdraw(report_id, deed=deed)]


def insights(services: Services, weeks: int) -> Insights:
    """Return the figures of the last weeks and all outcomes, publishing what is due."""
    services.tallies.publish()
    services.outcomes.publish()
    shown = [_week(week, found) for week, found in services.tallies.weeks(weeks).items()]
    return Insights(
        weeks=shown,
        themes=[_theme(theme) for theme in _commonest(shown)],
        outcomes=[PublishedOutcomeOut.of(one) for one in services.outcomes.published()],
    )


def count_findings(services: Services, ambassador_id: str, findings: Iterable[Finding]) -> None:
    """Count somebody once this week for each rule their text met, if they want to be counted."""
    met = {f"{one.rule}:{one.check}" for one in findings if one.severity in _STUMBLES}
    services.tallies.count(ambassador_id, Measure.FINDING, met)


def count_finished(services: Services, caller: Caller, verdict: Verdict) -> None:
    """Count what a finished text met, for whoever has a record and wants to be counted."""
    if caller.ambassador_id is not None:
        count_findings(services, caller.ambassador_id, verdict.findings)


def count_draft(services: Services, ambassador_id: str, content_id: str) -> None:
    """Count somebody once this week for asking for drafts on a content, if they want to be."""
    services.tallies.count(ambassador_id, Measure.DRAFTED, [content_id])


def _week(week: date, found: WeekOfFigures) -> WeekOut:
    findings = [_finding(*one) for one in found[Measure.FINDING].items()]
    contents = found[Measure.DRAFTED].items()
    return WeekOut(
        week=week,
        findings=sorted(findings, key=lambda one: (-one.people, one.rule, one.check)),
        contents=[ContentFigure(content_id=one, people=people) for one, people in contents],
    )


def _finding(counted: str, people: int) -> FindingFigure:
    rule, _, check = counted.partition(":")
    return FindingFigure(rule=rule, check=check, people=people, theme=_theme(theme_of(check)))


def _commonest(weeks: Iterable[WeekOut]) -> list[Theme]:
    """Return the themes behind the rules that most people met, over the weeks shown."""
    met: dict[str, int] = {}
    for finding in (one for week in weeks for one in week.findings):
        met[finding.check] = met.get(finding.check, 0) + finding.people
    ranked = sorted(met, key=lambda check: (-met[check], check))
    themes = {theme_of(check).theme_id: theme_of(check) for check in ranked}
    return list(themes.values())[:_SHOWN_THEMES]


def _theme(theme: Theme) -> ThemeOut:
    return ThemeOut(id=theme.theme_id, name=Said.of(theme.name), practice=Said.of(theme.practice))

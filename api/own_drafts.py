"""A person's own drafts, reviewed anew before each is shown, and let go when they are not used."""

from dataclasses import replace

from api.drafting import review_again
from api.schemas.checks import FindingOut
from api.schemas.own import OwnDraft, OwnDrafts, OwnDraftWithheld
from api.wiring import Services
from domain.drafts import KeptDraft, Withheld
from domain.errors import NotFound
from domain.language import Bilingual
from domain.review import Finding, Outcome, Verdict
from guardrails.charter import Charter
from personalizer.examination import Reason, refusal


def own_drafts(services: Services, ambassador_id: str) -> OwnDrafts:
    """Return somebody's drafts that still pass, and why the others do not."""
    person = services.people.get(ambassador_id)
    shown: list[OwnDraft] = []
    withheld: list[OwnDraftWithheld] = []
    for kept in services.drafts.of(ambassador_id):
        verdict = review_again(services, person, kept)
        if verdict is not None and verdict.outcome is Outcome.ALLOW:
            shown.append(OwnDraft.of(kept, verdict))
        else:
            withheld.append(_withheld(kept, _why(verdict), services.guard.charter.charter))
    return OwnDrafts(drafts=shown, withheld=withheld)


def discard(services: Services, ambassador_id: str, draft_id: str) -> None:
    """Forget a draft, if it was kept, and let its angle go to others.

    Raises NotFound when nothing is held under that id.
    """
    owner = services.people.get(ambassador_id).owner_token
    was_kept = services.drafts.discard(ambassador_id, draft_id)
    was_reserved = services.reservations.release(draft_id, owner=owner)
    if not (was_kept or was_reserved):
        raise NotFound(f"there is no draft {draft_id!r} of yours")


def _why(verdict: Verdict | None) -> Withheld:
    return Withheld(Reason.NOT_LIVE) if verdict is None else refusal(verdict)


def _withheld(kept: KeptDraft, why: Withheld, charter: Charter) -> OwnDraftWithheld:
    return OwnDraftWithheld(
        id=kept.draft_id,
        content_id=kept.content_id,
        reason=why.reason,
        findings=[FindingOut.of(_by_name(finding, charter)) for finding in why.findings],
    )


def _by_name(finding: Finding, charter: Charter) -> Finding:
    """Return a finding that names its clause, still without a word of the text."""
    clause = next((one for one in charter.clauses if one.id == finding.rule), None)
    if clause is None:
        return finding
    name = clause.name.as_bilingual()
    message = Bilingual(
        fr=f"Il ne respecte plus la clause {finding.rule} de la charte, « {name.fr} ».",
        en=f"It no longer keeps clause {finding.rule} of the charter, “{name.en}”.",
    )
    return replace(finding, message=message)

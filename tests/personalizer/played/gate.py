"""The gate a prompt version passes before it becomes the default: its kept replies, in the loop.

    python -m tests.personalizer.played.gate draft_post 2            # tells, changes nothing
    python -m tests.personalizer.played.gate draft_post 2 --promote  # releases it if it passes
    python -m tests.personalizer.played.gate draft_post 2 --by FILE  # both as one player answered

A player who obeys makes any version look good: two versions compare where the same one answered
both, in a FILE that `python -m tests.personalizer.played FOLDER --take WHO --into FILE` writes.

Releasing turns `candidate` into `released` in the file and pins its digest; from then on the file
never changes. A test holds every released drafting prompt against the same gate. Of a
`revise_post` the kept replies are revisions, and serve where the charter allows them.
"""

import asyncio
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.errors import PorteVoixError
from domain.language import Language
from domain.review import Outcome
from personalizer.adapters.recorded import RecordedModel, digest
from personalizer.prompts import PROMPTS, load_prompt
from tests.golden import GOLDEN
from tests.personalizer.played.briefs import asked, cases_of, written
from tests.personalizer.played.loop import default_guard, drafted, judged, recorded

ENOUGH = 6
"""Of ten cases in a language, how many a player's own text serves, revised or as it came."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a prompt version's kept replies came to over its cases, half of them per language."""

    prompt: tuple[str, int]
    answered: int
    served: Counter[Language]
    allowed_at_once: int
    unfounded: int
    cases: int = 20

    def objections(self, default: "Passage | None" = None) -> Iterator[str]:
        """Yield what stands against making this version the default, beside the present one."""
        if self.answered < self.cases:
            yield f"{self.cases - self.answered} of {self.cases} cases were never answered"
        for language in Language:
            if self.served[language] * 20 < ENOUGH * self.cases:
                told = f"{self.served[language]} of {self.cases // 2} served"
                yield f"{language}: {told}, {ENOUGH} of ten are asked"
        if default is None:
            return
        # A version that knows one form more has more cases: shares are compared.
        if self.unfounded * default.cases > default.unfounded * self.cases:
            yield f"{self.unfounded} first texts hold facts from nowhere, {default.unfounded} did"
        if self.allowed_at_once * default.cases < default.allowed_at_once * self.cases:
            yield f"{self.allowed_at_once} allowed as they came, {default.allowed_at_once} were"


def passage(prompt: tuple[str, int], by: Path | None = None) -> Passage:
    """Run a drafting prompt's kept replies through the loop; a revision serves what is allowed.

    `by` holds one player's replies, where others than the kept ones are meant.
    """
    return asyncio.run(_passage(prompt, RecordedModel.of(by) if by else recorded()))


async def _passage(prompt: tuple[str, int], model: RecordedModel) -> Passage:
    guard = default_guard()
    served: Counter[Language] = Counter()
    answered = allowed = unfounded = 0
    for case in cases_of(prompt):
        if digest((await asked(case, prompt)).heard) not in model.replies:
            continue
        answered += 1
        language = case.brief.request.language
        if prompt[0] == "draft_post":
            result = await drafted(case, prompt, model)
            served[language] += sum(one.provenance.engine == "model" for one in result.drafts)
        try:
            verdict = await judged(case, await written(case, prompt, model), guard)
        except PorteVoixError:
            continue
        allowed += verdict.outcome is Outcome.ALLOW
        if prompt[0] == "revise_post":
            served[language] += verdict.outcome is Outcome.ALLOW
        unfounded += any(one.check == "grounding" for one in verdict.findings)
    return Passage(prompt, answered, served, allowed, unfounded, len(cases_of(prompt)))


def promote(
    name: str, version: int, *, folder: Path = PROMPTS, pinned: Path = GOLDEN / "prompts.sha256"
) -> None:
    """Release a candidate, for good: its file says so, and its digest is pinned."""
    file = folder / f"{name}.v{version}.md"
    text = file.read_text(encoding="utf-8").replace("status: candidate", "status: released", 1)
    file.write_text(text, encoding="utf-8")
    lines = {*pinned.read_text().splitlines(), f"{_sha(text)}  {file.name}"}
    pinned.write_text("\n".join(sorted(lines, key=lambda line: line.split()[1])) + "\n")


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def told(found: Passage) -> str:
    """Return a version's figures in a line."""
    name, version = found.prompt
    half = found.cases // 2
    served = ", ".join(f"{found.served[language]} of {half} {language}" for language in Language)
    return (
        f"{name} v{version}: {found.answered} of {found.cases} answered; served {served}; "
        f"{found.allowed_at_once} allowed as they came; {found.unfounded} with a fact from nowhere"
    )


def main(arguments: list[str]) -> int:
    """Tell how a version does beside the default, and release it when asked to and it passes."""
    name, version = arguments[0], int(arguments[1])
    by = Path(arguments[arguments.index("--by") + 1]) if "--by" in arguments else None
    default = passage((name, load_prompt(name).ref.version), by)
    wanted = passage((name, version), by)
    for one in dict.fromkeys((default.prompt, wanted.prompt)):
        print(told(wanted if one == wanted.prompt else default))  # noqa: T201 - what it is for
    objections = list(wanted.objections(default))
    print("\n".join(objections) or f"{name} v{version} passes")  # noqa: T201 - the same
    if "--promote" in arguments and not objections:
        promote(name, version)
    return 1 if objections else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

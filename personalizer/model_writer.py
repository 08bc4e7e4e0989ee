"""Drafts written by a language model from versioned prompts; a text that is none is refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

from domain.drafts import DraftRequest
from domain.errors import ModelMisbehaved, ModelUnavailable, PromptTooLong
from domain.placeholders import placeholder
from domain.platforms import Platform
from domain.ports import FactChecker, Message, StructuredModel
from domain.review import Finding
from personalizer.citing import LONGEST_QUOTATION
from personalizer.defect_words import ASKED_ANEW, MILD, Defect, Flaw
from personalizer.defects import Asked, flaws_of, tidied
from personalizer.exemplars import exemplars
from personalizer.instructions import length_wished
from personalizer.left_out import discloses_nothing, linked
from personalizer.lengths import LENGTHS, Length, words_aimed_at, words_within
from personalizer.objecting import (
    is_of_no_use,
    kept_opening,
    objection,
    objection_to,
    told_of,
)
from personalizer.offline.typography import set_in_french
from personalizer.own_ways import habits_of, told_types
from personalizer.post_shapes import POST_SHAPES
from personalizer.prompt_inputs import DraftPostInputs, Objection, RevisePostInputs
from personalizer.prompts import Foreign, Prompt, load_prompt
from personalizer.unwrapping import unwrapped
from personalizer.writing import Brief, Form, Written

ENGINE = "model"


@dataclass(frozen=True, slots=True)
class Room:
    """How many characters of what comes from outside a prompt has room for."""

    source: int
    notes: int
    example: int
    examples: int


_USUAL_WORD = 6  # characters a word takes with its space
_TRIES = 3  # for one text; the last only where the one before mended something
_QUOTED = 0.3  # of a post; a reviewer may find more too much
_SHORT_QUOTATION = 12
_WHOLE = Room(source=12_000, notes=6_000, example=1_500, examples=4)
_LESS = Room(source=3_000, notes=2_000, example=0, examples=0)


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """Writes through a language model, and has it rewrite what a review objects to.

    `facts` decides what its texts make of the facts they were given.
    """

    model: StructuredModel
    facts: FactChecker
    lengths: Mapping[Platform, Length] = field(default_factory=lambda: LENGTHS)
    draft_prompt: Prompt = field(default_factory=lambda: load_prompt("draft_post"))
    revise_prompt: Prompt = field(default_factory=lambda: load_prompt("revise_post"))

    async def write(self, brief: Brief) -> Written:
        """Return a text for a brief.

        Raises ModelUnavailable or ModelMisbehaved; a half text is never returned.
        """
        return await self._fitting(brief, None, ())

    async def revise(self, brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Return a text that answers the findings; never the same text again."""
        return await self._fitting(brief, text, findings)

    async def _fitting(
        self, brief: Brief, before: str | None, findings: Sequence[Finding]
    ) -> Written:
        try:
            return await self._written(brief, before, findings, _WHOLE)
        except PromptTooLong:
            return await self._written(brief, before, findings, _LESS)

    async def _written(
        self, brief: Brief, before: str | None, findings: Sequence[Finding], room: Room
    ) -> Written:
        written = await self._sound(brief, before, findings, room)
        if before is not None:
            return written  # its link may be gone on purpose
        limit = self.lengths[brief.request.platform].characters
        return replace(written, text=linked(written.text, brief.request.content.url, limit))

    async def _sound(
        self, brief: Brief, before: str | None, findings: Sequence[Finding], room: Room
    ) -> Written:
        task = self._task(brief, before, findings, room)
        told: frozenset[Defect] | None = None
        passable: Written | None = None
        for again in range(_TRIES):
            try:
                written = await self._attempt(brief, task, again=again)
            except (ModelUnavailable, ModelMisbehaved):
                if passable is not None:
                    return passable  # what was mild is no reason to lose it
                raise
            flaws = list(self._flaws(brief, task, findings, written.text))
            found = frozenset(flaw.defect for flaw in flaws)
            if not flaws or (found <= MILD and told is not None):
                return written
            passable = written if found <= MILD else passable
            if told is not None and told <= found:
                break  # nothing that it was told of is mended
            told = found
            if flaws[0].defect not in ASKED_ANEW:
                # A text to change is still to be changed; a first one is rewritten from itself.
                shown = written.text if before is None else before
                objections = told_of(flaws, is_shown=before is None)
                task = self._task(brief, shown, findings, room, objections)
        if passable is not None:
            return passable
        raise ModelMisbehaved(f"the model's text is no draft: {flaws[0].defect}")

    def _flaws(
        self, brief: Brief, task: "_Task", findings: Sequence[Finding], text: str
    ) -> Iterator[Flaw]:
        yield from flaws_of(text, self._asked(brief, task, findings), self.facts)
        if discloses_nothing(text, brief.request.content, brief.organization):
            yield Flaw(Defect.UNDISCLOSED)

    def _task(
        self,
        brief: Brief,
        before: str | None,
        findings: Sequence[Finding],
        room: Room,
        flaws: Sequence[Flaw] = (),
    ) -> "_Task":
        prompt = self.draft_prompt if before is None else self.revise_prompt
        inputs = self._inputs(brief, room, _told_as(brief.angle.form, prompt))
        if before is None:
            messages = self.draft_prompt.render(inputs, brief.request.language)
            return _Task(self.draft_prompt, messages, None)
        language = brief.request.language
        objections = (
            *(objection(finding, language, before) for finding in findings),
            *(objection_to(flaw, language) for flaw in flaws),
        )
        revising = replace(
            _revising(inputs, before, objections, self.revise_prompt),
            kept_opening=_foreign(kept_opening(before, findings, flaws)),
            is_anew=is_of_no_use(findings, flaws),
        )
        return _Task(self.revise_prompt, self.revise_prompt.render(revising, language), before)

    async def _attempt(self, brief: Brief, task: "_Task", *, again: int = 0) -> Written:
        answer = await self.model.answer(
            task.messages,
            POST_SHAPES[task.prompt.front.output],
            temperature=0.7 + 0.1 * min(brief.variant, 2) + 0.1 * again,
            seed=crc32(brief.angle.key.encode()) // 2 + 101 * brief.variant + again,
        )
        given = tidied(answer.value.post(brief.request.content.url))
        plain = unwrapped(given, _material(brief.request))
        text = set_in_french(plain, brief.request.language)
        return Written(text=text, engine=ENGINE, model=answer.model, prompt=task.prompt.ref)

    def _asked(self, brief: Brief, task: "_Task", findings: Sequence[Finding]) -> Asked:
        request = brief.request
        return Asked(
            language=request.language,
            characters=self.lengths[request.platform].characters,
            told=[message.text for message in task.messages],
            material=_material(request),
            suggested=[one.suggestion for one in findings if one.suggestion],
            old_posts=request.ambassador.posts,
            never=(*request.ambassador.never, *(brief.card.never if brief.card else ())),
            before=task.before,
            author=request.ambassador.name,
            says_tu=brief.card.says_tu if brief.card else None,
        )

    def _inputs(self, brief: Brief, room: Room, form: Form) -> DraftPostInputs:
        request, content = brief.request, brief.request.content
        length = length_wished(self.lengths[request.platform], request.wishes)
        habits = habits_of(brief.card, length)
        most_words = words_within(length.characters, content.url)
        usual_words = min(habits.characters // _USUAL_WORD, most_words) if habits else 0
        return DraftPostInputs(
            placeholder=placeholder("…", request.language),
            platform=request.platform,
            length=length,
            form=form,
            variant=brief.variant,
            focus=Foreign(_focus(brief)),
            title=Foreign(content.title),
            source=Foreign(_begun(content.text, room.source)),
            employer=Foreign(_employer(brief)),
            url=_foreign(content.url),
            author=_foreign(request.ambassador.name),
            consideration=_foreign(request.consideration),
            never=tuple(map(Foreign, request.ambassador.never)),
            notes=_within(request.notes, room.notes),
            exemplars=tuple(
                Foreign(_begun(post, room.example)) for post in _exemplars(brief)[: room.examples]
            ),
            habits=habits,
            profile_types=told_types(request.ambassador.profile),
            most_words=most_words,
            usual_words=usual_words,
            aimed_words=(aimed := words_aimed_at(usual_words, most_words)),
            quotable_words=_quotable(aimed),
            manner=_manner(brief),
        )


def _manner(brief: Brief) -> int:
    """Return a number of the author and the angle: colleagues on one content have others."""
    return crc32(f"{brief.request.owner}\0{brief.angle.key}".encode())


def _foreign(text: str | None) -> Foreign | None:
    return Foreign(text) if text else None


def _exemplars(brief: Brief) -> tuple[str, ...]:
    if brief.exemplars is not None:
        return brief.exemplars
    asked = brief.request
    return exemplars(asked.ambassador.posts, asked.content, asked.language, form=brief.angle.form)


@dataclass(frozen=True, slots=True)
class _Task:
    """What one call is about; `before` is the text to change, None for a first one."""

    prompt: Prompt
    messages: tuple[Message, ...]
    before: str | None


def _material(request: DraftRequest) -> tuple[str, ...]:
    """Return what a prompt holds and a draft may tell."""
    content = request.content
    given = (content.text, content.title, content.url, *request.notes, request.consideration)
    return tuple(one for one in given if one)


def _revising(
    inputs: DraftPostInputs, before: str, objections: tuple[Objection, ...], prompt: Prompt
) -> RevisePostInputs:
    values = {name: getattr(inputs, name) for name in DraftPostInputs.__dataclass_fields__}
    if "habits" not in prompt.front.inputs:
        # Versions before the third are not told the card, and these words are objected to.
        unused = inputs.habits.never if inputs.habits else ()
        values["never"] = tuple(dict.fromkeys((*inputs.never, *unused)))
    return RevisePostInputs(**values, draft=Foreign(before), objections=objections)


def _told_as(form: Form, prompt: Prompt) -> Form:
    """Return the form as a prompt knows it: to the first versions an objection is a question."""
    is_unknown = form is Form.DISAGREEMENT and form not in prompt.front.also_knows
    return Form.QUESTION if is_unknown else form


def _focus(brief: Brief) -> str:
    """Return what the post stands on: a sentence, or the title of a content told as a whole."""
    angle, content = brief.angle, brief.request.content
    return content.title if angle.of_whole else content.text[angle.focus.start : angle.focus.end]


def _quotable(words: int) -> int:
    """Return how many words may be quoted in a post: a share of it, a short sentence at least."""
    return min(LONGEST_QUOTATION, max(_SHORT_QUOTATION, round(words * _QUOTED)))


def _employer(brief: Brief) -> str:
    """Return the employer as the author says it, if the charter knows that name."""
    said = brief.request.ambassador.organization or ""
    known = {name.casefold(): name for name in brief.organization.names}
    return known.get(said.strip().casefold(), brief.organization.name or brief.employer)


def _within(notes: Sequence[str], characters: int) -> tuple[Foreign, ...]:
    kept: list[Foreign] = []
    for note in notes:
        piece = _begun(note, characters)
        characters -= len(piece)
        kept += [Foreign(piece)] if piece else []
    return tuple(kept)


def _begun(text: str, characters: int) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= characters:
        return text
    return text[:characters].rpartition(" ")[0]

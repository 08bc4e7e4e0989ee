"""What stands in the fields of a phrase: the employer, the source, its words, its names."""

from domain.employers import is_plural, where_one_works, with_article
from domain.language import Language
from personalizer.citing import Citation, Claim, of_before, that_before
from personalizer.clauses import word_count
from personalizer.offline.blocks import Field
from personalizer.offline.material import Material
from personalizer.offline.nuggets import nugget_of, speaker_of
from personalizer.offline.own_phrases import says_work
from personalizer.offline.typography import quoted, typeset

_ELISION = "'’"
_FEW_WORDS = 4
_LONGEST_TITLE = 12
_THIS = {"annonce": "cette", "étude": "cette"}
_A = {
    Language.FRENCH: {"annonce": "Une", "étude": "Une"},
    Language.ENGLISH: {"article": "An", "interview": "An"},
}


def standing_fields(material: Material) -> dict[str, Field]:
    """Return the fields every phrase may use."""
    fields = _employer_fields(material) | _publisher_fields(material) | _source_fields(material)
    nugget = _nugget(material)
    if nugget is not None:
        fields["nugget"] = Field(_quoted(nugget, material))
    speaker = speaker_of(material.focus.text) if material.focus is not None else None
    return fields | (_speaker_fields(speaker, material.language) if speaker else {})


def claiming_fields(claim: Claim, material: Material) -> dict[str, Field]:
    """Return the fields of a sentence told outside quotation marks."""
    fields = {
        "claim": Field(typeset(claim.text, material.content.language)),
        "que": Field(that_before(claim.text, material.language), is_own=False),
    }
    return fields | (_speaker_fields(claim.speaker, material.language) if claim.speaker else {})


def citing_fields(citation: Citation, material: Material) -> dict[str, Field]:
    """Return the fields of a quotation and its speaker."""
    fields = {
        "quote": Field(_quoted(citation.ended, material)),
        "cited": Field(_quoted(citation.unended, material)),
    }
    speaker = citation.speaker
    return fields | (_speaker_fields(speaker, material.language) if speaker else {})


def _employer_fields(material: Material) -> dict[str, Field]:
    language = material.language
    employer = typeset(material.employer, language)
    own = _work(material)
    if own is None:
        work = where_one_works(employer, language)
        said = f"travaille {work}" if language is Language.FRENCH else f"work {work}"
    else:
        said = f"{own}{'' if own[-1] in _ELISION else ' '}{employer}"
    work = f"{'je' if language is Language.FRENCH else 'I'} {said}"
    is_several = is_plural(employer, language)
    return {
        "est": Field("sont" if is_several else "est", is_own=False),
        "nt": Field("nt" if is_several else "", is_own=False),
        "employer": Field(with_article(employer, language)),
        "work": Field(work),
        "Work": Field(work[:1].upper() + work[1:]),
    }


def _work(material: Material) -> str | None:
    return says_work(material.request.ambassador, material.employer, material.language)


def _publisher_fields(material: Material) -> dict[str, Field]:
    """Return the employer as the one who published the content, where its address says so."""
    if not material.is_employers_own:
        return {}
    language = material.language
    employer = typeset(material.employer, language)
    publisher, at = with_article(employer, language), where_one_works(employer, language)
    of_publisher = of_before(publisher, language)
    for apart, together in (("de le ", "du "), ("de les ", "des ")):
        of_publisher = of_publisher.replace(apart, together)
    return {
        "publisher": Field(publisher),
        "of_publisher": Field(of_publisher),
        "At_publisher": Field(at[:1].upper() + at[1:]),
    }


def _source_fields(material: Material) -> dict[str, Field]:
    is_french = material.language is Language.FRENCH
    this = _THIS.get(material.kind, "cet") if is_french else "this"
    # What is named nowhere is this one, not the one that everybody knows.
    the = f"l’{material.kind}" if is_french else f"the {material.kind}"
    the = the if material.title is not None else f"{this} {material.kind}"
    a = _A[material.language].get(material.kind, "Un" if is_french else "A")
    fields = {
        "this": Field(f"{this} {material.kind}", is_own=False),
        "This": Field(f"{this} {material.kind}".capitalize(), is_own=False),
        "the": Field(the, is_own=False),
        "The": Field(the[:1].upper() + the[1:], is_own=False),
        "A": Field(f"{a} {material.kind}", is_own=False),
    }
    if material.title is not None:
        fields["title"] = Field(_quoted(_said_title(material.title, material), material))
    if material.short_title is not None:
        fields["name"] = _label(material.short_title, material)
    if material.content.url is not None:
        fields["url"] = Field(material.content.url)
    return fields


def _said_title(title: str, material: Material) -> str:
    """Return a title as people say it: a long one without its subtitle."""
    short = material.short_title
    return title if short is None or word_count(title) <= _LONGEST_TITLE else short


def _label(title: str, material: Material) -> Field:
    """Return a short title: as a name between marks, or bare where those would make it quoted."""
    if word_count(title) <= _FEW_WORDS:
        return Field(_quoted(title, material))
    return Field(typeset(title, material.content.language), is_own=False)


def _speaker_fields(speaker: str, language: Language) -> dict[str, Field]:
    return {
        "speaker": Field(speaker, is_own=False),
        "of_speaker": Field(of_before(speaker, language), is_own=False),
    }


def _nugget(material: Material) -> str | None:
    """Return a few words to point at; a whole title would count as a quotation."""
    focus, title = material.focus, material.title
    found = None
    if focus is not None and not material.is_foreign:
        found = nugget_of(focus.text, material.content.language)
    if found is None and title is not None and word_count(title) <= _FEW_WORDS:
        return title
    return found


def _quoted(said: str, material: Material) -> str:
    return quoted(typeset(said, material.content.language), material.language)

"""The frame of an offline draft: how it opens, cites, discloses, closes and links."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from benchmarks.drafts.first_person import invented
from domain.drafts import Draft
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.platforms import Platform
from domain.review import Circumstances, Source
from domain.segmentation import sentences
from guardrails.charter import load_charter
from guardrails.guard import Guard
from personalizer.offline.layouts import WITH_NOTES, WITH_NOTES_APART, WITHOUT_NOTES, Part
from personalizer.offline.phrases import phrases
from tests.builders import NOW, item, organization
from tests.personalizer.articles import allocated, article, brief, colleagues
from tests.personalizer.test_offline_writer import BOTH, KEY, draft

# What readers found that nobody writes: a calque, an article without a name, a stake that is none.
BANNED = re.compile(
    r"^Je relaie \{(?:title|this)|mettre dans (?:vos|tes) lectures|pause lecture"
    r"|et je relaie \{title"
    r"|Le texte (?:dit|ajoute)|Comme le dit|entre autres|on apprend|C’est un extrait|même texte"
    r"|L’article ajoute|y lit-on|lit-on dans \{|[Tt]ransparence oblige|[Pp]ar souci de transparence"
    r"|^\(?Transparence|[Ee]n toute transparence"
    r"|Et (?:chez )?(?:vous|toi)\s\?|de (?:votre|ton) côté"
    r"|le (?:voyez|vois) comment|vous parle|te parle|retenez-vous|retiens-tu|ajouteriez"
    r"|tête reposée"
    r"|^Et le lien|^Le lien\s:|^\{url\}$"
    r"|^As \{title"
    r"|^To read:|^Here is \{title|^Passing along \{t|people behind|Among other things|of its points"
    r"|thing it says|same text|[Aa]nother excerpt|more line|also (?:notes|says)|^Also in"
    r"|^The text (?:says|adds|puts)"
    r"|interest of transparency|[Ff]ull disclosure|[Ff]or transparency|^(?:How about|And) you\?$"
    r"|je le précise|^\(?Mon employeur\s:|^\(?My employer:"
    r"|^(?:Retours|Commentaires) bienvenus"
    r"|^Si (?:vous|tu) |[Pp]etit extrait|montre \{que|shows \{que|^Lien\s:|^Link:"
    r"|^Source\s?: ?\{url"
    r"|[Pp]assing (?:on|along) \{title|^(?:All views|Comments|Feedback) welcome|^Anything to add"
    r"|^What do you think|^Enjoy!$|^Have a look\.$|^And the link|^The link:",
)
DISCLOSING = frozenset({Part.DISCLOSURE, Part.PRESENTED, Part.WOVEN, Part.SIGNED})
SLOTS = [(language, slot) for language in Language for slot in phrases(language).pools]
DISCLOSES = re.compile(r"je travaille|mon employeur|I work|my employer", re.IGNORECASE)
ABOUT = {
    Language.FRENCH: "J’ai réglé cette presse trois fois cet hiver.",
    Language.ENGLISH: "When the press jams I look at the board first.",
}
APART = {
    Language.FRENCH: "J’ai planté des tomates derrière la serre et elles ont pris malgré la pluie.",
    Language.ENGLISH: "I planted tomatoes behind the house and they took well in spite of rain.",
}
WORK = {Language.FRENCH: "je travaille chez Tessonde", Language.ENGLISH: "I work at Tessonde"}
TIED = re.compile(r"article|lien|transition|connection")


@pytest.mark.parametrize(("language", "slot"), SLOTS)
def test_no_phrase_is_one_that_readers_stumbled_over(language: Language, slot: str) -> None:
    if not slot.startswith("placeholder"):
        for phrase in phrases(language).pool(slot):
            assert not BANNED.search(phrase), phrase


@pytest.mark.parametrize(("language", "slot"), SLOTS)
def test_no_phrase_says_an_i_that_nobody_told(language: Language, slot: str) -> None:
    # A note is its author's, and a mark to fill will be.
    if not slot.startswith(("placeholder", "note")):
        for phrase in phrases(language).pool(slot):
            said = re.sub(r"\{work\}", WORK[language], phrase, flags=re.IGNORECASE)
            assert not invented(said, language), phrase


@pytest.mark.parametrize("layout", [*WITH_NOTES, *WITH_NOTES_APART, *WITHOUT_NOTES])
def test_no_closing_comes_right_behind_where_the_author_works(
    layout: tuple[tuple[Part, ...], ...],
) -> None:
    order = [part for paragraph in layout for part in paragraph]
    assert order[order.index(Part.CLOSING) - 1] not in DISCLOSING - {Part.WOVEN}
    assert sum(part in DISCLOSING for part in order) == 1


@pytest.mark.parametrize("layout", [*WITH_NOTES, *WITH_NOTES_APART, *WITHOUT_NOTES])
def test_nothing_that_points_back_stands_behind_a_disclosure(
    layout: tuple[tuple[Part, ...], ...],
) -> None:
    order = [part for paragraph in layout for part in paragraph]
    assert all(one[-1] is Part.DISCLOSURE for one in layout if Part.DISCLOSURE in one)
    assert all(one == (Part.SIGNED,) for one in layout if Part.SIGNED in one)
    if Part.DISCLOSURE in order:
        behind = order[order.index(Part.DISCLOSURE) + 1]
        assert behind in {Part.OWN, Part.INTRO, Part.TITLED}


def test_a_disclosure_stands_with_what_is_told_wherever_a_note_need_not_come_first() -> None:
    for layout in (*WITH_NOTES, *WITHOUT_NOTES):
        at = next(at for at, paragraph in enumerate(layout) if DISCLOSING & {*paragraph})
        assert at <= 1
        assert not DISCLOSING & {*layout[-4], *layout[-3]}
    late = [one for one in WITH_NOTES_APART if (Part.SIGNED,) in one]
    assert len(late) < len(WITH_NOTES_APART) / 2


@BOTH
def test_no_draft_asks_its_reader_where_they_work(language: Language) -> None:
    for one in allocated(article(language), colleagues(24), language):
        said = sentences(re.sub(r"https?://\S+", "", draft(one)))
        pairs = pairwise(said)
        assert not any(DISCLOSES.search(one) and other.endswith("?") for one, other in pairs)


@BOTH
def test_no_draft_opens_on_the_bare_word_of_where_its_author_works(language: Language) -> None:
    for one in allocated(article(language), colleagues(24), language):
        opening = sentences(draft(one))[0]
        assert not re.fullmatch(r"\(?(?:Je travaille chez|I work at) \w+\.\)?", opening), opening


@BOTH
def test_every_way_to_disclose_is_one_the_charter_knows(language: Language) -> None:
    guard = Guard.of(load_charter(), key=KEY)
    source = Source("La presse se règle en douze minutes.", "Douze minutes", None, ())
    told = Circumstances(
        now=NOW,
        organization=organization(),
        platform=Platform.INTERNAL,
        source=source,
        notes=(),
        posts=(),
        consideration=None,
        neighbours=(),
    )
    work = "je travaille chez Ardemont" if language is Language.FRENCH else "I work at Ardemont"
    fields = {"work": work, "Work": work[:1].upper() + work[1:], "title": "“Presse”"}
    for slot in ("disclosure.any", "disclosure.own", "presented.any", "presented.own"):
        for phrase in phrases(language).pool(slot):
            said = re.sub(r"\{(\w+)\}", lambda one: fields.get(one[1], "Ardemont"), phrase)
            text = f"Ardemont. {said}"
            rules = {one.rule for one in guard.inspect(Draft(text, language), told).findings}
            assert "CH-01" not in rules, said


@BOTH
def test_a_note_on_the_subject_is_brought_in_and_asks_for_nothing(language: Language) -> None:
    content = article(language)
    note = ABOUT[language]
    texts = [draft(brief(content, one, notes=(note,))) for one in colleagues(24)]
    inside = note if language is Language.ENGLISH else note[:1].lower() + note[1:]
    inside = inside[:1].lower() + inside[1:]
    brought = [text for text in texts if inside in text]
    assert brought
    assert all(note in text for text in texts if text not in brought)
    assert all(re.search(rf"[,:]\s{re.escape(inside)}", text) for text in brought)
    assert not any(list(placeholder_bounds(text)) for text in brought)


@BOTH
def test_a_note_on_another_subject_comes_first_and_asks_what_ties_it(language: Language) -> None:
    content = article(language)
    for person in colleagues(12):
        text = draft(brief(content, person, notes=(APART[language],)))
        assert text.startswith(APART[language])
        start, end = next(placeholder_bounds(text))
        assert text[:start].strip() == APART[language]
        assert TIED.search(text[start:end])


@BOTH
def test_a_second_sentence_is_the_next_one_and_names_the_same(language: Language) -> None:
    first, next_on, apart = {
        Language.FRENCH: (
            "Le réglage de la presse prend douze minutes depuis ce printemps.",
            "Ce réglage demandait quarante minutes et deux personnes avant la liste.",
            "Le toit du hall sera repeint en vert cet automne.",
        ),
        Language.ENGLISH: (
            "Setting up the press takes twelve minutes since this spring.",
            "Setting it up took forty minutes and two people before the list.",
            "The roof of the hall will be painted green this autumn.",
        ),
    }[language]
    for second, is_told in ((next_on, True), (apart, False)):
        content = item(text=f"{first} {second}", language=language, title="Presse")
        said = [
            draft(replace(one, request=replace(one.request, content=content)))
            for one in allocated(content, colleagues(4), language)
        ]
        both = [text for text in said if first[-12:-1] in text and second[-12:-1] in text]
        assert is_told or not both


@BOTH
def test_a_long_title_is_said_without_its_subtitle(language: Language) -> None:
    short, rest = {
        Language.FRENCH: ("Régler une presse", "ou comment l’atelier a gagné une demi-heure"),
        Language.ENGLISH: ("Setting up a press", "or how the workshop gained half an hour"),
    }[language]
    content = replace(article(language), title=f"{short} ({rest} par jour)")
    texts = [draft(one) for one in allocated(content, colleagues(8), language)]
    assert all(short in text for text in texts)
    assert not any(rest in text for text in texts)


def test_what_may_not_be_named_is_this_article() -> None:
    content = replace(article(Language.ENGLISH), title="How we made setting up a press in 3")
    said = " ".join(draft(one) for one in allocated(content, colleagues(8), Language.ENGLISH))
    assert "this article" in said.casefold()
    assert "in 3" not in said
    assert "the article" not in said.casefold()

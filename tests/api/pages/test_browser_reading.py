"""The pages can be read by everybody, and their script agrees with the service."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from api.pages.typography import typeset
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.roles import Role
from tests.api.pages.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Reader = Callable[[Role, str], Page]


@pytest.fixture(scope="module")
def scripts(site: Site, chromium: Browser) -> Iterator[Page]:
    """Open one page for all who ask nothing but its scripts: a profile costs more than they do."""
    page = chromium.new_page()
    page.goto(f"{site.address}/")
    yield page
    page.close()


@pytest.fixture(scope="module")
def reader(site: Site, chromium: Browser) -> Iterator[Reader]:
    """Sign in once in each role and language, for those who only read pages."""
    pages: dict[tuple[Role, str], Page] = {}

    def of(role: Role, language: str) -> Page:
        if (role, language) not in pages:
            pages[role, language] = chromium.new_page()
            pages[role, language].goto(site.link(role, language=language))
        pages[role, language].set_viewport_size({"width": 1280, "height": 900})
        return pages[role, language]

    yield of
    for page in pages.values():
        page.close()


def test_the_mix_is_said_in_proportions(site: Site, page: Page) -> None:
    page.goto(site.link(Role.EMPLOYEE))
    page.goto(f"{site.address}/me")
    page.fill("#share-expert", "50")
    page.fill("#share-supporter", "20")
    assert page.locator("output").all_text_contents() == [
        "50\u00a0%",
        "30\u00a0%",
        "20\u00a0%",
        "0\u00a0%",
    ]


def test_a_post_is_added_and_kept(site: Site, page: Page) -> None:
    page.goto(site.link(Role.EMPLOYEE, "amb_solene"))
    page.goto(f"{site.address}/me")
    boxes = page.locator("[name=posts]")
    before = boxes.count()
    page.locator("[data-add-post]").click()
    boxes.nth(before - 1).fill("Un message de plus.")
    boxes.nth(before).fill("Un autre encore.")
    page.locator(".self button[type=submit]").first.click()
    expect(page.locator(".notice.good")).to_have_text("Enregistré.")
    expect(boxes.nth(before)).to_have_value("Un autre encore.")


TEXTS = [
    "[à compléter : votre avis]",
    "[à compléter\u00a0: votre avis] et [to complete: a place]",
    "[A COMPLETER: x]",
    "[to complete : ]",
    "[to complete: two\nlines]",
    "[to complete: " + "a" * 301 + "]",
    "[compléter : x] [todo: x] (à compléter : x)",
    "𝄞 é [to complete: 𝄞] end",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_page_and_the_service_see_the_same_placeholders(scripts: Page, text: str) -> None:
    seen = in_spans(scripts, "m => t => m.placeholders(t).map(p => t.slice(p.start, p.end))", text)
    assert seen == [text[start:end] for start, end in placeholder_bounds(text)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("one TWO three", "one, one TWO three", ["TWO", False]),
        ("one TWO three", "one TWO and three", ["TWO", False]),
        ("one TWO three", "one TWWO three", ["TWWO", True]),
        ("one TWO three", "one TO three", ["TO", True]),
        ("one TWO three", "one  three", []),
        ("𝄞 TWO", "é 𝄞 TWO", ["TWO", False]),
        ("one TWO three", "", []),
    ],
)
def test_marks_move_along_with_the_text(
    scripts: Page, before: str, after: str, expected: list[Any]
) -> None:
    script = """m => ([before, after, start, end]) =>
        m.moved(m.inUtf16(before, [{start, end}]), before, after)
         .flatMap(s => [after.slice(s.start, s.end), Boolean(s.edited)])"""
    start = before.index("TWO")
    assert in_spans(scripts, script, [before, after, start, start + 3]) == expected


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "text",
    [
        "L'entreprise dit : « oui » ; vraiment ? À 72 % !",
        "The company's own rule: 'so'.",
        "https://a.example/?q=l'eau",
        "",
    ],
)
def test_the_page_and_its_script_set_texts_alike(
    site: Site, scripts: Page, text: str, language: Language
) -> None:
    scripts.goto(f"{site.address}/?lang={language}")
    set_by_script = scripts.evaluate(
        "async text => (await import('/static/words.js')).typeset(text)", text
    )
    assert set_by_script == typeset(text, language)


def in_spans(page: Page, script: str, given: Any) -> Any:
    call = f"async given => ({script})(await import('/static/spans.js'))(given)"
    return page.evaluate(call, given)


PLACES = [
    (Role.EMPLOYEE, "/"),
    (Role.EMPLOYEE, "/me"),
    (Role.EMPLOYEE, "/me/erase"),
    (Role.EMPLOYEE, "/desk"),
    (Role.EMPLOYEE, "/voice"),
    (Role.EMPLOYEE, "/propose"),
    (Role.EMPLOYEE, "/charter"),
    (Role.COMMS, "/proposals"),
    (Role.COMMS, "/insights"),
    (Role.COMMS, "/newsroom"),
    (Role.COMMS, "/newsroom?q=zzzz"),
]

CONTRAST = """() => {
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const found = rgb(getComputedStyle(one).backgroundColor);
      if (found.length < 4 || found[3] === 1) return found;
    }
    return [255, 255, 255];
  };
  const pale = [];
  for (const element of document.querySelectorAll("body *")) {
    const says = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!says || !element.checkVisibility()) continue;
    if (element.closest("[aria-hidden], [disabled], svg")) continue;
    const style = getComputedStyle(element);
    const [one, other] = [light(rgb(style.color)), light(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const isLarge = parseFloat(style.fontSize) >= 24;
    if (ratio < (isLarge ? 3 : 4.5)) pale.push([element.outerHTML.slice(0, 80), ratio]);
  }
  return pale;
}"""

NAMELESS = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
  .filter(one => !one.labels.length && !one.getAttribute("aria-label")).map(one => one.outerHTML)"""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("role", "path"), PLACES)
def test_every_page_can_be_read_by_everybody(
    site: Site, reader: Reader, role: Role, path: str, language: str
) -> None:
    page = reader(role, language)
    page.goto(site.address + path)
    assert readable(page)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_drafts_can_be_read_by_everybody(
    site: Site, page: Page, troubles: list[str], language: str
) -> None:
    page.goto(site.link(Role.EMPLOYEE, language=language))
    page.locator(".proposal .action a").first.click()
    page.locator(".ask button").click()
    page.locator(".draft").first.wait_for(timeout=60_000)
    assert readable(page)
    assert not troubles


def readable(page: Page) -> bool:
    """Check contrast, names, headings and a narrow screen; a page that fails says where."""
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(NAMELESS) == []
    assert page.locator("h1").count() == 1
    page.set_viewport_size({"width": 360, "height": 740})
    return bool(page.evaluate("document.documentElement.scrollWidth") == 360)

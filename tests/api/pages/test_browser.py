"""Drafting as people do it: a real server, a real browser."""

import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from domain.purposes import Purpose
from domain.roles import Role
from tests.api.pages.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NOTE = "J’ai passé trois nuits à écouter le même tronçon en fonte."


def open_content(page: Page, site: Site, person: str = "amb_lea", language: str = "fr") -> None:
    page.goto(site.link(Role.EMPLOYEE, person, language))
    page.locator(".proposal .action a").first.click()
    page.wait_for_url("**/contents/**")


def ask(page: Page, note: str = NOTE, count: str = "1") -> None:
    page.fill("#note", note)
    page.select_option("#n", count)
    page.locator(".ask button").click()
    page.locator(".draft").first.wait_for(timeout=60_000)


def add(page: Page, text: str) -> None:
    page.locator("[data-text]").first.press("Control+End")
    with page.expect_response("**/v1/checks"):
        page.keyboard.type(text)


def is_of_a_copied_text(response: Response) -> bool:
    """Tell whether a check was asked for by copying rather than by typing."""
    sent = response.request.post_data or ""
    return response.url.endswith("/v1/checks") and json.loads(sent)["finished"] is True


@dataclass(frozen=True)
class Author:
    """Somebody of the demo, what they note, and the verdicts in their language."""

    person: str
    language: str
    note: str
    allowed: str
    blocked: str


AUTHORS = [
    Author("amb_lea", "fr", NOTE, "Respecte la charte", "À ne pas publier en l’état"),
    Author(
        "amb_priya",
        "en",
        "I checked forty labels by hand.",
        "Keeps the charter",
        "Not to be posted as it is",
    ),
]


@pytest.mark.parametrize("author", AUTHORS, ids=lambda author: author.language)
def test_one_pass_from_a_suggestion_to_a_copied_text(
    site: Site, context: BrowserContext, page: Page, troubles: list[str], author: Author
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_content(page, site, author.person, author.language)
    ask(page, author.note)
    badge = page.locator(".badge").first
    expect(badge).to_have_text(author.allowed)
    add(page, " Limule")
    expect(badge).to_have_text(author.blocked)
    expect(page.locator(".mirror .finding-block").first).to_have_text("Limule")
    page.locator("[data-copy]").first.click()
    expect(page.locator("[data-copied]").first).to_have_class(re.compile("unfinished"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("[data-text]").first.input_value()
    assert copied.endswith("Limule")
    assert not troubles


def test_what_a_text_meets_is_counted_when_it_is_copied_and_not_while_it_is_typed(
    site: Site, page: Page
) -> None:
    site.services.people.turn("amb_lea", {Purpose.COLLECTIVE: True})
    open_content(page, site)
    ask(page)
    add(page, " Limule")
    kept = site.services.export.of("amb_lea")["kept"]["tallies"]
    assert "finding" not in {one["measure"] for one in kept}
    # What is typed may be checked once more meanwhile; that answer is not the one waited for.
    with page.expect_response(is_of_a_copied_text):
        page.locator("[data-copy]").first.click()
    kept = site.services.export.of("amb_lea")["kept"]["tallies"]
    assert "finding" in {one["measure"] for one in kept}
    site.services.people.turn("amb_lea", {Purpose.COLLECTIVE: False})


def test_a_remark_leads_to_its_place(site: Site, page: Page) -> None:
    open_content(page, site)
    ask(page)
    add(page, " Limule")
    page.locator(".finding .show").first.click()
    chosen = page.evaluate(
        "(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)"
    )
    assert chosen == "Limule"


def test_a_place_to_fill_in_is_said_until_it_is_filled(site: Site, page: Page) -> None:
    open_content(page, site)
    ask(page, "")
    place = page.locator(".place").first
    expect(page.locator(".mirror .placeholder").first).to_be_visible()
    page.locator("[data-copy]").first.click()
    expect(page.locator("[data-copied]").first).to_contain_text("un endroit à compléter")
    while place.count():
        place.click()
        with page.expect_response("**/v1/checks"):
            page.keyboard.type("Ce jour-là, il pleuvait.")
    expect(page.locator("[data-fill]").first).to_be_hidden()
    expect(page.locator("[data-copied]").first).to_have_text("")


def test_sentences_show_where_they_come_from(site: Site, page: Page, troubles: list[str]) -> None:
    open_content(page, site)
    ask(page)
    expect(page.locator(".mirror [class^=origin]")).to_have_count(0)
    page.locator(".origins summary").first.click()
    page.locator("[data-toggle] input").first.check()
    expect(page.locator(".mirror .origin-note").first).to_contain_text("trois nuits")
    page.locator("[data-text]").first.press("Control+Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("Voilà")
    expect(page.locator(".origin.edited").first).to_contain_text("Voilà")
    assert not troubles


@pytest.mark.parametrize("author", AUTHORS, ids=lambda author: author.language)
def test_what_stands_under_a_draft_follows_its_text(
    site: Site, page: Page, troubles: list[str], author: Author
) -> None:
    open_content(page, site, author.person, author.language)
    ask(page, author.note)
    area, under = page.locator("[data-text]").first, page.locator("[data-presented]").first
    mark, origins = page.locator("[data-first-text]").first, page.locator("[data-origins]").first
    first, told, traced = area.input_value(), under.text_content(), origins.text_content()
    expect(mark).to_be_hidden()
    changed = "𝄞 " + "Tessonde " * 130
    with page.expect_response("**/v1/checks"):
        area.fill(changed)
    expect(under.locator("q")).to_have_text(changed[:210].rstrip())
    expect(under).to_contain_text(re.compile("1.173"))
    expect(mark).to_be_visible()
    expect(origins.locator("li")).to_have_count(1)
    expect(origins.locator(".edited")).to_contain_text("𝄞 Tessonde Tessonde")
    with page.expect_response("**/v1/checks"):
        area.fill("Court.")
    expect(under.locator("q")).to_have_count(0)
    with page.expect_response("**/v1/checks"):
        area.fill(first)
    expect(mark).to_be_hidden()
    expect(under).to_be_visible()
    assert (in_words(under.text_content()), in_words(origins.text_content())) == (
        in_words(told),
        in_words(traced),
    )
    assert not troubles


def in_words(text: str | None) -> list[str]:
    return (text or "").split()


def test_what_was_not_counted_again_is_not_shown(site: Site, page: Page) -> None:
    open_content(page, site)
    ask(page)
    page.route("**/v1/checks", lambda route: route.abort())
    page.locator("[data-text]").first.fill("Un tout autre texte.")
    expect(page.locator(".verdict.unknown").first).to_be_visible()
    expect(page.locator("[data-presented]").first).to_be_hidden()


def test_a_sentence_added_to_a_draft_is_told_as_added(site: Site, page: Page) -> None:
    open_content(page, site)
    ask(page)
    page.locator(".origins summary").first.click()
    before = page.locator("[data-origins] li").count()
    add(page, " Et voilà la suite.")
    items = page.locator("[data-origins] li")
    expect(items).to_have_count(before + 1)
    expect(items.last).to_have_class(re.compile("edited"))
    expect(items.last).to_contain_text("Et voilà la suite.")


def test_drafts_that_were_changed_outlive_the_next_ones(site: Site, page: Page) -> None:
    open_content(page, site, "amb_bastien")
    ask(page)
    add(page, " Et voilà.")
    page.locator(".ask button").click()
    expect(page.locator("#drafts h2").last).to_have_text("Brouillons que vous aviez modifiés")
    assert page.locator("[data-text]").last.input_value().endswith("Et voilà.")


def test_waiting_is_visible_and_can_be_stopped(site: Site, page: Page) -> None:
    open_content(page, site)
    page.route("**/contents/**", lambda _route: None)
    page.locator(".ask button").click()
    expect(page.locator("[data-waiting]")).to_be_visible()
    expect(page.locator("[role=status][data-said]")).to_contain_text("Rédaction")
    expect(page.locator(".ask button")).to_be_disabled()
    page.locator("[data-cancel]").click()
    expect(page.locator("[data-waiting]")).to_be_hidden()
    expect(page.locator(".ask button")).to_be_enabled()


def test_an_answer_that_does_not_come_is_told(site: Site, page: Page) -> None:
    open_content(page, site)
    page.route("**/contents/**", lambda route: route.abort())
    page.fill("#note", NOTE)
    page.locator(".ask button").click()
    expect(page.locator("#drafts [role=alert]")).to_contain_text("La réponse n’est pas venue")
    expect(page.locator("#note")).to_have_value(NOTE)


def test_a_session_that_ended_is_told_while_editing(site: Site, page: Page) -> None:
    open_content(page, site)
    ask(page)
    page.context.clear_cookies()
    add(page, " Encore")
    expect(page.locator(".meaning").first).to_contain_text("Votre session est terminée")
    page.locator("[data-copy]").first.click()
    expect(page.locator("[data-copied]").first).to_contain_text("pas terminé")


def test_without_a_script_drafts_still_come(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    open_content(page, site, "amb_karim")
    ask(page)
    expect(page.locator("[data-text]").first).to_be_visible()
    expect(page.locator(".verdict.allow").first).to_be_visible()
    expect(page.locator("[data-copy]").first).to_be_hidden()
    context.close()


def test_a_link_on_another_site_finds_the_session(site: Site, page: Page) -> None:
    page.set_content(f'<a href="{site.link(Role.EMPLOYEE)}">in</a>')
    page.click("text=in")
    expect(page.locator("h1")).to_have_text("De quoi vous pourriez parler")
    page.set_content(f'<a href="{site.address}/me">me</a>')
    page.click("text=me")
    expect(page.locator("h1")).to_have_text("Ce qui est conservé de vous")


def test_the_keyboard_alone_leads_from_the_top_to_a_draft(site: Site, page: Page) -> None:
    page.goto(site.link(Role.EMPLOYEE))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.locator(".proposal h2 a").first.focus()
    page.keyboard.press("Enter")
    page.locator("#note").focus()
    page.keyboard.type(NOTE)
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator(".ask button")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".draft").first.wait_for(timeout=60_000)
    expect(page.locator("#drafts")).to_be_focused()

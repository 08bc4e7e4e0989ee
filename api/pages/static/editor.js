// One draft in its editor: remarks shown in place, checked again as it changes, and copied.

import { inUtf16, moved, pieces, placeholders, sentences } from "./spans.js";
import { LONGEST, post, Verdict } from "./verdict.js";
import { counted, number, words } from "./words.js";

const PAUSE_MILLISECONDS = 400;

export class Editor {
  constructor(article) {
    this.article = article;
    this.area = article.querySelector("[data-text]");
    this.mirror = article.querySelector("[data-mirror]");
    this.toggle = article.querySelector("[data-toggle] input");
    this.presented = article.querySelector("[data-presented]");
    this.origins = article.querySelector("[data-origins]");
    // As it was written, whatever a browser that comes back to the page has put in its place.
    this.text = this.first = this.area.defaultValue;
    this.firstGrounding = inUtf16(this.first, JSON.parse(article.dataset.grounding));
    this.grounding = this.firstGrounding;
    this.isKept = true;
    this.verdict = new Verdict(article, (finding) => this.select(finding));
    this.verdict.list(JSON.parse(article.dataset.findings));
    this.find(JSON.parse(article.dataset.findings));
    this.begin();
  }

  begin() {
    this.area.parentElement.classList.add("live");
    const copy = this.article.querySelector("[data-copy]");
    copy.hidden = false;
    copy.addEventListener("click", () => this.copy());
    this.toggle.closest("[data-toggle]").hidden = false;
    this.toggle.addEventListener("change", () => this.paint());
    this.area.addEventListener("input", () => this.change());
    // Whoever leaves the text has stopped typing: where a judge is set, it reads it now.
    this.area.addEventListener("change", () => this.check({ live: false }));
    for (const event of ["keyup", "click"]) {
      this.area.addEventListener(event, () => this.pointToSource());
    }
    this.paint();
    if (this.area.value !== this.first) this.change();
  }

  get isEdited() {
    return this.text !== this.first;
  }

  /** Follow an edit: marks move along at once, the charter is asked after a pause. */
  change() {
    const before = this.text;
    this.text = this.area.value;
    this.findings = moved(this.findings, before, this.text).filter((one) => !one.edited);
    this.grounding = this.isEdited
      ? sentences(this.text, moved(this.grounding, before, this.text))
      : this.firstGrounding;
    this.isKept = false;
    // Until the service has counted it: what it says there is of the text before.
    this.presented.classList.add("waiting");
    this.article.querySelector("[data-first-text]").hidden = !this.isEdited;
    this.article.querySelector("[data-copied]").textContent = "";
    this.verdict.wait();
    this.paint();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.check(), PAUSE_MILLISECONDS);
  }

  async check({ live = true } = {}) {
    clearTimeout(this.pause);
    this.asking?.abort();
    this.asking = new AbortController();
    const text = this.text;
    const told = await this.verdict.ask(this.request(text, { live }), this.asking.signal);
    if (!told || text !== this.text) return;
    this.find(told.findings);
    this.present(told.presentation);
    this.paint();
  }

  /** Say how the platform takes the text as it is now. */
  present({ length, limit, shown_first: shown }) {
    const { platformName } = this.presented.dataset;
    const said = { platform: platformName, length: number(length), limit: number(limit) };
    const whole = words.drafts.presented.replace(/\{(\w+)\}/g, (_, name) => said[name]);
    const characters = [...this.text];
    if (shown < characters.length) {
      const begins = document.createElement("q");
      begins.lang = this.article.dataset.language;
      begins.textContent = characters.slice(0, shown).join("");
      this.presented.replaceChildren(`${whole} ${words.drafts.shown_first} `, begins);
    } else {
      this.presented.replaceChildren(whole);
    }
    this.presented.classList.remove("waiting");
  }

  find(findings) {
    this.findings = inUtf16(this.text, findings);
    this.verdict.link(this.findings);
  }

  request(text, { live = false, finished = false }) {
    const { draft, content, language, platform, notes } = this.article.dataset;
    return {
      text,
      language,
      platform,
      content_id: content,
      draft_id: draft,
      notes: JSON.parse(notes),
      finished,
      live,
    };
  }

  /** Show the marks in the layer under the text, and what is still to be filled in. */
  paint() {
    const places = placeholders(this.text);
    const marks = [
      ...this.findings.map((one) => ({ ...one, name: `finding-${one.severity}` })),
      ...places.map((one) => ({ ...one, name: "placeholder" })),
      ...(this.toggle.checked ? this.grounding : []).map((one) => ({
        ...one,
        name: `origin-${originOf(one)}`,
      })),
    ];
    const shown = pieces(this.text, marks).map((piece) => {
      const span = document.createElement("span");
      span.className = piece.classes.join(" ");
      span.dataset.start = piece.start;
      span.textContent = piece.text;
      return span;
    });
    // The last line break needs something after it to take up its line.
    this.mirror.replaceChildren(...shown, "\u200b");
    this.article.querySelector("[data-count]").textContent = counted(
      "drafts.characters",
      [...this.text].length,
    );
    this.paintOrigins();
    this.paintPlaces(places);
  }

  paintOrigins() {
    const items = this.grounding.map((one) => {
      const item = document.createElement("li");
      const status = originOf(one);
      item.className = `origin ${status}`;
      const tag = document.createElement("span");
      tag.className = "tag";
      tag.lang = document.documentElement.lang;
      tag.textContent = words.grounding[status];
      item.append(tag, ` ${this.text.slice(one.start, one.end)}`);
      return item;
    });
    this.origins.replaceChildren(...items);
  }

  paintPlaces(places) {
    const fill = this.article.querySelector("[data-fill]");
    fill.hidden = places.length === 0;
    const buttons = places.map((place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "place";
      button.textContent = place.hint || words.drafts.fill;
      button.setAttribute("aria-label", `${words.drafts.fill} (${button.textContent})`);
      button.addEventListener("click", () => this.select(place));
      return button;
    });
    fill.querySelector("span").replaceChildren(...buttons);
  }

  /** Select a place in the text and bring it into view. */
  select(place) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(place.start, place.end);
    const shown = this.mirror.querySelector(`[data-start="${place.start}"]`);
    (shown ?? this.area).scrollIntoView({ block: "center" });
  }

  /** Show the passage of the content that the sentence at the caret comes from. */
  pointToSource() {
    const source = document.querySelector("[data-source]");
    if (!globalThis.CSS?.highlights || !source) return;
    CSS.highlights.delete("passage");
    const caret = this.area.selectionStart;
    const at = this.grounding.find((one) => one.start <= caret && caret <= one.end);
    if (!this.toggle.checked || !at || at.source_start === null || at.edited) return;
    const node = source.firstChild;
    const [place] = inUtf16(node.data, [{ start: at.source_start, end: at.source_end }]);
    const range = new Range();
    range.setStart(node, place.start);
    range.setEnd(node, place.end);
    CSS.highlights.set("passage", new Highlight(range));
    source.scrollTop += range.getBoundingClientRect().top - source.getBoundingClientRect().top - 40;
  }

  /** Let what a copied text meets be counted for the insights, of somebody who wants that. */
  finish() {
    const { counted: wanted } = this.article.dataset;
    const isText = this.text.trim() && [...this.text].length <= LONGEST;
    if (wanted && isText) post(this.request(this.text, { finished: true })).catch(() => {});
  }

  /** Copy the text, finished or not, and say which. */
  async copy() {
    const copied = await toClipboard(this.area);
    const said = this.article.querySelector("[data-copied]");
    this.isKept = copied;
    if (!copied) {
      said.textContent = words.drafts.copy_failed;
      return;
    }
    this.finish();
    const left = [
      placeholders(this.text).length ? words.drafts.copied_placeholder : "",
      this.verdict.isAllowed ? "" : words.drafts.copied_verdict,
    ].filter(Boolean);
    said.textContent = left.length
      ? [words.drafts.copied_unfinished, ...left].join(" ")
      : words.drafts.copied;
    said.classList.toggle("unfinished", left.length > 0);
  }
}

function originOf(sentence) {
  if (sentence.edited) return "edited";
  return sentence.supported === false ? "unsupported" : sentence.status;
}

async function toClipboard(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.focus();
    area.select();
    return document.execCommand("copy");
  }
}

// What the charter says of a text, asked of the service and shown beside it.

import { counted, csrf, typeset, words } from "./words.js";

export const LONGEST = 20_000;

/** Send a text to be checked. */
export function post(request, signal) {
  return fetch("/v1/checks", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
    body: JSON.stringify(request),
    signal,
  });
}

export class Verdict {
  constructor(article, show) {
    this.panel = article.querySelector("[data-verdict]");
    this.language = article.dataset.language;
    this.show = show;
    this.outcome = this.panel.classList[1];
  }

  get isAllowed() {
    return this.outcome === "allow";
  }

  wait() {
    this.outcome = "checking";
    this.panel.classList.add("checking");
  }

  /** Ask for a verdict and show it; return what was answered, null when nothing was. */
  async ask(request, signal) {
    if (!request.text.trim()) return this.unknown("empty");
    if ([...request.text].length > LONGEST) return this.unknown("too_long");
    try {
      const response = await post(request, signal);
      if (!response.ok) return this.unknown(response.status === 401 ? "over" : "unchecked");
      return this.tell(await response.json());
    } catch (error) {
      return error.name === "AbortError" ? null : this.unknown("unchecked");
    }
  }

  unknown(why) {
    this.set("unknown", words.verdict.title, words.verdict[why]);
    this.list([]);
    this.line("unexamined", "");
    this.line("degraded", "");
    return null;
  }

  tell(verdict) {
    const { outcome, findings, unexamined, degraded } = verdict;
    this.set(outcome, words.verdict[outcome], words.verdict[`${outcome}_text`]);
    this.list(findings);
    const names = unexamined.map((rule) => words.rules[rule] ?? rule).join(", ");
    this.line("unexamined", names && `${counted("verdict.unexamined", unexamined.length)} ${names}`);
    this.line("degraded", degraded.length && counted("verdict.approximated", degraded.length));
    return verdict;
  }

  set(outcome, badge, meaning) {
    this.outcome = outcome;
    this.panel.className = `verdict ${outcome}`;
    write(this.panel.querySelector(".badge"), badge);
    write(this.panel.querySelector(".meaning"), meaning);
  }

  line(name, text) {
    const line = this.panel.querySelector(`.${name}`);
    line.hidden = !text;
    line.textContent = text || "";
  }

  list(findings) {
    const list = this.panel.querySelector(".findings");
    list.hidden = findings.length === 0;
    list.replaceChildren(...findings.map((finding) => this.item(finding)));
  }

  item(finding) {
    const item = document.getElementById("finding").content.firstElementChild.cloneNode(true);
    item.classList.add(finding.severity);
    item.querySelector(".severity").textContent = words.severity[finding.severity];
    const clause = item.querySelector(".clause");
    clause.textContent = words.rules[finding.rule] ?? finding.rule;
    clause.href = `/charter#${finding.rule}`;
    item.querySelector(".message").textContent = typeset(
      finding.message[document.documentElement.lang],
    );
    const suggestion = item.querySelector(".suggestion");
    suggestion.hidden = !finding.suggestion;
    suggestion.querySelector("span").textContent = finding.suggestion ?? "";
    suggestion.querySelector("span").lang = this.language;
    const show = item.querySelector(".show");
    show.hidden = finding.start === null;
    return item;
  }

  /** Let each remark that has a place in the text lead there. */
  link(findings) {
    const buttons = [...this.panel.querySelectorAll(".show:not([hidden])")];
    buttons.forEach((button, place) => {
      button.addEventListener("click", () => this.show(findings[place]));
    });
  }
}

// A region that is read aloud is written to only when it says something new.
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

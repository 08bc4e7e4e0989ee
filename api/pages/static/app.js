// The pages work without this; with it, drafts arrive in place and are checked as they change.

import { Editor } from "./editor.js";
import { percent, words } from "./words.js";

const editors = new Set();

enhanceDrafts(document);
document.querySelectorAll("[data-ask]").forEach(enhanceAsking);
enhanceMix([...document.querySelectorAll("[data-share]")]);
document.querySelectorAll("[data-add-post]").forEach(enhancePosts);

// What was changed and not copied is kept nowhere but here.
addEventListener("beforeunload", (event) => {
  if ([...editors].some((editor) => !editor.isKept)) event.preventDefault();
});

function enhanceDrafts(root) {
  for (const article of root.querySelectorAll("[data-draft]")) editors.add(new Editor(article));
}

function enhanceAsking(form) {
  const waiting = document.querySelector("[data-waiting]");
  const button = form.querySelector('button[type="submit"]');
  let asking = null;
  document.querySelector("[data-cancel]").addEventListener("click", () => asking?.abort());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (asking) return;
    asking = new AbortController();
    wait(true);
    try {
      show(await answer(form, asking.signal));
    } catch (error) {
      if (error.name !== "AbortError") show(notice(form.dataset.failed));
    } finally {
      asking = null;
      wait(false);
    }
  });

  function wait(isWaiting) {
    const said = waiting.querySelector("[data-said]");
    waiting.hidden = !isWaiting;
    said.textContent = isWaiting ? said.dataset.said : "";
    button.disabled = isWaiting;
    document.getElementById("drafts").setAttribute("aria-busy", String(isWaiting));
    if (isWaiting) waiting.scrollIntoView({ block: "nearest" });
  }
}

/** Send the form and return the results of the page that answers. */
async function answer(form, signal) {
  const response = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    signal,
  });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const results = page.getElementById("drafts");
  if (results) return document.adoptNode(results);
  const told = page.querySelector('[role="alert"], [data-problem] .lead');
  return notice(told?.textContent ?? form.dataset.failed);
}

function notice(text) {
  const section = document.getElementById("drafts").cloneNode(false);
  const message = document.createElement("p");
  message.className = "notice bad";
  message.role = "alert";
  message.textContent = text;
  section.append(message);
  return section;
}

/** Put new results in place; drafts that somebody changed stay, below them. */
function show(results) {
  const old = document.getElementById("drafts");
  const changed = [...editors].filter((editor) => editor.isEdited && old.contains(editor.article));
  editors.clear();
  if (changed.length) {
    const title = document.createElement("h2");
    title.textContent = words.drafts.earlier;
    results.append(title, ...changed.map((editor) => editor.article));
    changed.forEach((editor) => editors.add(editor));
  }
  old.replaceWith(results);
  for (const article of results.querySelectorAll("[data-draft]")) {
    if (!changed.some((editor) => editor.article === article)) editors.add(new Editor(article));
  }
  results.focus({ preventScroll: true });
  results.scrollIntoView({ block: "start" });
}

function enhanceMix(sliders) {
  const tell = () => {
    const total = sliders.reduce((sum, slider) => sum + slider.valueAsNumber, 0);
    for (const slider of sliders) {
      slider.nextElementSibling.textContent = total ? percent(slider.valueAsNumber / total) : "–";
    }
  };
  for (const slider of sliders) slider.addEventListener("input", tell);
  if (sliders.length) tell();
}

function enhancePosts(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const posts = document.querySelector("[data-posts]");
    const block = posts.lastElementChild.cloneNode(true);
    const place = posts.children.length + 1;
    const [label, area] = [block.querySelector("label"), block.querySelector("textarea")];
    label.textContent = posts.dataset.label.replace("{place}", place);
    label.htmlFor = area.id = `post-${place}`;
    area.value = "";
    posts.append(block);
    area.focus();
  });
}

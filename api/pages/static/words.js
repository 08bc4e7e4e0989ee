// What the script says, in the page's language.

const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
const percents = new Intl.NumberFormat(language, { style: "percent" });

export const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
export const csrf = document.querySelector('meta[name="csrf"]')?.content ?? "";
export const number = (value) => numbers.format(value);
export const percent = (share) => percents.format(share);

/** Set a message of the service as its language does, as the pages themselves do. */
export function typeset(text) {
  const set = text.replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, "’");
  if (language !== "fr") return set;
  return set
    .replace(/ (?=[;!?%])/g, "\u202f")
    .replace(/ (?=[:»])/g, "\u00a0")
    .replace(/(?<=«) /g, "\u00a0");
}

/** Return the text for that many, as "part.key" names it. */
export function counted(name, count) {
  const [part, key] = name.split(".");
  const isOne = language === "fr" ? count <= 1 : count === 1;
  return words[part][`${key}.${isOne ? "one" : "many"}`].replace("{count}", numbers.format(count));
}

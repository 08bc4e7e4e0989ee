// Places in a text: counted in code points by the service, in UTF-16 here, and moved along
// while the text is edited.

// The same as the service's own: models write the mark nearly as they were told.
const PLACEHOLDER =
  /\[[ \u00a0\u202f]{0,3}(?:[àa][ \u00a0\u202f]{1,3}compl[ée]ter|to[ \u00a0\u202f]{1,3}(?:be[ \u00a0\u202f]{1,3})?completed?)[ \u00a0\u202f]{0,3}(?:\]|[:：\-–—,]((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){0,300})\])/gi;

/** Return the spans of a text with their ends in UTF-16. */
export function inUtf16(text, spans) {
  const offsets = [0];
  for (const character of text) offsets.push(offsets.at(-1) + character.length);
  return spans
    .filter((span) => span.start !== null)
    .map((span) => ({ ...span, start: offsets[span.start], end: offsets[span.end] }));
}

/** Return the spans where they stand after an edit; a span that was cut into is `edited`. */
export function moved(spans, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const cut = before.length - tail;
  const shift = after.length - before.length;
  return spans
    .map((span) => {
      if (span.end <= head) return span;
      if (span.start >= cut) return { ...span, start: span.start + shift, end: span.end + shift };
      const start = Math.min(span.start, head);
      return { ...span, start, end: Math.max(span.end, cut) + shift, edited: true };
    })
    .filter((span) => span.end > span.start);
}

/** Return the sentences of an edited text: what no span covers was written since. */
export function sentences(text, spans) {
  const found = [];
  let end = 0;
  const add = (span) => {
    const last = found.at(-1);
    // What was changed side by side, letter by letter or across a border, is one piece now.
    const isBeside = last?.edited && span.edited && !text.slice(last.end, span.start).trim();
    if (isBeside) last.end = Math.max(last.end, span.end);
    else found.push({ ...span });
    end = Math.max(end, span.end);
  };
  const fill = (until) => {
    const gap = text.slice(end, until);
    const start = end + gap.length - gap.trimStart().length;
    if (gap.trim()) add({ start, end: start + gap.trim().length, source_start: null, edited: true });
  };
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    fill(span.start);
    add(span);
  }
  fill(text.length);
  return found;
}

/** Return the places somebody still has to fill in, with what is wanted there. */
export function placeholders(text) {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    hint: (match[1] ?? "").trim(),
  }));
}

/** Cut a text where any span begins or ends; each piece has the classes that cover it. */
export function pieces(text, marks) {
  const cuts = new Set([0, text.length]);
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  const ends = [...cuts].sort((one, other) => one - other);
  return ends.slice(1).map((end, place) => {
    const start = ends[place];
    const covering = marks.filter((mark) => mark.start <= start && end <= mark.end);
    return { start, text: text.slice(start, end), classes: covering.map((mark) => mark.name) };
  });
}

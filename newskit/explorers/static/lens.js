// The parts of an article's view under one lens, drawn: header, bars, text, panel, summary, picture.
// Each function takes the view and gives back elements; article.js brings them to life.

const DRAWN = 20_000; // characters of one sentence that are drawn: beyond it a browser would stall
const LISTED = 40; // marked words of one kind that the panel spells out

function drawHeader(view, level) {
  const record = view.record.map(([name, value]) =>
    h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, value)));
  return h("header", { class: "nk-header" },
    heading(level, view.title, { class: "nk-title", lang: view.language }),
    record.length ? h("dl", { class: "nk-record" }, record) : null);
}

/** Native radio buttons: the browser gives them their keys, their names and their one tab stop. */
function drawLensSwitch(lenses, group) {
  return h("fieldset", { class: "nk-lenses", role: "radiogroup", "aria-label": "Lens" },
    lenses.map(({ name, label }) => h("label", {},
      h("input", { type: "radio", name: group, value: name }),
      h("span", {}, label))));
}

function drawHeadline(lens) {
  const first = lens.summary[0];
  if (!first) return [];
  return [h("div", { class: "nk-headline" },
    h("div", { class: "nk-label" }, first.label),
    h("div", { class: "nk-number" }, first.value),
    whisker(first), h("div", { class: "nk-note" }, first.reason ?? first.interval ?? ""))];
}

/** Each class of shade is a button that keeps its sentences and dims the others. */
function drawLegend(lens) {
  const count = new Map();
  for (const shade of lens.shades) count.set(shade, (count.get(shade) ?? 0) + 1);
  const classes = lens.legend.map(({ shade, label, note }) =>
    h("button", { type: "button", class: "nk-class", "data-only": shade, "aria-pressed": "false" },
      h("i", { class: "nk-swatch", "data-shade": shade }), label, note ? `, ${note}` : null,
      h("small", {}, count.get(shade) ?? 0)));
  const kinds = Object.entries(lens.kinds).map(([kind, label], k) => h("label", {},
    h("input", { type: "checkbox", checked: "", "data-kind-toggle": kind }),
    h("span", { class: "nk-word", "data-kind": k }, label)));
  const group = (name, label, items) =>
    (items.length ? h("div", { class: name, role: "group", "aria-label": label }, items) : null);
  return [group("nk-classes", "Show only these classes", classes),
    group("nk-kinds", "Marked words", kinds)].filter(Boolean);
}

/** Cut 0…end at the borders of the marks: [[start, end, marks that cover it], …]. */
function segments(marks, end) {
  const borders = marks.flatMap(([start, stop]) => [start, stop]).filter((at) => at > 0 && at < end);
  const cuts = [...new Set([0, end, ...borders])].sort((a, b) => a - b);
  const waiting = [...marks].sort((a, b) => a[0] - b[0]);
  let open = [];
  let next = 0;
  return cuts.slice(1).map((stop, k) => {
    const start = cuts[k];
    open = open.filter((mark) => mark[1] > start); // a new list: the last one was handed out
    while (next < waiting.length && waiting[next][0] <= start) open.push(waiting[next++]);
    return [start, stop, open];
  });
}

/** One sentence as an option of the list, its marked words as spans inside it. */
function drawSentence(view, lens, i, notes) {
  const text = codePoints(view.sentences[i]);
  const end = Math.min(text.length, DRAWN);
  const drawn = lens.words[i].filter(([start]) => start < end);
  const parts = segments(drawn, end).map(([start, stop, marks]) => {
    const words = text.slice(start, stop);
    if (!marks.length) return words;
    const node = h("span", { class: "nk-word" }, words);
    notes.set(node, marks);
    return node;
  });
  const left = text.length - end;
  if (left) parts.push(h("small", {}, ` … ${plural(left, "more character")} not drawn`));
  return h("span", { class: "nk-s", role: "option", tabindex: -1, "aria-selected": "false",
    "data-i": i, "data-shade": lens.shades[i] }, parts);
}

function drawParagraphs(view, lens, notes) {
  const spans = [];
  const paragraphs = view.paragraphs.map(([first, end]) => {
    const p = h("p", { dir: "auto", role: "presentation" });
    for (let i = first; i < end; i += 1) {
      spans[i] = drawSentence(view, lens, i, notes);
      p.append(spans[i], " ");
    }
    return p;
  });
  return { spans, paragraphs };
}

/** The words of one sentence, by kind, each once, with what is known about it. */
function drawWords(view, lens, i) {
  const text = codePoints(view.sentences[i]);
  return Object.entries(lens.kinds).map(([kind, label], k) => {
    const words = new Map(lens.words[i].filter((mark) => mark[2] === kind)
      .map(([start, end, , note]) => [text.slice(start, end), note]));
    if (!words.size) return null;
    const listed = [...words].slice(0, LISTED).map(([word, note], at) => [at ? ", " : "",
      h("b", { dir: "auto" }, word), note ? ` ${note}` : ""]);
    const rest = words.size > LISTED ? ` and ${words.size - LISTED} more` : "";
    return h("p", { class: "nk-words" },
      h("span", { class: "nk-word nk-label", "data-kind": k }, label), h("br"), listed.flat(), rest);
  });
}

/** The panel: one sentence's number, how it came about, and its marked words. */
function drawDetails(view, lens, i, isPinned, level) {
  const cls = lens.legend.find(({ shade }) => shade === lens.shades[i]);
  const rows = lens.details[i].map(([label, value, working]) => h("div", {},
    h("dt", {}, label), h("dd", {}, value), working ? h("dd", { class: "nk-note" }, working) : null));
  const n = view.sentences.length.toLocaleString("en");
  return [
    heading(level, `Sentence ${i + 1} of ${n}`, { class: "nk-h" }),
    h("div", { class: "nk-number" }, lens.shown[i], h("small", {}, ` ${lens.measure.label}`)),
    h("div", { class: "nk-note" },
      cls ? [h("i", { class: "nk-swatch", "data-shade": cls.shade }), cls.label] : null,
      isPinned ? h("span", { class: "nk-badge" }, "pinned") : null),
    h("dl", { class: "nk-rows" }, rows),
    lens.hints.filter(({ sentence }) => sentence === i).map(({ text }) =>
      h("p", { class: "nk-hint", dir: "auto" }, h("span", { class: "nk-label" }, "Hint "), text)),
    drawWords(view, lens, i),
  ].flat().filter(Boolean);
}

/** A value on its scale: a line, its interval as a bar, the value as a dot, its parts as ticks. */
function whisker({ number, low, high, scale, marks }) {
  if (number === null || !scale) return null;
  const x = (value) => 6 + 148 * clamp((value - scale[0]) / (scale[1] - scale[0]), 0, 1);
  const bar = low === null || high === null ? null : svg("line",
    { class: "nk-whisker-bar", x1: x(low), x2: x(high), y1: 8, y2: 8 });
  return svg("svg", { class: "nk-whisker", viewBox: "0 0 160 16", "aria-hidden": "true" },
    svg("line", { class: "nk-whisker-scale", x1: 6, x2: 154, y1: 8, y2: 8 }),
    svg("path", { class: "nk-whisker-scale", d: "M6,4.5v7M154,4.5v7" }), bar,
    marks.length ? svg("path", { class: "nk-whisker-scale", d: marks.map((value) => `M${x(value)},2v12`).join("") }) : null,
    svg("circle", { class: "nk-whisker-dot", cx: x(number), cy: 8, r: 4 }));
}

/** A long note waits behind its label, so that the numbers can be read down the column. */
function drawLabel({ label, note }) {
  const text = note ? h("div", { class: "nk-note" }, note) : null;
  return note?.length > 60 ? h("details", {}, h("summary", {}, label), text) : [label, text];
}

/** The article as a whole: each score with its interval on its scale, or why there is none. */
function drawSummary(lens, level) {
  const rows = lens.summary.map((row) => h("tr", {},
    h("th", { scope: "row" }, drawLabel(row)),
    h("td", { colspan: row.number === null ? 2 : 1 }, h("b", {}, row.value),
      h("div", { class: `nk-note ${row.reason ? "" : "nk-line"}` }, row.reason ?? row.interval ?? "")),
    row.number === null ? null : h("td", {}, whisker(row), row.scale
      && h("div", { class: "nk-ends" }, row.scale.map((end) => h("span", {}, minus(end)))))));
  const hints = lens.hints.map(({ text, sentence }) => h("li", { dir: "auto" }, sentence === null ? text
    : h("button", { type: "button", class: "nk-link", "data-go": sentence }, text)));
  return [
    h("section", { class: "nk-summary", "aria-label": "The article as a whole" },
      heading(level, "The article as a whole", { class: "nk-h" }), h("table", {}, h("tbody", {}, rows))),
    hints.length ? h("section", { class: "nk-hints", "aria-label": "Hints" },
      heading(level, "Hints", { class: "nk-h" }), h("ul", {}, hints)) : null,
  ].filter(Boolean);
}

/** The bars of a lens, as one path a shade, so that a thousand sentences are a handful of shapes.
    `at` gives the place: left(i), width, and y(value). */
function barPaths(lens, at, isDimmed) {
  const { low, high, middle } = lens.measure;
  const base = at.y(middle ?? low);
  const thin = Math.abs(at.y(high) - at.y(low)) / 60;
  const paths = new Map();
  const bar = (i, from, to) =>
    `M${at.left(i).toFixed(2)},${from.toFixed(2)}h${at.width}V${to.toFixed(2)}h-${at.width}z`;
  lens.values.forEach((value, i) => {
    const kind = isDimmed(i) ? "dimmed" : value === null ? "missing" : (lens.shades[i] ?? "plain");
    const top = value === null ? base : at.y(clamp(value, low, high));
    let shape = bar(i, base, Math.abs(top - base) < thin ? base - thin : top);
    if (value !== null && (value > high || value < low)) {
      // It ends beyond the scale: a gap before the end says that the bar is broken off.
      const way = Math.sign(base - top) || 1;
      shape = bar(i, base, top + way * 4 * thin) + bar(i, top + way * 2 * thin, top);
    }
    paths.set(kind, (paths.get(kind) ?? "") + shape);
  });
  const line = lens.arc?.length > 4 && lens.arc.map((value, i) => `${i ? "L" : "M"}${at.left(i) + at.width / 2},${at.y(value)}`);
  return [...[...paths].map(([kind, d]) => svg("path", typeof kind === "number"
    ? { class: "nk-bars", "data-shade": kind, d } : { class: `nk-bars nk-bars-${kind}`, d })),
  ...(line ? [svg("path", { class: "nk-arc", fill: "none", d: line.join("") })] : [])];
}

/** The strip: bars, axis, and two lights on it, for the sentence pointed at and the one pinned. */
function drawStrip(lens, n) {
  const { label, low, high, middle, unit, higher_is: higher } = lens.measure;
  const top = (value) => `top:${(100 * (high - value)) / (high - low)}%`;
  const ticks = [...new Set([high, middle ?? high, low])];
  const shape = svg("svg", { class: n > 120 ? "nk-dense" : null, viewBox: `0 0 ${n} 100`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const point = h("div", { class: "nk-at nk-at-point", hidden: "" });
  const pin = h("div", { class: "nk-at nk-at-pin", hidden: "" });
  const plot = h("div",
    { class: "nk-plot", tabindex: 0, role: "slider", "aria-label": `${label} by sentence`,
      "aria-valuemin": 1, "aria-valuemax": n, "aria-valuenow": 1, style: `max-width:${n * 4}rem` },
    ticks.map((value) => h("div", { class: "nk-rule", style: top(value) })), point, pin, shape);
  const node = h("div", { class: "nk-strip" },
    h("div", { class: "nk-strip-title" }, h("b", {}, `${label} by sentence`), ` ${unit}; higher is ${higher}${lens.arc?.length > 4 ? "; line: smoothed over five" : ""}`),
    h("div", { class: "nk-axis", "aria-hidden": "true" },
      ticks.map((value) => h("span", { style: top(value) }, minus(value)))),
    plot,
    h("div", { class: "nk-ends", "aria-hidden": "true", style: `max-width:${n * 4}rem` },
      h("span", {}, "1"), n > 1 ? h("span", {}, n.toLocaleString("en")) : null));
  const gap = n > 300 ? 0 : 0.09; // thin bars touch
  const at = {
    left: (i) => i + gap,
    width: 1 - 2 * gap,
    y: (value) => (100 * (high - value)) / (high - low),
  };
  const place = (mark, i) => {
    mark.hidden = i < 0;
    mark.style.left = `${(100 * Math.max(i, 0)) / n}%`;
    mark.style.width = `${100 / n}%`;
  };
  return { node, plot,
    bars: (isDimmed) => shape.replaceChildren(...barPaths(lens, at, isDimmed)),
    point: (i) => place(point, i),
    pin: (i) => place(pin, i),
    under: (event) => {
      const box = plot.getBoundingClientRect();
      return clamp(Math.floor((n * (event.clientX - box.left)) / box.width), 0, n - 1);
    } };
}

/** Which sentences the filters keep; the same as keep_sentences() in Python. */
function keepSentences(view, lens, { text = "", classes, part, voice }, lowered) {
  const query = text.trim().toLowerCase();
  const spoken = lens.voices?.find(({ name }) => name === voice)?.sentences;
  return lowered.map((line, i) => line.includes(query) && (!classes || classes.includes(lens.shades[i]))
    && (!part || view.quoted[i] === (part === "quoted")) && (!spoken || spoken.includes(i)));
}

// What every explorer needs. This file is joined in front of the explorer's own script, so it
// neither imports nor exports. Text enters the page as text nodes only: nothing here, and nothing
// in the other scripts, ever assigns innerHTML.

const SVG = "http://www.w3.org/2000/svg";

/** Build an element. Children may be nodes, strings (as text), or null (left out). */
function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Build an SVG element. */
function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Remember what was attached, so that one call takes it all off again. */
function attachments() {
  const undo = [];
  return {
    listen(target, types, handler) {
      for (const type of types.split(" ")) {
        target.addEventListener(type, handler);
        undo.push(() => target.removeEventListener(type, handler));
      }
    },
    watch(model, name, handler) {
      model.on(`change:${name}`, handler);
      undo.push(() => model.off(`change:${name}`, handler));
    },
    add: (action) => undo.push(action),
    release: () => undo.splice(0).forEach((action) => action()),
  };
}

/** Offsets are in code points; a JavaScript string counts UTF-16 units. Most texts have no pair. */
function codePoints(text) {
  const points = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
  return {
    length: points ? points.length : text.length,
    slice: (start, end) => (points ? points.slice(start, end).join("") : text.slice(start, end)),
  };
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

const minus = (number) => String(number).replace("-", "−");
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
const plural = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

/** A value on its scale: a line, its interval as a bar, the value as a dot. */
function whisker({ number, low, high, scale }) {
  if (number === null || !scale) return null;
  const x = (value) => 6 + 148 * clamp((value - scale[0]) / (scale[1] - scale[0]), 0, 1);
  const bar = low === null || high === null ? null : svg("line",
    { class: "nk-whisker-bar", x1: x(low), x2: x(high), y1: 8, y2: 8 });
  return svg("svg", { class: "nk-whisker", viewBox: "0 0 160 16", "aria-hidden": "true" },
    svg("line", { class: "nk-whisker-scale", x1: 6, x2: 154, y1: 8, y2: 8 }),
    svg("path", { class: "nk-whisker-scale", d: "M6,4.5v7M154,4.5v7" }), bar,
    svg("circle", { class: "nk-whisker-dot", cx: x(number), cy: 8, r: 4 }));
}

/** Rows as CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function toCsv(rows) {
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    const text = typeof value === "string" ? value.replace(/^[=+\-@\t\r]/, "'$&") : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Hand a text to the reader as a file, without a server. */
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Copy a text; true where the browser let us. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or a page that is not served securely: the caller shows the text
  }
}

/** A name that is safe as a file name. */
function fileName(title, ending) {
  const stem = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${stem.slice(0, 60) || "article"}.${ending}`;
}

/** Run an action soon, once, however often it is asked for: typing must not stutter. */
function debounce(action, wait) {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

let views = 0;
/** A prefix for ids and radio names: one page may hold many explorers, and one twice. */
const uniqueName = () => `nk${(views += 1)}-${Math.random().toString(36).slice(2, 7)}`;

/** The bars of a lens, as one path a shade, so that a thousand sentences are a handful of shapes.
    `at` gives the place: left(i), width, and y(value). */
function barPaths(lens, at, isDimmed) {
  const { low, high, middle } = lens.measure;
  const base = at.y(middle ?? low);
  const thin = Math.abs(at.y(high) - at.y(low)) / 60;
  const paths = new Map();
  const bar = (i, from, to) => `M${at.left(i).toFixed(2)},${from.toFixed(2)}h${at.width}V${to.toFixed(2)}h-${at.width}z`;
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
  return [...paths].map(([kind, d]) => svg("path", typeof kind === "number"
    ? { class: "nk-bars", "data-shade": kind, d } : { class: `nk-bars nk-bars-${kind}`, d }));
}

/** The same bars as a picture of its own, with its colours written out, for print and slides. */
function picture(title, lens, colourOf) {
  const [width, height, left, top] = [960, 300, 56, 64];
  const n = lens.values.length;
  const { label, unit, low, high, middle } = lens.measure;
  const step = (width - left - 24) / Math.max(n, 12);
  const at = {
    left: (i) => left + i * step,
    width: +(step * (n > 200 ? 1 : 0.84)).toFixed(3),
    y: (value) => top + (height - top - 84) * (1 - (value - low) / (high - low)),
  };
  const ink = colourOf("text");
  const write = (x, y, text, more = {}) => svg("text", { x, y, fill: ink, "font-size": 12, ...more }, text);
  const rule = (value) => svg("path", { d: `M${left},${at.y(value)}H${width - 24}`, stroke: ink, "stroke-opacity": 0.25 });
  const marks = [...new Set([low, middle ?? low, high])];
  const bars = barPaths(lens, at, () => false);
  for (const path of bars) path.setAttribute("fill", colourOf(path.dataset.shade ?? "missing"));
  let x = left;
  const key = lens.legend.flatMap(({ shade, label: text }) => {
    const here = x;
    x += 34 + text.length * 6.2;
    return [svg("rect", { x: here, y: height - 26, width: 12, height: 12, fill: colourOf(String(shade)) }),
      write(here + 18, height - 16, text, { "font-size": 11 })];
  });
  const drawing = svg("svg", { xmlns: SVG, viewBox: `0 0 ${Math.max(width, Math.ceil(x))} ${height}`, width: Math.max(width, Math.ceil(x)), height, "font-family": "system-ui, sans-serif" },
    svg("rect", { width: "100%", height: "100%", fill: colourOf("surface") }),
    write(left, 26, title.length > 100 ? `${title.slice(0, 99)}…` : title, { "font-size": 17, "font-weight": 600 }),
    write(left, 46, `${label} (${unit}) by sentence; higher is ${lens.measure.higher_is}`),
    marks.map(rule), marks.map((v) => write(left - 8, at.y(v) + 4, minus(v), { "text-anchor": "end" })), bars,
    write(left, height - 64, "1"), write(at.left(n - 1), height - 64, String(n)), key);
  for (const node of drawing.querySelectorAll("[class]")) node.removeAttribute("class");
  return new XMLSerializer().serializeToString(drawing);
}

/** The places where a query occurs in a drawn sentence, as ranges: the text itself stays as it is. */
function rangesOf(span, query) {
  const nodes = [];
  let text = "";
  const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const lower = text.toLowerCase();
  const ranges = [];
  if (lower.length !== text.length) return ranges; // a letter changed its length: offsets would lie
  const find = (at) => nodes.findLast(([start]) => start <= at);
  for (let at = lower.indexOf(query); at >= 0 && ranges.length < 200; at = lower.indexOf(query, at + query.length)) {
    const range = new Range();
    const [from, first] = find(at);
    const [to, last] = find(at + query.length - 1);
    range.setStart(first, at - from);
    range.setEnd(last, at + query.length - to);
    ranges.push(range);
  }
  return ranges;
}

/** Paint ranges with ::highlight(nk-found); returns the function that takes them away again. */
function paintRanges(ranges) {
  if (!globalThis.CSS?.highlights) return () => {}; // an older browser dims the others, no more
  if (!CSS.highlights.has("nk-found")) CSS.highlights.set("nk-found", new Highlight());
  const painted = CSS.highlights.get("nk-found"); // one for the page: explorers share it
  ranges.forEach((range) => painted.add(range));
  return () => ranges.forEach((range) => painted.delete(range));
}

const heading = (level, text, attributes = {}) =>
  h("div", { role: "heading", "aria-level": level, dir: "auto", ...attributes }, text);

function drawHeader(view, level) {
  const record = view.record.map(([name, value]) =>
    h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, value)));
  return h("header", { class: "nk-header" },
    heading(level, view.title, { class: "nk-title", lang: view.language }),
    record.length ? h("dl", { class: "nk-record" }, record) : null);
}

/** Native radio buttons: the browser gives them their keys, their names and their one tab stop. */
function drawLensSwitch(lenses, current, group) {
  return h("fieldset", { class: "nk-lenses", role: "radiogroup", "aria-label": "Lens" },
    lenses.map(({ name, label }) => h("label", {},
      h("input", { type: "radio", name: group, value: name, checked: name === current && "" }),
      h("span", {}, label))));
}

function drawHeadline(lens) {
  const first = lens.summary[0];
  if (!first) return null;
  return h("div", { class: "nk-headline" },
    h("div", { class: "nk-label" }, first.label),
    h("div", { class: "nk-number" }, first.value),
    h("div", { class: "nk-note" }, first.reason ?? first.interval ?? ""));
}

/** The strip: bars, axis, and two lights on it, for the sentence pointed at and the one pinned. */
function drawStrip(lens, n) {
  const { label, low, high, middle, unit, higher_is: higher } = lens.measure;
  const top = (value) => `top:${(100 * (high - value)) / (high - low)}%`;
  const ticks = [...new Set([high, middle ?? high, low])];
  const shape = svg("svg", { viewBox: `0 0 ${n} 100`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const point = h("div", { class: "nk-at nk-at-point", hidden: "" });
  const pin = h("div", { class: "nk-at nk-at-pin", hidden: "" });
  const plot = h("div", { class: "nk-plot", tabindex: 0, role: "slider", "aria-label": `${label} by sentence`,
    "aria-valuemin": 1, "aria-valuemax": n, "aria-valuenow": 1, style: `max-width:${n * 4}rem` },
    ticks.map((value) => h("div", { class: "nk-rule", style: top(value) })), point, pin, shape);
  const node = h("div", { class: "nk-strip" },
    h("div", { class: "nk-strip-title" }, h("b", {}, `${label} by sentence`), ` ${unit}; higher is ${higher}`),
    h("div", { class: "nk-axis", "aria-hidden": "true" },
      ticks.map((value) => h("span", { style: top(value) }, minus(value)))),
    plot,
    h("div", { class: "nk-ends", "aria-hidden": "true", style: `max-width:${n * 4}rem` },
      h("span", {}, "1"), n > 1 ? h("span", {}, n.toLocaleString("en")) : null));
  const at = { left: (i) => i + (n > 300 ? 0 : 0.09), width: n > 300 ? 1 : 0.82, y: (value) => (100 * (high - value)) / (high - low) };
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

/** The little help: rows of keys and what they do. */
function drawManual(manual) {
  return h("details", { class: "nk-help" }, h("summary", { "aria-label": "Keys and how to use" }, "?"),
    h("dl", {}, manual.map(([keys, what]) => h("div", {}, h("dt", {}, keys), h("dd", {}, what)))));
}

function drawSummary(lens, level) {
  const rows = lens.summary.map((row) => h("tr", {},
    h("th", { scope: "row" }, row.label, row.note ? h("div", { class: "nk-note" }, row.note) : null),
    h("td", { colspan: row.number === null ? 2 : 1 }, h("b", {}, row.value), h("div", { class: "nk-note" }, row.reason ?? row.interval ?? "")),
    row.number === null ? null : h("td", {}, whisker(row), row.scale
      && h("div", { class: "nk-ends nk-note" }, row.scale.map((end) => h("span", {}, minus(end)))))));
  const hints = lens.hints.map((hint) => h("li", { dir: "auto" }, hint));
  return [
    h("section", { class: "nk-summary", "aria-label": "The article as a whole" },
      heading(level, "The article as a whole", { class: "nk-h" }), h("table", {}, h("tbody", {}, rows))),
    hints.length ? h("section", { class: "nk-hints", "aria-label": "Hints" },
      heading(level, "Hints", { class: "nk-h" }), h("ul", {}, hints)) : null,
  ].filter(Boolean);
}

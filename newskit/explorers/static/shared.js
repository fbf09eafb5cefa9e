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
    listen(target, types, handler, isFirst = false) {
      for (const type of types.split(" ")) {
        target.addEventListener(type, handler, isFirst);
        undo.push(() => target.removeEventListener(type, handler, isFirst));
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

const minus = (number) => String(number).replace("-", "−");
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
const plural = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

/** Rows as CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function toCsv(rows) {
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    const text = typeof value === "string" ? value.replace(/^[=+\-@\t\r]/, "'$&") : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Hand a text, or the bytes of a picture, to the reader as a file, without a server. */
function download(name, type, content) {
  const isText = typeof content === "string";
  const url = URL.createObjectURL(isText ? new Blob([content], { type: `${type};charset=utf-8` }) : content);
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

/** A name that is safe as a file name: of what it is, and what is in it ("sources-sentences.csv"). */
function fileName(title, content) {
  const stem = title.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  return `${Array.from(stem).slice(0, 60).join("").replace(/^-+|-+$/g, "") || "article"}-${content}`;
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

/** One tab stop for a list of rows ([data-row]): arrows, Home and End go from row to row. The rows
    may be drawn anew: then call what is returned. */
function rove(bag, list) {
  const rows = () => [...list.querySelectorAll("[data-row]:not([hidden])")];
  const parts = (row) => [...row.querySelectorAll("button, input")];
  let at = null;
  function aim(row) {
    for (const one of list.querySelectorAll("[data-row]")) for (const part of parts(one)) part.tabIndex = one === row ? 0 : -1;
    at = row;
  }
  bag.listen(list, "focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row && row !== at) aim(row);
  });
  bag.listen(list, "keydown", (event) => {
    const all = rows();
    const here = all.indexOf(event.target.closest("[data-row]"));
    const goal = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (goal === undefined || here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const part = parts(all[here]).indexOf(event.target);
    parts(all[clamp(goal, 0, all.length - 1)])[part].focus();
  });
  return () => aim(rows()[0] ?? null);
}

let views = 0;
/** A prefix for ids and radio names: one page may hold many explorers, and one twice. */
const uniqueName = () => `nk${(views += 1)}-${Math.random().toString(36).slice(2, 7)}`;

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
  let at = lower.indexOf(query);
  for (; at >= 0 && ranges.length < 200; at = lower.indexOf(query, at + query.length)) {
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

/** The little help: rows of keys and what they do. It lies over what is read, so it goes as soon as
    the reader turns to something else, or on Esc, which then does nothing else. */
function drawManual(bag, manual) {
  const summary = h("summary", {}, "Keys");
  const help = h("details", { class: "nk-help" }, summary,
    h("dl", {}, manual.map(([keys, what]) => h("div", {}, h("dt", {}, keys), h("dd", {}, what)))));
  bag.listen(document, "pointerdown focusin", (event) => {
    if (!event.composedPath().includes(help)) help.open = false;
  }, true);
  bag.listen(document, "keydown", (event) => {
    if (event.key !== "Escape" || !help.open) return;
    event.stopPropagation();
    if (help.contains(document.activeElement)) summary.focus();
    help.open = false;
  }, true);
  return help;
}

/** Plain values as Python writes them; the same text as newskit's own write_literal. */
function literal(value) {
  if (value === null) return "None";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([key, item]) => `${literal(key)}: ${literal(item)}`).join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** The code that shows this again; the same text as Explorer._write_code() in Python. */
function writeCode(model, end, lines, usual) {
  const traits = Object.entries(usual)
    .filter(([name, value]) => literal(model.get(name)) !== literal(value))
    .map(([name]) => `explorer.${name} = ${literal(model.get(name))}`);
  return [model.get("code_start"), `explorer = ${model.get("code_call")}${end}`, ...traits,
    ...lines, "explorer"].filter((line) => line !== null).join("\n");
}

/** The button that copies the code, and the place where the code then stands. */
function drawCode(bag, codeText, say) {
  const code = h("pre", { class: "nk-code", tabindex: 0, hidden: "" });
  const button = drawButton("Copy as code");
  bag.listen(button, "click", async () => {
    [code.textContent, code.hidden] = [codeText(), false];
    const done = await copy(code.textContent);
    button.textContent = done ? "Copied" : "Copy as code";
    if (!done) document.getSelection().selectAllChildren(code);
    say(done ? "The code is copied." : "The code is selected: copy it with the keyboard.");
  });
  return { code, button, refresh: () => { if (!code.hidden) code.textContent = codeText(); } };
}

const drawButton = (label) => h("button", { type: "button", class: "nk-button" }, label);

/** What speaks to a screen reader when something has changed. */
function drawLive() {
  const live = h("div", { class: "nk-live", role: "status", "aria-live": "polite" });
  return { live, say: (message) => { live.textContent = message; } };
}

/** A model in the page itself: where there is no kernel, and for an article opened inside another. */
function localModel(state) {
  const calls = {};
  return {
    calls,
    get: (name) => state[name],
    set(name, value) {
      if (state[name] === value) return;
      state[name] = value;
      for (const call of [...(calls[`change:${name}`] ?? [])]) call();
    },
    on: (event, call) => (calls[event] ??= []).push(call),
    off: (event, call) => { calls[event] = (calls[event] ?? []).filter((one) => one !== call); },
    save_changes() {},
  };
}

/** A notebook has keys of its own (two d's delete the cell): plain keys typed here stay here. */
function keepKeys(event) {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/** Draw an explorer into the host's empty element, and again when its view changes. */
function mount({ model, el }, { name, label, draw }) {
  const root = h("section", { class: `nk ${name}`, "aria-label": label });
  el.replaceChildren(root); // in the page first: what is drawn may ask how much room it has
  const start = () => draw(model, root, Number(el.dataset.level ?? 3));
  let release = start();
  const redraw = () => {
    release();
    release = start();
  };
  model.on("change:view", redraw);
  return () => {
    model.off("change:view", redraw);
    release();
    root.remove();
  };
}

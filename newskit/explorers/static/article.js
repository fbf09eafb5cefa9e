// The article explorer: the text, a strip of bars with one bar a sentence, and what is known about
// the sentence pointed at. All numbers, classes of shade and explanations come in the view; this
// script draws them and links them. (shared.js stands in front of this file.)

const DRAWN = 20_000; // characters of one sentence that are drawn: beyond it a browser would stall
const LISTED = 40; // marked words of one kind that the panel spells out

const MANUAL = [
  ["Tab", "go to the lenses, the search, the bars, the text"],
  ["← ↑ → ↓", "on bars or text: sentence before, sentence after"],
  ["Home, End", "first sentence, last sentence"],
  ["Enter, click", "pin the sentence, or let it go"],
  ["Esc", "let the pinned sentence go"],
];

/** Each class of shade is a button that keeps its sentences and dims the others. */
function drawLegend(lens) {
  const share = new Map();
  for (const shade of lens.shades) share.set(shade, (share.get(shade) ?? 0) + 1);
  const classes = lens.legend.map(({ shade, label }) => h("button",
    { type: "button", class: "nk-class", "data-only": shade, "aria-pressed": "false" },
    h("i", { class: "nk-swatch", "data-shade": shade }), label, h("small", {}, share.get(shade) ?? 0)));
  const kinds = Object.entries(lens.kinds).map(([kind, label], k) => h("label", { class: "nk-kind" },
    h("input", { type: "checkbox", checked: "", "data-kind-toggle": kind }),
    h("span", { class: "nk-word", "data-kind": k }, label)));
  return h("div", { class: "nk-legend" },
    h("div", { class: "nk-classes", role: "group", "aria-label": "Show only these classes" }, classes),
    kinds.length ? h("div", { class: "nk-kinds", role: "group", "aria-label": "Marked words" }, kinds) : null);
}

/** One sentence as an option of the list, its marked words as spans inside it. */
function drawSentence(view, lens, i, notes) {
  const text = codePoints(view.sentences[i]);
  const end = Math.min(text.length, DRAWN);
  const parts = segments(lens.words[i].filter(([start]) => start < end), end).map(([start, stop, marks]) => {
    const words = text.slice(start, stop);
    if (!marks.length) return words;
    const node = h("span", { class: "nk-word" }, words);
    notes.set(node, marks);
    return node;
  });
  if (end < text.length) parts.push(h("small", { class: "nk-cut" }, ` … ${(text.length - end).toLocaleString("en")} more characters are not drawn`));
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
    return h("p", { class: "nk-words" }, h("span", { class: "nk-word nk-label", "data-kind": k }, label), h("br"), listed.flat(), rest);
  });
}

function drawDetails(view, lens, i, isPinned, level) {
  const cls = lens.legend.find(({ shade }) => shade === lens.shades[i]);
  const rows = lens.details[i].map(([label, value, working]) => h("div", {},
    h("dt", {}, label), h("dd", {}, value), working ? h("dd", { class: "nk-note" }, working) : null));
  return [
    heading(level, `Sentence ${i + 1} of ${view.sentences.length.toLocaleString("en")}`, { class: "nk-h" }),
    h("div", { class: "nk-number" }, lens.shown[i], h("small", {}, ` ${lens.measure.label}`)),
    h("div", { class: "nk-note" }, cls ? [h("i", { class: "nk-swatch", "data-shade": cls.shade }), cls.label] : null,
      isPinned ? h("span", { class: "nk-badge" }, "pinned") : null),
    h("dl", { class: "nk-rows" }, rows),
    drawWords(view, lens, i),
  ].flat().filter(Boolean);
}

/** The table of the current lens; the columns are those of ArticleExplorer.table(). */
function tableRows(view, lens) {
  const labels = new Map(lens.legend.map(({ shade, label }) => [shade, label]));
  const rows = view.sentences.map((sentence, i) => {
    const text = codePoints(sentence);
    const words = new Set(lens.words[i].map(([start, end]) => text.slice(start, end)));
    return [i + 1, sentence, lens.values[i], labels.get(lens.shades[i]), [...words].join("; ")];
  });
  return [["sentence", "text", "value", "class", "marked"], ...rows];
}

/** Draw one view of the model into `root` and bring it to life. Returns what undoes it. */
function explore(model, root, level) {
  const bag = attachments();
  const view = model.get("view");
  const n = view.sentences.length;
  const lowered = view.sentences.map((text) => text.toLowerCase());
  const lensOf = (name) => view.lenses.find((lens) => lens.name === name) ?? view.lenses[0];
  let lens = lensOf(model.get("lens"));
  let [cursor, pointed, shown] = [0, -1, -1]; // has the tab stop; is lit; is in the panel
  let [query, only, isDimmed] = ["", new Set(), () => false];
  let [strip, spans, notes] = [null, [], new WeakMap()];
  let unpaint = () => {};

  // The parts that stay, whatever the lens.
  const found = h("span", { class: "nk-found" });
  const search = h("input", { type: "search", placeholder: "Find in the text", "aria-label": "Find in the text", dir: "auto" });
  const strongest = h("input", { type: "checkbox" });
  const chart = h("div", { class: "nk-chart" });
  const caveat = h("p", { class: "nk-caveat" });
  const legend = h("div");
  const text = h("div", { class: "nk-text", role: "listbox", "aria-label": "Sentences of the article", lang: view.language });
  const panel = h("section", { class: "nk-panel", tabindex: 0, "aria-label": "The sentence pointed at" });
  const whole = h("div", { class: "nk-whole" });
  const live = h("div", { class: "nk-live", role: "status", "aria-live": "polite" });
  const tip = h("div", { class: "nk-tip", role: "tooltip", hidden: "" });
  const code = h("pre", { class: "nk-code", tabindex: 0, hidden: "" });
  const button = (label) => h("button", { type: "button", class: "nk-button" }, label);
  const [copyCode, table, drawing] = ["Copy as code", "Table (CSV)", "Picture (SVG)"].map(button);
  const lenses = drawLensSwitch(view.lenses, lens.name, uniqueName());

  const say = (message) => { live.textContent = message; };
  const describe = (i) => {
    const cls = lens.legend.find(({ shade }) => shade === lens.shades[i]);
    return [`Sentence ${i + 1} of ${n}`, `${lens.measure.label} ${lens.shown[i]}`, cls?.label,
      lens.words[i].length ? plural(lens.words[i].length, "marked word") : null].filter(Boolean).join(", ");
  };
  const codeText = () => [model.get("code_start"), `explorer = nk.explore(article, lens=${JSON.stringify(lens.name)})`,
    model.get("selected") < 0 ? null : `explorer.select(${model.get("selected")})`, "explorer"].filter(Boolean).join("\n");
  const set = (name, value) => { model.set(name, value); model.save_changes(); };

  /** Light one sentence and its bar; -1 puts the light out. The panel keeps what it last showed. */
  function point(i) {
    spans[pointed]?.classList.remove("nk-pointed");
    pointed = i;
    spans[i]?.classList.add("nk-pointed");
    strip.point(i);
    showDetails(i >= 0 ? i : model.get("selected"));
  }

  function showDetails(i) {
    if (i < 0) return;
    shown = i;
    panel.replaceChildren(...drawDetails(view, lens, i, i === model.get("selected"), level + 1));
  }

  /** Give a sentence the one tab stop that text and bars have each. */
  function aim(i) {
    spans[cursor].tabIndex = -1;
    cursor = i;
    spans[i].tabIndex = 0;
    strip.plot.setAttribute("aria-valuenow", i + 1);
    strip.plot.setAttribute("aria-valuetext", describe(i));
  }

  function reveal(i) {
    const [box, line] = [text.getBoundingClientRect(), spans[i].getBoundingClientRect()];
    if (text.scrollHeight > text.clientHeight + 1) {
      if (line.top < box.top || line.bottom > box.bottom) text.scrollTop += line.top - box.top - 24;
    } else spans[i].scrollIntoView({ block: "nearest" });
  }

  function onSelected() {
    const selected = model.get("selected");
    text.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    spans[selected]?.setAttribute("aria-selected", "true");
    strip.pin(selected);
    if (selected >= 0) reveal(selected);
    showDetails(pointed >= 0 ? pointed : selected >= 0 ? selected : shown);
    if (!code.hidden) code.textContent = codeText();
  }

  function pin(i) {
    const selected = i === model.get("selected") ? -1 : i;
    set("selected", selected);
    say(selected < 0 ? "No sentence is pinned." : `Pinned. ${describe(i)}`);
  }

  /** Dim what the search and the chosen classes leave out; say how many are left. */
  function filter() {
    const keep = view.sentences.map((_, i) => (!only.size || only.has(lens.shades[i])) && lowered[i].includes(query));
    isDimmed = (i) => !keep[i];
    spans.forEach((span, i) => span.classList.toggle("nk-dimmed", !keep[i]));
    strip.bars(isDimmed);
    unpaint();
    unpaint = paintRanges(query ? spans.filter((_, i) => keep[i]).flatMap((span) => rangesOf(span, query)) : []);
    const count = keep.filter(Boolean).length;
    const message = query || only.size ? `${count.toLocaleString("en")} of ${plural(n, "sentence")}` : "";
    if (found.textContent !== message) say(message ? `${message} shown` : "All sentences shown");
    found.textContent = message;
    for (const item of legend.querySelectorAll("[data-only]")) item.setAttribute("aria-pressed", only.has(+item.dataset.only));
  }

  /** Give every marked word the look of its first kind that is switched on. */
  function markWords() {
    const kinds = Object.keys(lens.kinds);
    const on = new Set([...legend.querySelectorAll(":checked")].map((box) => box.dataset.kindToggle));
    for (const node of text.querySelectorAll(".nk-word")) {
      const mark = notes.get(node).find(([, , kind]) => on.has(kind));
      if (mark) node.dataset.kind = kinds.indexOf(mark[2]);
      else delete node.dataset.kind;
    }
  }

  function drawLens() {
    lens = lensOf(model.get("lens"));
    root.dataset.scale = lens.scale ?? (lens.legend.some(({ shade }) => shade < 0) ? "diverging" : "ramp");
    for (const box of lenses.querySelectorAll("input")) box.checked = box.value === lens.name;
    const hadFocus = text.contains(document.activeElement);
    [notes, only, pointed] = [new WeakMap(), new Set(), -1];
    strongest.checked = false;
    strip = drawStrip(lens, n);
    chart.replaceChildren(...[drawHeadline(lens), strip.node].filter(Boolean));
    legend.replaceChildren(drawLegend(lens));
    const drawn = drawParagraphs(view, lens, notes);
    spans = drawn.spans;
    text.replaceChildren(...drawn.paragraphs);
    caveat.textContent = lens.caveat;
    whole.replaceChildren(...drawSummary(lens, level + 1));
    panel.replaceChildren(h("p", { class: "nk-note" }, "Point at a sentence or a bar, or move with the arrow keys, to see its numbers and how they come about. A click or Enter pins it."));
    markWords();
    filter();
    aim(cursor);
    if (hadFocus) spans[cursor].focus({ preventScroll: true });
    onSelected();
  }

  const indexOf = (event) => Number(event.target.closest?.("[data-i]")?.dataset.i ?? -1);
  const step = (from, by) => {
    for (let i = from + by; i >= 0 && i < n; i += by) if (!isDimmed(i)) return i;
    return from;
  };

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onText = text.contains(event.target);
    const right = onText && getComputedStyle(spans[cursor]).direction === "rtl" ? -1 : 1;
    const goal = { ArrowRight: () => step(cursor, right), ArrowLeft: () => step(cursor, -right),
      ArrowDown: () => step(cursor, onText ? 1 : -1), ArrowUp: () => step(cursor, onText ? -1 : 1),
      Home: () => step(-1, 1), End: () => step(n, -1) }[event.key]?.();
    if (goal >= 0 && goal < n) {
      aim(goal);
      point(goal);
      reveal(goal);
      if (onText) spans[goal].focus({ preventScroll: true }); // the bars speak for themselves
      if (onText) say(describe(goal));
    } else if (event.key === "Enter" || event.key === " ") pin(cursor);
    else return;
    event.preventDefault();
  }

  function showTip(event) {
    const marks = notes.get(event.target);
    tip.hidden = !marks;
    if (!marks) return;
    tip.replaceChildren(...marks.map(([, , kind, note]) => h("div", {}, lens.kinds[kind] ?? kind, note ? `: ${note}` : "")));
    const [box, word] = [root.getBoundingClientRect(), event.target.getClientRects()[0]];
    tip.style.left = `${clamp(word.left - box.left, 0, Math.max(0, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${word.bottom - box.top + 6}px`;
  }

  bag.listen(text, "pointerover", (event) => { point(indexOf(event)); showTip(event); });
  bag.listen(text, "pointerleave", () => { point(-1); tip.hidden = true; });
  bag.listen(text, "focusin", (event) => { 
    if (indexOf(event) < 0) return;
    aim(indexOf(event));
    point(cursor);
  });
  bag.listen(text, "click", (event) => {
    const dragged = document.getSelection()?.type === "Range"; // someone is copying a passage
    if (indexOf(event) >= 0 && !dragged) pin(indexOf(event));
  });
  bag.listen(chart, "pointermove", (event) => {
    const inside = strip.plot.contains(event.target);
    const i = inside ? strip.under(event) : -1;
    if (i !== pointed) point(i);
    if (i >= 0 && text.scrollHeight > text.clientHeight + 1) reveal(i);
  });
  bag.listen(chart, "pointerleave", () => point(-1));
  bag.listen(chart, "click", (event) => {
    if (!strip.plot.contains(event.target)) return;
    aim(strip.under(event));
    pin(cursor);
  });
  bag.listen(chart, "focusin", () => point(cursor));
  bag.listen(chart, "keydown", onKey);
  bag.listen(text, "keydown", onKey);
  bag.listen(lenses, "change", (event) => { set("lens", event.target.value); say(`Lens: ${lens.label}`); });
  const searchSoon = debounce(() => { query = search.value.trim().toLowerCase(); filter(); }, 80);
  bag.add(searchSoon.cancel);
  bag.listen(search, "input", searchSoon);
  bag.listen(legend, "click", (event) => {
    const item = event.target.closest("[data-only]");
    if (!item) return;
    const shade = Number(item.dataset.only);
    if (!only.delete(shade)) only.add(shade);
    strongest.checked = false;
    filter();
  });
  bag.listen(legend, "change", markWords);
  bag.listen(strongest, "change", () => {
    const most = Math.max(...lens.shades.map(Math.abs));
    only = new Set(strongest.checked ? lens.shades.filter((shade) => Math.abs(shade) === most) : []);
    filter();
  });
  bag.listen(copyCode, "click", async () => {
    [code.textContent, code.hidden] = [codeText(), false];
    const copied = await copy(code.textContent);
    copyCode.textContent = copied ? "Copied" : "Copy as code";
    if (!copied) document.getSelection().selectAllChildren(code);
    say(copied ? "The code is copied." : "The code is selected: copy it with the keyboard.");
  });
  bag.listen(table, "click", () => download(fileName(view.title, "csv"), "text/csv", toCsv(tableRows(view, lens))));
  bag.listen(drawing, "click", () => {
    const colourOf = (name) => {
      if (name === "surface") return getComputedStyle(root).backgroundColor;
      const swatch = legend.querySelector(`.nk-swatch[data-shade="${name}"]`);
      return swatch ? getComputedStyle(swatch).borderBottomColor : getComputedStyle(root).color;
    };
    download(fileName(view.title, "svg"), "image/svg+xml", picture(view.title, lens, colourOf));
  });
  bag.listen(document, "keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });
  bag.listen(root, "keydown", (event) => {
    if (event.key === "Escape") {
      if (tip.hidden && model.get("selected") >= 0) pin(model.get("selected"));
      tip.hidden = true;
    }
    // A notebook has keys of its own (two d's delete the cell): plain keys typed here stay here.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  bag.watch(model, "selected", onSelected);
  bag.watch(model, "lens", drawLens);
  bag.add(() => unpaint());

  root.replaceChildren(drawHeader(view, level),
    h("div", { class: "nk-controls" }, view.lenses.length > 1 ? lenses : null,
      h("div", { class: "nk-filters" }, search, h("label", {}, strongest, " Only the strongest"), found), drawManual(MANUAL)),
    chart, caveat, legend, h("div", { class: "nk-columns" }, text, panel), whole,
    h("footer", { class: "nk-foot" }, copyCode, table, drawing), code, tip, live);
  drawLens();
  return bag.release;
}

/** Entry point, called by the widget host with its model and an empty element. */
function render({ model, el }) {
  const root = h("section", { class: "nk", "aria-label": "Article explorer" });
  const level = Number(el.dataset.level ?? 3);
  let release = explore(model, root, level);
  const redraw = () => { release(); release = explore(model, root, level); };
  model.on("change:view", redraw);
  el.replaceChildren(root);
  return () => { model.off("change:view", redraw); release(); root.remove(); };
}

export default { render };

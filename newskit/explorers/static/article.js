// The article explorer: the text, a strip of bars with one bar a sentence, and what is known about
// the sentence pointed at. All numbers, classes of shade and explanations come in the view; this
// script draws them and links them. (shared.js and lens.js stand in front of this file.)

const INVITATION = "Point at a sentence or a bar, or move with the arrow keys, to see its numbers " +
  "and how they come about. A click or Enter pins it.";

const MANUAL = [
  ["Tab", "go to the lenses, the search, the bars, the text"],
  ["← ↑ → ↓", "on bars or text: sentence before, sentence after"],
  ["Home, End", "first sentence, last sentence"],
  ["Enter, click", "pin the sentence, or let it go"],
  ["Enter in search", "go to the first sentence found"],
  ["Esc", "let the pinned sentence go"],
];

/** Draw one view of the model into `root` and bring it to life. Returns what undoes it. */
function explore(model, root, level) {
  const bag = attachments();
  const view = model.get("view");
  const n = view.sentences.length;
  const lowered = view.sentences.map((text) => text.toLowerCase());
  let [lens, strip, spans, notes] = [null, null, [], new WeakMap()];
  let [cursor, pointed, shown] = [0, -1, -1]; // has the tab stop; is lit; is in the panel
  let [query, only, isDimmed, unpaint] = ["", new Set(), () => false, () => {}];

  // The parts that stay, whatever the lens.
  const [chart, legend, whole] = ["nk-chart", "nk-legend", "nk-whole"]
    .map((name) => h("div", { class: name }));
  const text = h("div",
    { class: "nk-text", role: "listbox", "aria-label": "Sentences of the article", lang: view.language });
  const panel = h("section", { class: "nk-panel", tabindex: 0, "aria-label": "The sentence pointed at" });
  const caveat = h("p", { class: "nk-caveat" });
  const search = h("input",
    { type: "search", placeholder: "Find in the text", "aria-label": "Find in the text", dir: "auto" });
  const strongest = h("input", { type: "checkbox" });
  const found = h("span", { class: "nk-found" });
  const { live, say } = drawLive();
  const tip = h("div", { class: "nk-tip", role: "tooltip", hidden: "" });
  const [table, drawing] = ["Table (CSV)", "Picture (SVG)"].map(drawButton);
  const lenses = drawLensSwitch(view.lenses, uniqueName());

  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const pinned = () => (model.get("selected") < n ? model.get("selected") : -1);
  const scrolls = () => text.scrollHeight > text.clientHeight + 1;

  function describe(i) {
    const words = lens.words[i].length;
    return [`Sentence ${i + 1} of ${n}`, `${lens.measure.label} ${lens.shown[i]}`,
      lens.legend.find(({ shade }) => shade === lens.shades[i])?.label,
      words ? plural(words, "marked word") : null].filter(Boolean).join(", ");
  }

  // --- one sentence: lit, in the panel, within reach of the keyboard, pinned

  /** Light one sentence and its bar; -1 puts the light out. The panel keeps what it last showed. */
  function point(i) {
    if (i === pointed) return;
    spans[pointed]?.classList.remove("nk-pointed");
    spans[i]?.classList.add("nk-pointed");
    pointed = i;
    strip.point(i);
    showDetails(i >= 0 ? i : pinned());
  }

  function showDetails(i) {
    if (i < 0) return;
    shown = i;
    panel.replaceChildren(...drawDetails(view, lens, i, i === pinned(), level + 1));
  }

  /** Give a sentence the one tab stop that the text has, and the bars their value. */
  function aim(i) {
    spans[cursor].tabIndex = -1;
    spans[i].tabIndex = 0;
    cursor = i;
    strip.plot.setAttribute("aria-valuenow", i + 1);
    strip.plot.setAttribute("aria-valuetext", describe(i));
  }

  /** Bring a sentence into view: within the text's own box where it has one, else on the page. */
  function reveal(i) {
    const [box, line] = [text.getBoundingClientRect(), spans[i].getBoundingClientRect()];
    if (!scrolls()) spans[i].scrollIntoView({ block: "nearest" });
    else if (line.top < box.top || line.bottom > box.bottom) text.scrollTop += line.top - box.top - 24;
  }

  function onSelected() {
    text.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    spans[pinned()]?.setAttribute("aria-selected", "true");
    strip.pin(pinned());
    if (pinned() >= 0) reveal(pinned());
    showDetails([pointed, pinned(), shown].find((i) => i >= 0) ?? -1);
    code.refresh();
  }

  function pin(i) {
    send("selected", i === pinned() ? -1 : i);
    say(pinned() < 0 ? "No sentence is pinned." : `Pinned. ${describe(i)}`);
  }

  // --- the lens

  function drawLens() {
    lens = view.lenses.find(({ name }) => name === model.get("lens")) ?? view.lenses[0];
    const hadFocus = text.contains(document.activeElement);
    root.dataset.scale = lens.scale ?? (lens.legend.some(({ shade }) => shade < 0) ? "diverging" : "ramp");
    for (const box of lenses.querySelectorAll("input")) box.checked = box.value === lens.name;
    [notes, only, pointed, strongest.checked] = [new WeakMap(), new Set(), -1, false];
    strip = drawStrip(lens, n);
    const drawn = drawParagraphs(view, lens, notes);
    spans = drawn.spans;
    text.replaceChildren(...drawn.paragraphs);
    chart.replaceChildren(...drawHeadline(lens), strip.node);
    legend.replaceChildren(...drawLegend(lens));
    whole.replaceChildren(...drawSummary(lens, level + 1));
    panel.replaceChildren(h("p", { class: "nk-note" }, INVITATION));
    caveat.textContent = lens.caveat;
    markWords();
    filter();
    aim(cursor);
    if (hadFocus) spans[cursor].focus({ preventScroll: true });
    onSelected();
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

  // --- search and filters

  /** Dim what the search and the chosen classes leave out; say how many are left. */
  function filter() {
    const keep = lowered.map((line, i) => line.includes(query) && (!only.size || only.has(lens.shades[i])));
    isDimmed = (i) => !keep[i];
    spans.forEach((span, i) => span.classList.toggle("nk-dimmed", !keep[i]));
    strip.bars(isDimmed);
    unpaint();
    unpaint = paintRanges(query ? spans.flatMap((span, i) => (keep[i] ? rangesOf(span, query) : [])) : []);
    const count = keep.filter(Boolean).length.toLocaleString("en");
    const message = query || only.size ? `${count} of ${plural(n, "sentence")}` : "";
    if (found.textContent !== message) say(message ? `${message} shown` : "All sentences shown");
    found.textContent = message;
    for (const one of legend.querySelectorAll("[data-only]")) one.ariaPressed = only.has(+one.dataset.only);
  }

  const searchSoon = debounce(() => {
    query = search.value.trim().toLowerCase();
    filter();
  }, 80);
  bag.add(searchSoon.cancel);
  bag.listen(search, "input", searchSoon);
  bag.listen(strongest, "change", () => {
    const most = lens.shades.reduce((top, shade) => Math.max(top, Math.abs(shade)), 0);
    only = new Set(strongest.checked ? lens.shades.filter((shade) => Math.abs(shade) === most) : []);
    filter();
  });
  bag.listen(legend, "change", markWords);
  bag.listen(legend, "click", (event) => {
    const shade = event.target.closest("[data-only]")?.dataset.only;
    if (shade === undefined) return;
    if (!only.delete(+shade)) only.add(+shade);
    strongest.checked = false;
    filter();
  });

  // --- pointer

  const indexOf = (event) => Number(event.target.closest?.("[data-i]")?.dataset.i ?? -1);
  const onPlot = (event) => (strip.plot.contains(event.target) ? strip.under(event) : -1);

  function showTip(event) {
    const marks = notes.get(event.target);
    tip.hidden = !marks;
    if (!marks) return;
    tip.replaceChildren(...marks.map(([, , kind, note]) =>
      h("div", {}, lens.kinds[kind] ?? kind, note ? `: ${note}` : "")));
    const [box, word] = [root.getBoundingClientRect(), event.target.getClientRects()[0]];
    tip.style.left = `${clamp(word.left - box.left, 0, Math.max(0, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${word.bottom - box.top + 6}px`;
  }

  bag.listen(text, "pointerover", (event) => {
    point(indexOf(event));
    showTip(event);
  });
  bag.listen(text, "click", (event) => {
    const isCopying = document.getSelection()?.type === "Range";
    if (indexOf(event) >= 0 && !isCopying) pin(indexOf(event));
  });
  bag.listen(chart, "pointermove", (event) => {
    point(onPlot(event));
    if (pointed >= 0 && scrolls()) reveal(pointed);
  });
  bag.listen(chart, "click", (event) => {
    if (onPlot(event) < 0) return;
    aim(onPlot(event));
    pin(cursor);
  });
  for (const part of [text, chart]) {
    bag.listen(part, "pointerleave focusout", () => {
      point(-1);
      tip.hidden = true;
    });
  }

  // --- keyboard

  const step = (from, by) => {
    for (let i = from + by; i >= 0 && i < n; i += by) if (!isDimmed(i)) return i;
    return from;
  };

  function goTo(i, onText) {
    if (i < 0 || i >= n) return; // everything is dimmed
    aim(i);
    if (onText) spans[i].focus({ preventScroll: true });
    point(i);
    reveal(i);
    if (onText) say(describe(i)); // the bars speak for themselves: their value has a text
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onText = text.contains(event.target);
    const ahead = onText && getComputedStyle(spans[cursor].parentElement).direction === "rtl" ? -1 : 1;
    const goal = { ArrowRight: () => step(cursor, ahead), ArrowLeft: () => step(cursor, -ahead),
      ArrowDown: () => step(cursor, onText ? 1 : -1), ArrowUp: () => step(cursor, onText ? -1 : 1),
      Home: () => step(-1, 1), End: () => step(n, -1) }[event.key];
    if (goal) goTo(goal(), onText);
    else if (event.key === "Enter" || event.key === " ") pin(cursor);
    else return;
    event.preventDefault();
  }

  bag.listen(text, "keydown", onKey);
  bag.listen(chart, "keydown", onKey);
  bag.listen(search, "keydown", ({ key }) => { if (key === "Enter") goTo(step(-1, 1), true); });
  bag.listen(chart, "focusin", () => point(cursor));
  bag.listen(text, "focusin", (event) => {
    if (indexOf(event) < 0) return;
    aim(indexOf(event));
    point(cursor);
  });
  bag.listen(document, "keydown", ({ key }) => { if (key === "Escape") tip.hidden = true; });
  bag.listen(root, "keydown", (event) => {
    if (event.key === "Escape" && tip.hidden && pinned() >= 0) pin(pinned());
    if (event.key === "Escape") tip.hidden = true;
    keepKeys(event);
  });

  // --- what the reader takes away

  const code = drawCode(bag, () => writeCode(model, `, lens=${literal(lens.name)})`,
    [pinned() < 0 ? null : `explorer.select(${pinned()})`], {}), say);

  function colourOf(name) {
    const swatch = legend.querySelector(`.nk-swatch[data-shade="${name}"]`);
    const style = getComputedStyle(swatch ?? root);
    return swatch ? style.borderBottomColor : name === "surface" ? style.backgroundColor : style.color;
  }

  bag.listen(table, "click", () =>
    download(fileName(view.title, "csv"), "text/csv", toCsv(tableRows(view, lens))));
  bag.listen(drawing, "click", () =>
    download(fileName(view.title, "svg"), "image/svg+xml", picture(view.title, lens, colourOf)));

  bag.listen(lenses, "change", (event) => {
    send("lens", event.target.value);
    say(`Lens: ${lens.label}`);
  });
  bag.watch(model, "selected", onSelected);
  bag.watch(model, "lens", drawLens);
  bag.add(() => unpaint());

  root.replaceChildren(drawHeader(view, level),
    h("div", { class: "nk-controls" }, view.lenses.length > 1 ? lenses : null,
      search, h("label", {}, strongest, "Only the strongest"), found, drawManual(MANUAL)),
    chart, caveat, legend, h("div", { class: "nk-columns" }, text, panel), whole,
    h("footer", { class: "nk-foot" }, code.button, table, drawing), code.code, tip, live);
  drawLens();
  return bag.release;
}

/** Entry point, called by the widget host with its model and an empty element. */
const ARTICLE = { name: "nk-reader", label: "Article explorer", draw: explore };
function render(host) { return mount(host, ARTICLE); }

export default { render };

// The article explorer: the text, a strip of bars with one bar a sentence, and what is known about
// the sentence pointed at. All numbers, classes of shade and explanations come in the view; this
// script draws them and links them. (shared.js, lens.js, sources.js and takeaway.js stand in front of this file.)

const INVITATION = "Point at a sentence or a bar, or move with the arrow keys, to see its numbers " +
  "and how they come about. A click or Enter pins it.";

const MANUAL = [
  ["Tab", "go to the lenses, the search, the bars, the text"],
  ["← ↑ → ↓", "on bars or text: sentence before, sentence after"],
  ["Home, End", "first sentence, last sentence"],
  ["Enter, click", "pin the sentence, or let it go"],
  ["Enter in search", "go to the first sentence found"],
  ["↑ ↓", "on voices or claims: the one before, the one after"],
  ["Enter, Space", "on a voice: keep its sentences; on a claim: tick it off"],
  ["Esc", "let the pinned sentence go"],
];
const FADED = 48; // pixels at the foot of a text that goes on, too pale to be read
const FILTERS = ["text", "classes", "part", "voice"];
const OF_LENS = ["classes", "voice"]; // these mean nothing under another lens

/** Draw one view of the model into `root` and bring it to life. Returns what undoes it. */
function explore(model, root, level) {
  const bag = attachments();
  const view = model.get("view");
  const n = view.sentences.length;
  const lowered = view.sentences.map((text) => text.toLowerCase());
  let [lens, strip, spans, notes] = [null, null, [], new WeakMap()];
  let [cursor, pointed, shown] = [0, -1, -1]; // has the tab stop; is lit; is in the panel
  let [isDimmed, unpaint] = [() => false, () => {}];

  // The parts that stay, whatever the lens.
  const [chart, legend, whole] = ["nk-chart", "nk-legend", "nk-whole"]
    .map((name) => h("div", { class: name }));
  const text = h("div",
    { class: "nk-text", role: "listbox", "aria-label": "Sentences of the article", lang: view.language });
  const more = h("div", { class: "nk-more", "aria-hidden": "true" }); // says how much lies below the box
  const ledger = h("section", { class: "nk-ledger", "aria-label": "Voices" });
  const panel = h("section", { class: "nk-panel", tabindex: 0, "aria-label": "The sentence pointed at" });
  const caveat = h("p", { class: "nk-caveat" });
  const search = h("input",
    { type: "search", placeholder: "Find in the text", "aria-label": "Find in the text", dir: "auto" });
  const focus = h("input", { type: "checkbox" });
  const focusLabel = h("span");
  const part = h("select", { "aria-label": "Part of the text" },
    [["", "All text"], ["narration", "Narration"], ["quoted", "Quotations"]]
      .map(([value, label]) => h("option", { value }, label)));
  const found = h("span", { class: "nk-found" });
  const showAll = h("button", { type: "button", class: "nk-link" }, "Show all");
  const { live, say } = drawLive();
  const tip = h("div", { class: "nk-tip", role: "tooltip", hidden: "" });
  const [table, drawing, bitmap] = ["Table (CSV)", "Picture (SVG)", "Picture (PNG)"].map(drawButton);
  const lenses = drawLensSwitch(view.lenses, uniqueName());
  const manual = drawManual(bag, MANUAL);

  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const pinned = () => (model.get("selected") < n ? model.get("selected") : -1);
  const scrolls = () => text.scrollHeight > text.clientHeight + 1;

  /** Where the text has a box of its own: how many sentences lie below what is seen of it. */
  function tellMore() {
    const end = text.scrollTop + text.clientHeight;
    const below = spans.filter((span) => span.offsetTop + span.offsetHeight > end + 4).length;
    more.textContent = scrolls() && below ? `${plural(below, "more sentence")} below ↓` : "";
    text.classList.toggle("nk-goes-on", more.textContent !== "");
  }

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
    else if (line.top < box.top || line.bottom > box.bottom - FADED) text.scrollTop += line.top - box.top - 24;
  }

  function onSelected() {
    text.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    spans[pinned()]?.setAttribute("aria-selected", "true");
    strip.pin(pinned());
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
    manual.open = false;
    const hadFocus = text.contains(document.activeElement);
    root.dataset.scale = lens.scale ?? (lens.legend.some(({ shade }) => shade < 0) ? "diverging" : "ramp");
    for (const box of lenses.querySelectorAll("input")) box.checked = box.value === lens.name;
    [notes, pointed] = [new WeakMap(), -1];
    strip = drawStrip(lens, n);
    const drawn = drawParagraphs(view, lens, notes);
    spans = drawn.spans;
    text.replaceChildren(...drawn.paragraphs);
    chart.replaceChildren(...drawHeadline(lens), strip.node);
    legend.replaceChildren(...drawLegend(lens));
    whole.replaceChildren(...drawSummary(lens, level + 1));
    sources.draw();
    focus.parentElement.hidden = !lens.focus;
    focusLabel.textContent = lens.focus?.label ?? "";
    panel.replaceChildren(h("p", { class: "nk-note" }, INVITATION));
    caveat.textContent = lens.caveat;
    markWords();
    filter();
    aim(cursor);
    if (hadFocus) spans[cursor].focus({ preventScroll: true });
    tellMore();
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

  const filters = () => model.get("filters") ?? {};

  function setFilter(name, value) {
    const next = { ...filters(), [name]: value };
    send("filters", Object.fromEntries(FILTERS.filter((key) => next[key]?.length).map((key) => [key, next[key]])));
  }

  const isFocused = (classes) => Boolean(lens.focus) && literal(classes ?? []) === literal(lens.focus.shades);

  /** Dim what the filters leave out; say how many sentences are left. */
  function filter() {
    const asked = filters();
    const keep = keepSentences(view, lens, asked, lowered);
    isDimmed = (i) => !keep[i];
    spans.forEach((span, i) => span.classList.toggle("nk-dimmed", !keep[i]));
    strip.bars(isDimmed);
    unpaint();
    const query = (asked.text ?? "").trim().toLowerCase();
    unpaint = paintRanges(query ? spans.flatMap((span, i) => (keep[i] ? rangesOf(span, query) : [])) : []);
    const count = keep.filter(Boolean).length.toLocaleString("en");
    const isOn = Object.keys(asked).length > 0;
    const message = isOn ? `${count} of ${plural(n, "sentence")}` : plural(n, "sentence");
    if (found.textContent !== message) say(isOn ? `${message} shown` : "All sentences shown");
    found.textContent = message;
    showAll.hidden = !isOn;
    if (document.activeElement !== search) search.value = asked.text ?? "";
    part.value = asked.part ?? "";
    focus.checked = isFocused(asked.classes);
    for (const one of legend.querySelectorAll("[data-only]")) one.ariaPressed = Boolean(asked.classes?.includes(+one.dataset.only));
    for (const one of ledger.querySelectorAll("[data-voice]")) one.ariaPressed = one.dataset.voice === asked.voice;
    code.refresh();
  }

  const find = () => setFilter("text", search.value);
  const searchSoon = debounce(find, 80);
  bag.add(searchSoon.cancel);
  bag.listen(search, "input", searchSoon);
  bag.listen(search, "change", find); // at once when the reader goes on to something else
  bag.listen(part, "change", () => setFilter("part", part.value));
  bag.listen(focus, "change", () => setFilter("classes", focus.checked ? lens.focus.shades : []));
  bag.listen(showAll, "click", () => {
    search.value = "";
    send("filters", {});
    search.focus();
  });
  bag.listen(legend, "change", markWords);
  bag.listen(legend, "click", (event) => {
    const shade = event.target.closest("[data-only]")?.dataset.only;
    if (shade === undefined) return;
    const only = new Set(filters().classes);
    if (!only.delete(+shade)) only.add(+shade);
    setFilter("classes", [...only].sort((a, b) => a - b));
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
    if (i < 0 || i >= n) return; // no sentence is kept
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
    [pinned() < 0 ? null : `explorer.select(${pinned()})`], { filters: {}, checked: [] }), say);

  function colourOf(name) {
    const swatch = legend.querySelector(`.nk-swatch[data-shade="${name}"]`);
    const style = getComputedStyle(swatch ?? root);
    return swatch ? style.borderBottomColor : name === "surface" ? style.backgroundColor : style.color;
  }

  bag.listen(table, "click", () =>
    download(fileName(view.title, `${lens.name}-sentences.csv`), "text/csv", toCsv(tableRows(view, lens, isDimmed))));
  bag.listen(drawing, "click", () =>
    download(fileName(view.title, `${lens.name}.svg`), "image/svg+xml", picture(view.title, lens, colourOf)));
  bag.listen(bitmap, "click", async () =>
    download(fileName(view.title, `${lens.name}.png`), "image/png", await toPng(picture(view.title, lens, colourOf))));

  const sources = linkSources(bag, { model, view, level, ledger, whole, lens: () => lens, filters, setFilter,
    send, say, point, goTo, refresh: code.refresh,
    showFirst() {
      const first = step(-1, 1);
      if (scrolls() && first >= 0) reveal(first);
    } });

  bag.listen(lenses, "change", (event) => {
    model.set("filters", Object.fromEntries(Object.entries(filters()).filter(([name]) => !OF_LENS.includes(name))));
    send("lens", event.target.value);
    say(`Lens: ${lens.label}`);
  });
  bag.watch(model, "selected", () => {
    onSelected();
    if (pinned() >= 0) reveal(pinned()); // not when first drawn: a notebook must not jump
  });
  bag.listen(text, "scroll", tellMore);
  bag.listen(more, "click", () => text.scrollBy(0, text.clientHeight - 48));
  const resized = new ResizeObserver(tellMore); // and when it is first drawn
  resized.observe(text);
  bag.add(() => resized.disconnect());
  bag.watch(model, "lens", drawLens);
  bag.watch(model, "filters", filter);
  bag.add(() => unpaint());

  root.replaceChildren(drawHeader(view, level),
    h("div", { class: "nk-controls" }, view.lenses.length > 1 ? lenses : null, h("div", { class: "nk-filters" },
      search, view.quoted?.includes(true) ? part : null, h("label", {}, focus, focusLabel), h("span", {}, found, " ", showAll)), manual),
    chart, caveat, legend,
    h("div", { class: "nk-columns" }, h("div", { class: "nk-body" }, text, more), h("div", { class: "nk-side" }, ledger, panel)), whole,
    h("footer", { class: "nk-foot" }, code.button, table, drawing, bitmap), code.code, tip, live);
  drawLens();
  return bag.release;
}

/** Entry point, called by the widget host with its model and an empty element. */
const ARTICLE = { name: "nk-reader", label: "Article explorer", draw: explore };
function render(host) { return mount(host, ARTICLE); }

export default { render };

// The coverage explorer: a few articles, one row each, every lens on one common scale, so that the
// eye can go down a column. All numbers come in the view. (shared.js, lens.js and article.js stand
// in front of this file: an article opened here is drawn by `explore`, as in its own explorer.)

const COVERAGE_KEYS = [
  ["Tab", "go to the order, the articles, the open text"],
  ["↑ ↓", "article before, article after"],
  ["Home, End", "first article, last article"],
  ["Enter, click", "open the text of an article, or close it"],
  ["Space on a box", "tick an article: it is in the selection"],
  ["Esc", "close the open text"],
];

const STRIP_GAP = 0.09; // of a bar, on each side

/** Where a value lies on a lens's scale, in per cent of its width. */
function place(lens, value) {
  const [low, high] = [lens.ticks[0], lens.ticks.at(-1)];
  return clamp((100 * (value - low)) / (high - low), 0, 100);
}

const gridLines = (lens) => lens.ticks.map((tick) =>
  h("i", { class: `nk-grid ${tick === 0 && lens.diverging ? "nk-zero" : ""}`,
    style: `left:${place(lens, tick)}%` }));

/** The head of a column: what is measured, and the scale that all rows share. */
function drawColumnHead(lens, level) {
  return h("div", { class: "nk-column-head" },
    heading(level, lens.label, { class: "nk-h" }),
    h("div", { class: "nk-note" }, `${lens.measure}; higher is ${lens.higher_is}`),
    h("div", { class: "nk-note" }, `bars: ${lens.of_sentences} by sentence`),
    lens.key ? h("div", { class: "nk-note nk-key", "data-scale": "groups" }, lens.key.map(([shade, label]) =>
      h("span", {}, h("i", { class: "nk-swatch", "data-shade": shade }), label))) : null,
    h("div", { class: "nk-ticks", "aria-hidden": "true" }, lens.ticks.map((tick, k) =>
      h("span", { style: `left:${place(lens, tick)}%` }, lens.tick_labels[k]))));
}

/** A value with its interval on the common scale: the bar is the interval, the dot the value. */
function drawDot(lens, row) {
  const bar = row.low === null || row.high === null ? null : h("i", { class: "nk-bar",
    style: `left:${place(lens, row.low)}%;right:${100 - place(lens, row.high)}%` });
  return h("div", { class: "nk-dots", "aria-hidden": "true" }, gridLines(lens), bar,
    h("i", { class: "nk-dot", style: `left:${place(lens, row.number)}%` }));
}

/** Shares one after another: said by a name, by unnamed sources, by nobody; each with its pattern. */
function drawParts(lens, row) {
  let at = 0;
  const parts = row.parts.map((share, k) => {
    const style = `left:${place(lens, at)}%;width:${100 * share}%`;
    at += share;
    return share === 0 ? null : h("i", { class: "nk-part nk-swatch", "data-shade": k + 2, style });
  });
  return h("div", { class: "nk-dots", "aria-hidden": "true" }, gridLines(lens), parts);
}

/** The sentences as bars. One sentence is as wide in every row, so that lengths compare too. */
function drawSentences(lens, most) {
  const n = lens.values.length;
  const { high, low } = lens.measure;
  const at = { left: (i) => i + STRIP_GAP, width: 1 - 2 * STRIP_GAP,
    y: (value) => (100 * (high - value)) / (high - low) };
  return h("div", { class: "nk-small-strip", "aria-hidden": "true" },
    svg("svg", { class: most > 40 ? "nk-dense" : null, viewBox: `0 0 ${n} 100`, preserveAspectRatio: "none", style: `width:${(100 * n) / most}%` },
      barPaths({ ...lens, arc: null }, at, () => false)));
}

function drawCell(lens, row, own, most) {
  const scale = own.scale ?? (own.legend.some(({ shade }) => shade < 0) ? "diverging" : "ramp");
  return h("div", { class: "nk-cell", "data-scale": scale, role: "group", "aria-label": lens.label },
    h("div", { class: "nk-value" },
      h("span", { class: "nk-live" }, `${lens.measure}: `),
      h("span", { class: row.number === null ? "nk-note" : "nk-number" }, row.value),
      h("span", { class: "nk-note" }, row.reason ?? row.interval ?? "")),
    row.number === null ? null : row.parts ? drawParts(lens, row) : drawDot(lens, row),
    row.other ? h("div", { class: "nk-note" }, row.other)
      : own.values.some((value) => value !== null) ? drawSentences(own, most) : null);
}

/** One article: its headline (which opens it), its record, its lead, and a cell a lens. */
function drawArticle(view, i, most, level) {
  const article = view.articles[i];
  const box = h("input", { type: "checkbox", tabindex: -1, "data-tick": i,
    "aria-label": `In the selection: ${article.title}` });
  const button = h("button", { type: "button", class: "nk-open", tabindex: -1, "data-open": i,
    dir: "auto", lang: article.view.language, "aria-expanded": "false" }, article.title);
  const cells = view.lenses.map((lens) => drawCell(lens, lens.rows[i],
    article.view.lenses.find(({ name }) => name === lens.name), most));
  return h("li", { class: "nk-article", "data-row": "", "data-i": i },
    h("div", { class: "nk-story" },
      h("div", { class: "nk-article-head" }, h("label", { class: "nk-tick" }, box),
        heading(level, "", { class: "nk-article-title" })),
      h("div", { class: "nk-note", dir: "auto" }, article.about.join(" · ")),
      h("p", { class: "nk-lead", dir: "auto", lang: article.view.language }, article.lead)),
    cells, button);
}

/** Draw one view of the model into `root` and bring it to life. Returns what undoes it. */
function cover(model, root, level) {
  const bag = attachments();
  const view = model.get("view");
  const n = view.articles.length;
  const most = Math.max(...view.articles.map((article) => article.view.sentences.length));
  let closeText = () => {};

  const rows = view.articles.map((_, i) => drawArticle(view, i, most, level + 1));
  const list = h("ol", { class: "nk-articles", role: "list", "aria-label": "Articles" });
  const text = h("section", { class: "nk-text-of-article", hidden: "" });
  const order = h("select", { "aria-label": "Order" },
    [["given", "as given"], ...view.lenses.map(({ name, label }) => [name, `by ${label.toLowerCase()}`])]
      .map(([value, label]) => h("option", { value }, label)));
  const found = h("span", { class: "nk-found" });
  const { live, say } = drawLive();
  const table = drawButton("Table (CSV)");

  // The headline button stands inside its heading, so that both roles are heard.
  rows.forEach((row) => row.querySelector(".nk-article-title").append(row.querySelector(".nk-open")));
  const buttonOf = (i) => rows[i].querySelector(".nk-open");
  const boxOf = (i) => rows[i].querySelector("[data-tick]");

  const code = drawCode(bag, () => {
    const chosen = model.get("chosen");
    return writeCode(model, ")", [chosen.length ? `explorer.select(${chosen.join(", ")})` : null],
      { order: "given", lens: opened() < 0 ? model.get("lens") : "", opened: -1 });
  }, say);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const opened = () => (model.get("opened") < n ? model.get("opened") : -1);

  // --- order

  /** The indices of the articles as they stand; those without a value come last. */
  function sequence() {
    const lens = view.lenses.find(({ name }) => name === model.get("order"));
    const all = view.articles.map((_, i) => i);
    const value = (i) => lens.rows[i].number ?? -Infinity;
    return lens ? all.sort((a, b) => value(b) - value(a) || a - b) : all;
  }

  function drawOrder() {
    order.value = model.get("order");
    const at = document.activeElement; // a node that moves loses the focus
    list.replaceChildren(...sequence().map((i) => rows[i]));
    if (list.contains(at)) at.focus({ preventScroll: true });
    code.refresh();
  }

  // --- the ticks

  function drawTicks() {
    const chosen = new Set(model.get("chosen"));
    rows.forEach((row, i) => {
      boxOf(i).checked = chosen.has(i);
      row.classList.toggle("nk-ticked", chosen.has(i));
    });
    found.textContent = chosen.size ? `${chosen.size} of ${plural(n, "article")} selected` : "";
    code.refresh();
  }

  // --- one article opened: its own explorer, below the list

  function drawText() {
    closeText();
    closeText = () => {};
    const i = opened();
    rows.forEach((row, k) => {
      row.classList.toggle("nk-opened", k === i);
      buttonOf(k).setAttribute("aria-expanded", String(k === i));
    });
    text.hidden = i < 0;
    code.refresh();
    if (i < 0) {
      text.replaceChildren();
      return;
    }
    const inner = localModel({ view: view.articles[i].view, lens: model.get("lens"), selected: -1,
      code_start: `${model.get("code_start")}\narticle = articles[${i}]`,
      code_call: model.get("code_call").replace("(articles", "(article") });
    inner.on("change:lens", () => send("lens", inner.get("lens")));
    const close = h("button", { type: "button", class: "nk-button nk-close" }, "Close the text");
    const place = h("div", { class: "nk nk-inner" });
    close.addEventListener("click", () => toggle(i));
    text.setAttribute("aria-label", `Text of: ${view.articles[i].title}`);
    text.replaceChildren(close, place);
    const release = explore(inner, place, level + 1);
    // The same lens set from outside: the open text follows.
    const follow = () => inner.set("lens", model.get("lens"));
    model.on("change:lens", follow);
    closeText = () => {
      model.off("change:lens", follow);
      release();
    };
  }

  function toggle(i) {
    const isOpen = i === opened();
    send("opened", isOpen ? -1 : i);
    say(isOpen ? "The text is closed." : `Opened below: ${view.articles[i].title}`);
    if (isOpen) buttonOf(i).focus({ preventScroll: true });
    else text.scrollIntoView({ block: "nearest", behavior: "auto" });
  }

  // --- pointer and keys

  bag.listen(list, "click", (event) => {
    const row = event.target.closest(".nk-article");
    if (!row || event.target.closest(".nk-tick")) return;
    const isCopying = document.getSelection()?.type === "Range";
    if (event.target.closest(".nk-open") || !isCopying) toggle(Number(row.dataset.i));
  });
  bag.listen(list, "change", () => {
    send("chosen", rows.flatMap((_, i) => (boxOf(i).checked ? [i] : [])));
    say(found.textContent || "No article is selected.");
  });
  bag.listen(root, "keydown", (event) => {
    if (event.key === "Escape" && opened() >= 0) toggle(opened());
    keepKeys(event);
  });
  bag.listen(text, "keydown", (event) => { // the text within has first call on the key
    if (event.key === "Escape" && !text.querySelector("[aria-selected=true], .nk-tip:not([hidden])")) toggle(opened());
  }, true);
  bag.listen(order, "change", () => {
    send("order", order.value);
    say(`Order: ${order.selectedOptions[0].textContent}`);
  });

  // --- what the reader takes away

  /** The same columns as CoverageExplorer.table(). */
  function tableOf() {
    const cells = view.lenses.flatMap((lens) => {
      const counts = Object.keys(lens.rows[0].counts ?? {});
      const bounds = [["number", ""], ["low", "_low"], ["high", "_high"]];
      return [...bounds.map(([part, name]) => [`${lens.column}${name}`, (i) => lens.rows[i][part]]),
        ...counts.map((name) => [name, (i) => lens.rows[i].counts[name]]),
        [`${lens.column}_reason`, (i) => lens.rows[i].reason]];
    });
    const head = ["headline", "outlet", "published", "n_sentences", ...cells.map(([name]) => name)];
    return [head, ...view.articles.map((article, i) => [article.headline, article.outlet,
      article.published, article.view.sentences.length, ...cells.map(([, value]) => value(i))])];
  }

  bag.listen(table, "click", () => download("coverage.csv", "text/csv", toCsv(tableOf())));

  bag.watch(model, "order", drawOrder);
  bag.watch(model, "chosen", drawTicks);
  bag.watch(model, "opened", drawText);
  bag.watch(model, "lens", code.refresh);
  bag.add(() => closeText());

  // The parts, from top to bottom. What compares all articles at once belongs after
  // `list`, as a section of its own.
  const header = h("header", { class: "nk-header" },
    heading(level, view.title, { class: "nk-title" }),
    h("dl", { class: "nk-record" }, view.about.map(([name, value]) =>
      h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, value)))));
  const controls = h("div", { class: "nk-controls" },
    h("label", {}, "Order ", order), found, drawManual(bag, COVERAGE_KEYS));
  const scales = h("div", { class: "nk-scales" }, h("div", { class: "nk-story" }),
    view.lenses.map((lens) => drawColumnHead(lens, level + 1)));
  const notes = h("div", { class: "nk-notes" },
    view.lenses.map((lens) => h("p", { class: "nk-note" }, h("b", {}, `${lens.label}. `), lens.caveat)));
  const foot = h("footer", { class: "nk-foot" }, code.button, table);
  root.style.setProperty("--nk-lenses", view.lenses.length);
  root.replaceChildren(header, controls, scales, list, notes, foot, code.code, text, live);
  drawOrder();
  rove(bag, list)();
  drawTicks();
  drawText();
  return bag.release;
}

/** Entry point, called by the widget host with its model and an empty element. */
const COVERAGE = { name: "nk-coverage", label: "Coverage explorer", draw: cover };
function render(host) { return mount(host, COVERAGE); }

export default { render };

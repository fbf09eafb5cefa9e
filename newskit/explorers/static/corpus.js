// The corpus explorer: histograms with brushes, time, a breakdown and a table, all of them filtered
// by all the others. What is drawn was decided in Python; here rows are counted and filters kept.
// (shared.js, lens.js, article.js, corpus_data.js and corpus_parts.js stand in front of this file.)

const CORPUS_KEYS = [
  ["Tab", "go through search, charts, names, table"],
  ["← →", "on a chart's bound: move it by one bar"],
  ["Page Up, Page Down", "move it by five bars"],
  ["Esc, Delete", "take the bounds of this chart away"],
  ["Enter, Space", "on a name: keep its articles"],
  ["↑ ↓, Page, Home, End", "in the table: go from row to row"],
  ["Enter, click", "in the table: open the article"],
];

/** Draw one view of the model into `root` and bring it to life. Returns what undoes it. */
function exploreCorpus(model, root, level) {
  const bag = attachments();
  const view = model.get("view");
  const { n } = view;
  const prefix = uniqueName();
  const columns = readColumns(model, view);
  const headlines = model.get("headlines");
  const edges = view.measures.map((measure) => measure.edges.map(Number));
  const bars = columns.measures.map((values, k) =>
    barsOf(values, edges[k].map((edge) => edge - view.measures[k].base))); // the values count from there
  const format = view.measures.map(({ digits, base }) => numberWriter(digits, base));
  const fails = new Uint16Array(n);
  const known = listFilters(view, columns, bars, edges, headlines);
  const bitOf = Object.fromEntries(known.map(({ name, bit }) => [name, bit]));
  const { rising, by } = makeOrders(view, columns, headlines);
  const rowsNow = () => passing(by(model.get("order")), fails);
  let [filters, closeArticle, opened] = [{}, () => {}, -1];

  const { live, say } = drawLive();
  const code = drawCode(bag, () => writeCode(
    { get: (name) => (name === "filters" ? inOrder() : model.get(name)) }, ")",
    [Object.keys(filters).length ? `selected = frame.query(${literal(queryText(view, filters))})` : null],
    { measure: view.measures[0].name, group: view.groups[0]?.name ?? "", order: "", opened: -1, filters: {} }), say);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const sendFilters = debounce(() => send("filters", filters), 150);
  bag.add(sendFilters.cancel);

  const found = h("span", { class: "nk-found" });
  const search = view.has_headlines ? h("input",
    { type: "search", placeholder: "Find in headlines", "aria-label": "Find in headlines", dir: "auto" }) : null;
  const clear = drawButton("Show all");
  const chosen = drawChoice("Median of", view.measures, model.get("measure"));
  const byGroup = drawChoice("By", view.groups, model.get("group"));
  const csv = drawButton("Table (CSV)");
  const article = h("section", { class: "nk-opened-article", hidden: "" });

  const measureAt = () => Math.max(0, view.measures.findIndex(({ name }) => name === model.get("measure")));
  const groupAt = () => Math.max(0, view.groups.findIndex(({ name }) => name === model.get("group")));

  // --- filters: from the model's dict to bits of the rows

  function applyAll(before) {
    for (const { name, bit, test } of known) {
      if (JSON.stringify(before[name]) === JSON.stringify(filters[name])) continue;
      applyFilter(fails, bit, filters[name] ? test(filters[name]) : null);
    }
  }

  /** Change one filter; Python hears of it when the hand rests. */
  function filterBy(name, value) {
    const before = filters;
    filters = { ...filters, [name]: value };
    if (value === null || value.length === 0) delete filters[name];
    applyAll(before);
    redraw();
    sendFilters();
  }

  // --- the charts

  const whole = { measures: bars.map((codes, k) => countBy(codes, Math.max(edges[k].length - 1, 0), fails, 0)) };
  const histograms = view.measures.map((measure, k) => drawHistogram({
    label: measure.label, title: [measure.label, h("span", { class: "nk-note" }, ` ${measure.unit}`)], note: measure.about, edges: measure.edges,
    ends: measure.edges.length ? [`${measure.opens_low ? "≤ " : ""}${signed(measure.edges[0])}`,
      `${measure.opens_high ? "≥ " : ""}${signed(measure.edges.at(-1))}`] : [],
  }, (range) => filterBy(measure.name, range && range.map((at) =>
    (at === 0 || at === edges[k].length - 1 ? null : edges[k][at])))));

  const periods = view.time ? view.time.labels.length - 1 : 0;
  const medianLine = view.time ? drawMedians(periods) : null;
  const time = view.time ? drawHistogram({
    label: `articles by ${view.time.unit}`, title: `Articles by ${view.time.unit}`, edges: view.time.labels,
    ends: [view.time.labels[0], periods > 1 ? view.time.labels[periods - 1] : ""], extra: medianLine.node, isTime: true,
  }, (range) => filterBy("published", range && range.map((at) => view.time.labels[at]))) : null;
  if (time) whole.time = countBy(columns.period, periods, fails, 0);

  const breakdowns = view.groups.map((group) => drawBreakdown(group, (name) => {
    const names = new Set(filters[group.name]);
    if (!names.delete(name)) names.add(name);
    filterBy(group.name, group.values.filter((one) => names.has(one)));
  }));

  /** What is said beside a chart; "n/a" counts the rows without value among those that are told of. */
  const noted = (text, missing) => [text, tellMissing(missing)].filter(Boolean).join(" · ");

  function drawCharts() {
    histograms.forEach((histogram, k) => {
      const own = bitOf[view.measures[k].name];
      if (!edges[k].length) return histogram.update([], [], `no value in ${plural(n, "article")}`);
      const counts = countBy(bars[k], edges[k].length - 1, fails, own);
      const [middle] = mediansBy(rising(k), columns.measures[k], null, 1, fails, 0);
      return histogram.update(counts, whole.measures[k],
        noted(`median ${format[k](middle)}`, countMissing(bars[k], NOWHERE, fails, 0)));
    });
    const k = measureAt();
    const { label } = view.measures[k];
    if (time) {
      const range = medianLine.update(
        mediansBy(rising(k), columns.measures[k], columns.period, periods, fails, bitOf.published));
      time.update(countBy(columns.period, periods, fails, bitOf.published), whole.time,
        noted(`Line: ${label}, median ${range ? [...new Set(range.map(format[k]))].join(" to ") : "n/a"}`,
          countMissing(columns.period, -1, fails, bitOf.published)));
    }
    if (!breakdowns.length) return;
    view.groups.forEach((group, at) => { // a filter on names that are not shown
      byGroup.node.options[at].textContent = group.label + (filters[group.name] ? ` (${filters[group.name].length} kept)` : "");
    });
    const g = groupAt();
    const { values, name } = view.groups[g];
    const middles = mediansBy(rising(k), columns.measures[k], columns.groups[g], values.length, fails, bitOf[name]);
    const [codes, own] = [columns.groups[g], bitOf[name]];
    breakdowns[g].update(countBy(codes, values.length, fails, own), countMissing(codes, -1, fails, own),
      (at) => format[k](middles[at]), new Set(filters[name]));
    namesHead.textContent = `Articles; ${label}, median`;
  }

  // --- the table

  const tableColumns = [
    view.has_headlines ? { name: "headline", label: "Headline", text: (i) => headlines[i] } : null,
    ...view.groups.map(({ name, label, values }, k) => (
      { name, label, text: (i) => values[columns.groups[k][i]] ?? "" })),
    view.time ? { name: "published", label: "Published", text: (i) => dayText(columns.day[i]) } : null,
    ...view.measures.map(({ name, label }, k) => (
      { name, label, isNumber: true, text: (i) => format[k](columns.measures[k][i]) })),
  ].filter(Boolean);

  const positionOf = (i) => (columns.position ? columns.position[i] : i);
  const rowAt = (position) => (columns.position ? columns.position.indexOf(position) : position);

  const table = drawTable(tableColumns, prefix, { say,
    onOpen: (i) => send("opened", positionOf(i) === model.get("opened") ? -1 : positionOf(i)),
    onSort(name) {
      const isNumber = view.measures.some((measure) => measure.name === name);
      const turns = isNumber ? [`-${name}`, name, ""] : [name, `-${name}`, ""];
      const next = turns[(turns.indexOf(model.get("order")) + 1) % 3];
      table.toTop();
      send("order", next);
      say(next ? `Sorted by ${tableColumns.find((column) => column.name === name).label}, ${next.startsWith("-") ? "falling" : "rising"}` : "In the order of the frame");
    } });

  function redraw() {
    drawCharts();
    const rows = rowsNow();
    table.set(rows, model.get("order"));
    found.textContent = rows.length === n ? plural(n, "article")
      : `${rows.length.toLocaleString("en")} of ${plural(n, "article")}`;
    clear.disabled = !Object.keys(filters).length;
    code.refresh();
    sayFound();
  }
  const sayFound = debounce(() => say(found.textContent), 300);
  bag.add(sayFound.cancel);

  /** Take the filters from the model: at the start, and when Python sets them. */
  function takeFilters() {
    const asked = model.get("filters");
    if (JSON.stringify(asked) === JSON.stringify(filters) && whole.isDrawn) return;
    const before = filters;
    filters = asked;
    applyAll(before);
    histograms.forEach((histogram, k) => {
      const bounds = filters[view.measures[k].name];
      histogram.set(...(bounds ? barsWithin(edges[k], bounds) : []));
    });
    time?.set(...(filters.published ?? []).map((label) => view.time.labels.indexOf(label)));
    if (search && document.activeElement !== search) search.value = filters.headline ?? "";
    whole.isDrawn = true;
    redraw();
  }

  // --- one row opened

  function drawArticle() {
    closeArticle();
    closeArticle = () => {};
    const position = model.get("opened");
    opened = position < 0 ? -1 : rowAt(position);
    table.open(opened);
    article.hidden = opened < 0;
    code.refresh();
    if (opened < 0) return article.replaceChildren();
    const close = h("button", { type: "button", class: "nk-button nk-close" }, "Close");
    close.addEventListener("click", () => {
      send("opened", -1);
      table.node.focus({ preventScroll: true });
    });
    const sent = model.get("article");
    const isHere = sent.position === position;
    const place = h("div", { class: "nk nk-inner" });
    article.setAttribute("aria-label", "The article opened");
    article.replaceChildren(close, place);
    if (isHere && sent.view) {
      const inner = localModel({ view: sent.view, lens: sent.view.lenses[0].name, selected: -1,
        code_start: `${model.get("code_start")}\narticle = ...  # row ${position}`,
        code_call: "nk.explore(article" });
      closeArticle = explore(inner, place, level + 1);
      return say(`Opened below: ${sent.view.title}`);
    }
    const title = view.has_headlines ? headlines[opened] || "No headline" : `Row ${position}`;
    place.append(heading(level + 1, title, { class: "nk-title" }), h("dl", { class: "nk-record" },
      tableColumns.filter(({ name }) => name !== "headline").map(({ label, text }) =>
        h("div", {}, h("dt", {}, label), h("dd", { dir: "auto" }, text(opened) || "–")))));
    if (isHere && sent.error) place.append(h("p", { class: "nk-note" }, `The article could not be opened. ${sent.error}`));
    return say(`Opened below: ${title}`);
  }

  // --- what the reader does

  if (search) {
    const searchSoon = debounce(() => filterBy("headline", search.value.trim()), 80);
    bag.add(searchSoon.cancel);
    bag.listen(search, "input", searchSoon);
  }
  bag.listen(clear, "click", () => {
    send("filters", {});
    if (search) search.value = "";
    takeFilters();
    (search ?? table.node).focus();
  });
  bag.listen(chosen.node, "change", () => send("measure", chosen.node.value));
  bag.listen(byGroup.node, "change", () => send("group", byGroup.node.value));
  bag.listen(root, "keydown", keepKeys);

  /** The filters in the order of the view, as Python keeps them. */
  function inOrder() {
    const names = [...view.measures.map(({ name }) => name), "published", ...view.groups.map(({ name }) => name), "headline"];
    return Object.fromEntries(names.filter((name) => name in filters).map((name) => [name, filters[name]]));
  }

  bag.listen(csv, "click", () => {
    const number = (k) => (i) => (Number.isNaN(columns.measures[k][i]) ? null
      : view.measures[k].base + shortest(columns.measures[k][i]));
    const cells = tableColumns.map(({ name, text, isNumber }) =>
      (isNumber ? number(view.measures.findIndex((measure) => measure.name === name)) : text));
    const rows = Array.from(rowsNow(), (i) => [positionOf(i), ...cells.map((cell) => cell(i))]);
    download("articles.csv", "text/csv", toCsv([["row", ...tableColumns.map(({ name }) => name)], ...rows]));
  });

  // --- put together

  const namesHead = h("div", { class: "nk-note nk-chart-note" });
  const showGroup = () => breakdowns.forEach(({ node }, k) => { node.hidden = k !== groupAt(); });
  const names = breakdowns.length ? h("section", { class: "nk-breakdown", "aria-label": "Breakdown" },
    h("div", { class: "nk-h" }, view.groups.length > 1 ? byGroup.label : `By ${view.groups[0].label}`),
    namesHead, breakdowns.map(({ node }) => node)) : null;
  root.replaceChildren(
    h("header", { class: "nk-header" }, heading(level, view.title, { class: "nk-title" }),
      view.notes.map((note) => h("p", { class: "nk-note" }, note))),
    h("div", { class: "nk-controls" }, search, time || names ? chosen.label : null, clear, found,
      drawManual(bag, CORPUS_KEYS)),
    h("div", { class: "nk-histograms" }, histograms.map(({ node }) => node)),
    h("p", { class: "nk-note" }, "Grey: all articles, drawn to the same height. Draw over bars to keep them."),
    ...(time || names ? [h("div", { class: "nk-second" }, time?.node, names)] : []),
    table.node, h("footer", { class: "nk-foot" }, code.button, csv), code.code, article, live);

  const watcher = new ResizeObserver(() => {
    root.toggleAttribute("data-narrow", root.clientWidth < 760);
    table.draw();
  });
  watcher.observe(root);
  bag.add(() => watcher.disconnect());
  bag.add(() => closeArticle());
  bag.watch(model, "filters", takeFilters);
  bag.watch(model, "order", redraw);
  bag.watch(model, "measure", () => { chosen.node.value = model.get("measure"); redraw(); });
  bag.watch(model, "group", () => { byGroup.node.value = model.get("group"); showGroup(); redraw(); });
  bag.watch(model, "opened", drawArticle);
  bag.watch(model, "article", () => { if (model.get("article").position === model.get("opened")) drawArticle(); });
  showGroup();
  root.style.setProperty("--nk-rows", n);
  root.toggleAttribute("data-narrow", root.clientWidth < 760);
  takeFilters();
  drawArticle();
  return bag.release;
}

/** Entry point, called by the widget host with its model and an empty element. */
const CORPUS = { name: "nk-corpus", label: "Corpus explorer", draw: exploreCorpus };
function render(host) { return mount(host, CORPUS); }

export default { render };

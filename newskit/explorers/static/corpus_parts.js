// The parts of the corpus explorer: a histogram with a brush, the breakdown, the table of rows.
// Each gives back its node and functions that bring it up to date; corpus.js links them.

const SHOWN_NAMES = 10; // of a breakdown; the rest are named in the table
const SPARE_ROWS = 6; // drawn above and below those that are seen

/** A text with a true minus where it begins with one; dates keep their hyphens. */
const signed = (text) => text.replace(/^-/, "−");

const numberWriter = (digits, base) => {
  const written = new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (value) => (Number.isNaN(value) ? "n/a" : minus(written.format(base + value)));
};

const tellMissing = (count) => (count ? `${count.toLocaleString("en")} n/a` : "");

/** A day counted from 1970 as its ISO date. */
const dayText = (day) => (day === NO_DAY ? "" : new Date(day * 864e5).toISOString().slice(0, 10));

/** A native choice of one of several names. */
function drawChoice(label, items, value) {
  const node = h("select", { "aria-label": label },
    items.map((item) => h("option", { value: item.name, selected: item.name === value ? "" : null }, item.label)));
  return { node, label: h("label", {}, `${label} `, node) };
}

const barPath = (counts, top, from, to) => {
  let d = "";
  for (let k = from; k < to; k += 1) {
    if (counts[k]) d += `M${k + 0.06},100h0.88V${(100 - Math.max(1.5, (98 * counts[k]) / top)).toFixed(2)}h-0.88z`;
  }
  return d;
};

/** Bars and a brush on them. `edges` are the texts between the bars, one more than there are bars;
    `onBrush(from, to)` is told the bars chosen, or null for all. */
function drawHistogram({ label, title, note, edges, ends, extra, isTime }, onBrush) {
  const n = Math.max(edges.length - 1, 0);
  const [all, rest, kept] = ["nk-bars-all", "nk-bars-rest", "nk-bars-kept"]
    .map((name) => svg("path", { class: name }));
  const shade = h("div", { class: "nk-brush", hidden: "" });
  const text = h("div", { class: "nk-note nk-chart-note" });
  const handles = ["from", "below"].map((side) => h("div", { class: `nk-handle nk-handle-${side}`,
    role: "slider", tabindex: 0, "aria-label": `${label}, ${side}`, "aria-orientation": "horizontal" }));
  const plot = h("div", { class: "nk-bars-plot" },
    svg("svg", { viewBox: `0 0 ${Math.max(n, 1)} 100`, preserveAspectRatio: "none", "aria-hidden": "true" },
      all, rest, kept), shade, n ? handles : null);
  const bounds = h("b", {}); // in words, between the ends of the axis
  const axis = h("div", { class: "nk-ends", "aria-hidden": "true" },
    h("span", {}, ends[0] ?? "\u00a0"), bounds, h("span", {}, ends[1]));
  const node = h("section", { class: "nk-histogram", "aria-label": label },
    h("div", { class: "nk-h", title: note || null }, title), text, extra, plot, axis);
  let [a, b, press] = [0, n, null];

  function place() {
    const isAll = a === 0 && b === n;
    shade.hidden = isAll;
    [shade.style.left, shade.style.right] = [`${(100 * a) / n}%`, `${100 - (100 * b) / n}%`];
    handles.forEach((handle, k) => {
      const at = [a, b][k];
      handle.style.left = `${(100 * at) / n}%`;
      handle.setAttribute("aria-valuemin", k ? 1 : 0);
      handle.setAttribute("aria-valuemax", k ? n : n - 1);
      handle.setAttribute("aria-valuenow", at);
      handle.setAttribute("aria-valuetext", at === (k ? n : 0) ? "no bound" : signed(edges[at]));
    });
    node.classList.toggle("nk-brushed", !isAll);
    const [low, high] = [signed(edges[a]), signed(edges[isTime ? b - 1 : b])]; // the last month is in
    bounds.textContent = isAll ? "" : a === 0 ? `${isTime ? "until" : "below"} ${high}`
      : b === n ? `from ${low}` : low === high ? low : `${low} to ${high}`;
  }

  function brush(from, to) {
    if (from === a && to === b) return;
    [a, b] = [from, to];
    place();
    onBrush(a === 0 && b === n ? null : [a, b]);
  }

  const under = (event) => {
    const box = plot.getBoundingClientRect();
    return clamp(Math.floor((n * (event.clientX - box.left)) / box.width), 0, n - 1);
  };
  plot.addEventListener("pointerdown", (event) => {
    if (!n || event.button) return;
    const grip = handles.indexOf(event.target);
    const at = under(event);
    const isInside = !shade.hidden && at >= a && at < b;
    press = { at, grip, a, b, moves: grip < 0 && isInside, moved: false };
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
    (handles[Math.max(grip, 0)]).focus({ preventScroll: true });
  });
  plot.addEventListener("pointermove", (event) => {
    if (!press) return;
    const at = under(event);
    press.moved ||= at !== press.at;
    if (press.grip === 0) brush(Math.min(at, b - 1), b);
    else if (press.grip === 1) brush(a, Math.max(at + 1, a + 1));
    else if (press.moves) {
      const by = clamp(at - press.at, -press.a, n - press.b);
      brush(press.a + by, press.b + by);
    } else if (press.moved) brush(Math.min(at, press.at), Math.max(at, press.at) + 1);
  });
  plot.addEventListener("pointerup", () => {
    if (press && press.grip < 0 && !press.moved) {
      if (press.moves) brush(0, n); // a click into the brush lets it go
      else brush(press.at, press.at + 1); // a click on a bar takes that bar
    }
    press = null;
  });
  plot.addEventListener("pointercancel", () => { press = null; });
  node.addEventListener("keydown", (event) => {
    const k = handles.indexOf(event.target);
    if (k < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5,
      Home: -n, End: n }[event.key];
    if (steps !== undefined) {
      if (k) brush(a, clamp(b + steps, a + 1, n));
      else brush(clamp(a + steps, 0, b - 1), b);
    } else if (event.key === "Escape" || event.key === "Delete" || event.key === "Backspace") brush(0, n);
    else return;
    event.preventDefault();
  });

  return { node, plot,
    set(from, to) {
      [a, b] = [from ?? 0, to ?? n];
      if (n) place();
    },
    /** Grey: all rows, drawn to the same height as what the other filters keep. */
    update(counts, whole, message) {
      const top = Math.max(1, ...counts);
      all.setAttribute("d", barPath(whole, Math.max(1, ...whole), 0, n));
      rest.setAttribute("d", barPath(counts, top, 0, a) + barPath(counts, top, b, n));
      kept.setAttribute("d", barPath(counts, top, a, b));
      text.textContent = message;
    } };
}

/** The medians of a measure along the periods, as a line that breaks where there is none. */
function drawMedians(size) {
  const [line, dots] = ["nk-median-line", "nk-median-dots"]
    .map((name) => svg("path", { class: name, "vector-effect": "non-scaling-stroke" }));
  const node = h("div", { class: "nk-medians", "aria-hidden": "true" },
    svg("svg", { viewBox: `0 0 ${size} 100`, preserveAspectRatio: "none" }, line, dots));
  return { node,
    /** Returns the lowest and the highest median, or null where there is none. */
    update(values) {
      const known = values.filter((value) => !Number.isNaN(value));
      const [low, high] = [Math.min(...known), Math.max(...known)];
      const y = (value) => (high > low ? 92 - (84 * (value - low)) / (high - low) : 50).toFixed(1);
      let [d, alone] = ["", ""];
      values.forEach((value, k) => {
        if (Number.isNaN(value)) return;
        const [before, after] = [values[k - 1], values[k + 1]].map((x) => x !== undefined && !Number.isNaN(x));
        d += `${before ? "L" : "M"}${k + 0.5},${y(value)}`;
        if (!before && !after) alone += `M${k + 0.5},${y(value)}h0`;
      });
      line.setAttribute("d", d);
      dots.setAttribute("d", alone);
      return known.length ? [low, high] : null;
    } };
}

/** Names with their counts and medians; a name is a button that keeps its rows. */
function drawBreakdown(group, onToggle) {
  const names = group.values.slice(0, SHOWN_NAMES);
  const rows = names.map((name, code) => {
    const bar = h("i", { class: "nk-name-bar" });
    const [count, median] = ["nk-name-count", "nk-name-median"].map((cls) => h("span", { class: cls }));
    const node = h("button", { type: "button", class: "nk-name", "aria-pressed": "false", "data-code": code },
      h("span", { class: "nk-name-text", dir: "auto" }, name), h("span", { class: "nk-name-track" }, bar),
      count, median);
    node.addEventListener("click", () => onToggle(name));
    return { node, bar, count, median };
  });
  const more = group.values.length - names.length;
  const note = h("div", { class: "nk-note" });
  const node = h("div", { class: "nk-names" }, rows.map((row) => row.node), note);
  return { node,
    update(counts, missing, medianOf, chosen) {
      note.textContent = [more > 0 ? `and ${plural(more, "more name")}` : "", tellMissing(missing)]
        .filter(Boolean).join("; ");
      const top = Math.max(1, ...counts.subarray(0, rows.length));
      rows.forEach((row, code) => {
        row.bar.style.width = `${(100 * counts[code]) / top}%`;
        row.count.textContent = counts[code].toLocaleString("en");
        row.median.textContent = medianOf(code);
        row.node.setAttribute("aria-pressed", String(chosen.has(names[code])));
        row.node.classList.toggle("nk-left-out", chosen.size > 0 && !chosen.has(names[code]));
      });
    } };
}

/** A table of which only the rows in sight are in the page. `columns` are {name, label, text(i),
    isNumber}; `onOpen(i)` and `onSort(name)` are told what the reader does. */
function drawTable(columns, prefix, { onOpen, onSort, say }) {
  const heads = columns.map(({ name, label, isNumber }) => h("div",
    { role: "columnheader", class: `nk-col nk-col-${isNumber ? "number" : name}`, "data-name": name },
    h("button", { type: "button", class: "nk-sort" }, label)));
  const space = h("div", { class: "nk-space", role: "rowgroup" });
  const grid = h("div", { class: "nk-grid-table", role: "grid", tabindex: 0, "aria-colcount": columns.length,
    "aria-label": "Articles that pass the filters" },
  h("div", { role: "rowgroup", class: "nk-heads" }, h("div", { role: "row", "aria-rowindex": 1, class: "nk-row" }, heads)),
  space);
  let [rows, cursor, opened] = [new Int32Array(0), 0, -1];
  const height = () => parseFloat(getComputedStyle(grid).getPropertyValue("--nk-row")) || 36;

  function drawRow(at) {
    const i = rows[at];
    const cells = columns.map(({ name, text, isNumber }) => {
      const value = text(i);
      return h("div", { role: "gridcell", class: `nk-col nk-col-${isNumber ? "number" : name}`,
        dir: isNumber ? null : "auto", title: isNumber ? null : value }, value || "–");
    });
    return h("div", { role: "row", id: `${prefix}r${at}`, class: `nk-row ${at === cursor ? "nk-cursor" : ""}`,
      "aria-rowindex": at + 2, "aria-selected": i === opened ? "true" : "false", "data-at": at,
      style: `top:${at * height()}px` }, cells);
  }

  function draw() {
    const tall = height();
    space.style.height = `${Math.max(rows.length, 1) * tall}px`;
    const first = Math.max(0, Math.floor(grid.scrollTop / tall) - SPARE_ROWS);
    const last = Math.min(rows.length, first + Math.ceil((grid.clientHeight || 400) / tall) + 2 * SPARE_ROWS);
    const drawn = [];
    for (let at = first; at < last; at += 1) drawn.push(drawRow(at));
    space.replaceChildren(...(rows.length ? drawn : [h("div", { role: "row", class: "nk-row" },
      h("div", { role: "gridcell", class: "nk-note nk-nothing" }, "No article passes all filters."))]));
    if (cursor >= first && cursor < last) grid.setAttribute("aria-activedescendant", `${prefix}r${cursor}`);
    else grid.removeAttribute("aria-activedescendant");
  }

  function goTo(at) {
    cursor = clamp(at, 0, rows.length - 1);
    const tall = height();
    const seen = grid.clientHeight - grid.querySelector(".nk-heads").offsetHeight;
    if (cursor * tall < grid.scrollTop) grid.scrollTop = cursor * tall;
    else if ((cursor + 1) * tall > grid.scrollTop + seen) grid.scrollTop = (cursor + 1) * tall - seen;
    draw();
    if (rows.length) say(columns.map(({ label, text }) => `${label} ${text(rows[cursor]) || "not given"}`).join(", "));
  }

  grid.addEventListener("scroll", draw, { passive: true });
  grid.addEventListener("click", (event) => {
    const name = event.target.closest("[role=columnheader]")?.dataset.name;
    if (name) onSort(name);
    const at = event.target.closest("[data-at]")?.dataset.at;
    if (at === undefined || document.getSelection()?.type === "Range") return;
    cursor = Number(at);
    onOpen(rows[cursor]);
  });
  grid.addEventListener("keydown", (event) => {
    if (event.target !== grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(grid.clientHeight / height()) - 2);
    const goal = { ArrowDown: cursor + 1, ArrowUp: cursor - 1, PageDown: cursor + page, PageUp: cursor - page,
      Home: 0, End: rows.length - 1 }[event.key];
    if (goal !== undefined) goTo(goal);
    else if (event.key === "Enter" && rows.length) onOpen(rows[cursor]);
    else return;
    event.preventDefault();
  });
  return { node: grid, draw,
    set(next, order) {
      rows = next;
      cursor = clamp(cursor, 0, Math.max(0, rows.length - 1));
      grid.setAttribute("aria-rowcount", rows.length + 1);
      heads.forEach((head) => {
        const isThis = order.replace(/^-/, "") === head.dataset.name;
        head.setAttribute("aria-sort", isThis ? (order.startsWith("-") ? "descending" : "ascending") : "none");
      });
      const top = Math.max(0, rows.length * height() - grid.clientHeight);
      if (grid.scrollTop > top) grid.scrollTop = top;
      draw();
    },
    toTop() { [grid.scrollTop, cursor] = [0, 0]; },
    open(i) {
      opened = i;
      draw();
    } };
}

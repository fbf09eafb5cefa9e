// The corpus explorer's arithmetic: columns, filters, counts, medians, orders. No element is made
// here. A row fails a filter or passes it; `fails` keeps one bit a filter, so that each chart can
// count the rows that all the *other* filters keep, and one pass over the rows is enough.

const NOWHERE = 255; // the bar of a row without value
const NO_DAY = -(2 ** 31); // the day of a row without date

/** The bytes of the columns: sent as such in a notebook, as text in a page. */
function bytesOf(model) {
  const sent = model.get("columns");
  if (typeof sent !== "string") return sent.buffer.slice(sent.byteOffset, sent.byteOffset + sent.byteLength);
  const text = atob(sent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes.buffer;
}

/** The columns by name: measures as float32, then day, period, groups and positions as int32. */
function readColumns(model, view) {
  const buffer = bytesOf(model);
  let at = 0;
  const next = (Kind) => {
    const column = new Kind(buffer, at, view.n);
    at += 4 * view.n;
    return column;
  };
  const columns = { measures: view.measures.map(() => next(Float32Array)) };
  if (view.time) [columns.day, columns.period] = [next(Int32Array), next(Int32Array)];
  columns.groups = view.groups.map(() => next(Int32Array));
  columns.position = view.is_sample ? next(Int32Array) : null;
  return columns;
}

/** The bar of each row: edges[bar] ≤ value < edges[bar + 1]; the end bars take in what is beyond. */
function barsOf(values, edges) {
  const bars = new Uint8Array(values.length).fill(NOWHERE);
  const last = edges.length - 2;
  if (last < 0) return bars;
  const bounds = Float32Array.from(edges); // as exact as the values
  const scale = (last + 1) / (edges[last + 1] - edges[0]);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    let bar = clamp(Math.floor((value - edges[0]) * scale), 0, last);
    while (bar > 0 && value < bounds[bar]) bar -= 1; // division rounds: the edges decide
    while (bar < last && value >= bounds[bar + 1]) bar += 1;
    bars[i] = bar;
  }
  return bars;
}

/** Set or clear one filter's bit for all rows. */
function applyFilter(fails, bit, keeps) {
  for (let i = 0; i < fails.length; i += 1) {
    if (keeps && !keeps(i)) fails[i] |= bit;
    else fails[i] &= ~bit;
  }
}

/** How many rows have each code, of those that no filter but `own` drops. */
function countBy(codes, size, fails, own) {
  const counts = new Float64Array(size);
  const others = ~own;
  for (let i = 0; i < codes.length; i += 1) {
    if ((fails[i] & others) === 0 && codes[i] >= 0 && codes[i] < size) counts[codes[i]] += 1;
  }
  return counts;
}

/** How many rows have no value (the code `none`), of those that no filter but `own` drops. */
function countMissing(codes, none, fails, own) {
  let count = 0;
  for (let i = 0; i < codes.length; i += 1) if (codes[i] === none && (fails[i] & ~own) === 0) count += 1;
  return count;
}

/** A float32 in the fewest digits that mean it: 0.3, not the 0.30000001192092896 of a double. */
function shortest(value) {
  const tries = [6, 7, 8, 9].map((digits) => Number(value.toPrecision(digits)));
  return tries.find((number) => Math.fround(number) === value);
}

/** Rows in rising order of a float32 column, those without value last. The bits of a float become
    a whole number that sorts alike; with the row beside it in one double, sorting needs no calls. */
function risingOrder(values) {
  const bits = new Uint32Array(values.slice().buffer);
  const n = values.length;
  const room = 2 ** Math.ceil(Math.log2(Math.max(n, 2)));
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const rank = bits[i] & 0x80000000 ? ~bits[i] >>> 0 : (bits[i] | 0x80000000) >>> 0;
    keys[i] = (Number.isNaN(values[i]) ? 0xffffffff : rank) * room + i;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => key % room);
}

/** The median of a measure for each code, of the rows that no filter but `own` drops. Rows come in
    rising order, so the middle one of a code is its median; no sorting. Without codes: one median. */
function mediansBy(order, values, codes, size, fails, own) {
  const others = ~own;
  const counts = new Float64Array(size);
  const seen = new Float64Array(size);
  const found = new Float64Array(size).fill(NaN);
  const codeOf = (i) => {
    if ((fails[i] & others) !== 0 || Number.isNaN(values[i])) return -1;
    const code = codes ? codes[i] : 0;
    return code < size ? code : -1;
  };
  for (let i = 0; i < values.length; i += 1) {
    const code = codeOf(i);
    if (code >= 0) counts[code] += 1;
  }
  for (let k = 0; k < order.length; k += 1) {
    const code = codeOf(order[k]);
    if (code < 0) continue;
    const middle = Math.floor(counts[code] / 2);
    const isEven = counts[code] % 2 === 0;
    seen[code] += 1;
    if (seen[code] === middle && isEven) found[code] = values[order[k]];
    else if (seen[code] === middle + 1) found[code] = isEven ? (found[code] + values[order[k]]) / 2 : values[order[k]];
  }
  return found;
}

/** The rows that pass every filter, in an order (or as they come). */
function passing(order, fails) {
  const rows = new Int32Array(fails.length);
  let n = 0;
  for (let k = 0; k < fails.length; k += 1) {
    const i = order ? order[k] : k;
    if (fails[i] === 0) rows[n++] = i;
  }
  return rows.subarray(0, n);
}

/** Whole numbers in rising order, the negative ones (no value) last. */
function risingCodes(codes) {
  return risingOrder(Float32Array.from(codes, (code) => (code < 0 ? NaN : code)));
}

/** Texts in rising order, the empty ones last. */
function risingTexts(texts) {
  const order = Int32Array.from(texts, (_, i) => i);
  return order.sort((a, b) => (texts[a] === texts[b] ? a - b
    : !texts[a] ? 1 : !texts[b] ? -1 : texts[a] < texts[b] ? -1 : 1));
}

/** Falling order: the rows with a value turned round, those without still last. */
function turned(order, hasValue) {
  const known = order.filter(hasValue).reverse();
  const out = new Int32Array(order.length);
  out.set(known);
  out.set(order.filter((i) => !hasValue(i)), known.length);
  return out;
}

/** The bars between two bounds; a bound that is missing leaves its side open. */
function barsWithin(edges, [low, high]) {
  return [low === null ? 0 : edges.indexOf(low), high === null ? edges.length - 1 : edges.indexOf(high)];
}

/** For each filter the bit that it has, and from its value a test of rows (null: all pass). */
function listFilters(view, columns, bars, edges, headlines) {
  let lowered = null;
  const within = (codes, [a, b]) => (i) => codes[i] >= a && codes[i] < b;
  return [
    ...view.measures.map(({ name }, k) => ({ name, bit: 1 << k,
      test: (bounds) => within(bars[k], barsWithin(edges[k], bounds)) })),
    ...view.groups.map(({ name, values }, k) => ({ name, bit: 1 << (5 + k),
      test(names) {
        const codes = new Set(names.map((one) => values.indexOf(one)));
        return (i) => codes.has(columns.groups[k][i]);
      } })),
    { name: "published", bit: 1 << 4,
      test: (bounds) => within(columns.period, bounds.map((label) => view.time.labels.indexOf(label))) },
    { name: "headline", bit: 1 << 7,
      test(query) {
        lowered ??= headlines.map((text) => text.toLowerCase());
        const text = query.toLowerCase();
        return (i) => lowered[i].includes(text);
      } },
  ];
}

/** Orders of the rows, each worked out when it is first asked for. */
function makeOrders(view, columns, headlines) {
  const made = new Map();
  const remember = (key, make) => made.get(key) ?? made.set(key, make()).get(key);
  const rising = (k) => remember(`measure ${k}`, () => risingOrder(columns.measures[k]));

  /** How to sort by a column, and which rows have a value there. */
  function sorter(name) {
    const k = view.measures.findIndex((measure) => measure.name === name);
    if (k >= 0) return [() => rising(k), (i) => !Number.isNaN(columns.measures[k][i])];
    if (name === "headline") return [() => risingTexts(headlines), (i) => headlines[i] !== ""];
    if (name === "published") {
      const days = columns.day.map((day) => (day === NO_DAY ? -1 : day + 8e6)); // none before 1970 − 8e6
      return [() => risingCodes(days), (i) => days[i] >= 0];
    }
    const g = view.groups.findIndex((group) => group.name === name);
    const ranks = new Int32Array(view.groups[g].values.length); // of the names, as text
    risingTexts(view.groups[g].values).forEach((value, at) => { ranks[value] = at; });
    return [() => risingCodes(columns.groups[g].map((value) => (value < 0 ? -1 : ranks[value]))),
      (i) => columns.groups[g][i] >= 0];
  }

  /** The order that a key ("n_words", "-n_words", "" for none) stands for. */
  function by(key) {
    if (!key) return null;
    return remember(key, () => {
      const [make, hasValue] = sorter(key.replace(/^-/, ""));
      return key.startsWith("-") ? turned(make(), hasValue) : make();
    });
  }
  return { rising, by };
}

/** The filters as a pandas query; the same text as CorpusExplorer.query(). */
function queryText(view, filters) {
  const bounds = (ref, [low, high]) => [low === null ? null : `${ref} >= ${literal(low)}`,
    high === null ? null : `${ref} < ${literal(high)}`].filter(Boolean);
  const parts = [];
  for (const { name, ref } of view.measures) if (filters[name]) parts.push(...bounds(ref, filters[name]));
  if (filters.published) parts.push(...bounds(view.time.ref, filters.published));
  for (const { name, ref } of view.groups) if (filters[name]) parts.push(`${ref} in ${literal(filters[name])}`);
  if (filters.headline) {
    const text = literal(filters.headline.toLowerCase());
    parts.push(`headline.str.lower().str.contains(${text}, regex=False, na=False)`);
  }
  return parts.join(" and ");
}

// What a reader of an article takes away: the bars as a picture, the sentences as a table.

const drawPattern = (id, ...marks) =>
  svg("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, marks);
const drawStripes = (id, stroke) => drawPattern(id,
  svg("path", { d: "M-1,1L1,-1M0,6L6,0M5,7L7,5", stroke, "stroke-width": 1.5 }));
const drawDots = (id, colour) => drawPattern(id, ...[[1.5, 1.5], [4.5, 4.5]].map(([cx, cy]) =>
  svg("circle", { cx, cy, r: 1.1, fill: colour })));

/** The same bars as a picture of its own, with its colours written out, for print and slides. */
function picture(title, lens, colourOf) {
  const caveat = lens.caveat.match(/.{1,150}(?:\s|$)/gsu) ?? [];
  const [width, height, left, top] = [960, 316, 56, 64]; // the caveat comes below
  const n = lens.values.length;
  const { label, unit, low, high, middle } = lens.measure;
  const step = (width - left - 24) / Math.max(n, 12);
  const at = {
    left: (i) => left + i * step,
    width: +(step * (n > 200 ? 1 : 0.84)).toFixed(3),
    y: (value) => top + (height - top - 100) * (1 - (value - low) / (high - low)),
  };
  const ink = colourOf("text");
  const write = (x, y, text, more = {}) => svg("text", { x, y, fill: ink, "font-size": 12, ...more }, text);
  const rule = (value) => svg("path",
    { d: `M${left},${at.y(value)}H${width - 24}`, stroke: ink, "stroke-opacity": 0.25 });
  const marks = [...new Set([low, middle ?? low, high])];
  const bars = barPaths(lens, at, () => false);
  const patterns = lens.scale === "groups" ? [drawStripes("shade-3", colourOf(3)), drawDots("shade-4", colourOf(4))] : [];
  const look = (shade) => { // a second channel, as on the page
    const [colour, isOpen] = [colourOf(shade), patterns.length && shade > 2];
    return isOpen ? { fill: `url(#shade-${shade})`, stroke: colour, "stroke-width": Math.min(1, step / 8) } : { fill: colour };
  };
  for (const path of bars) {
    const isLine = path.classList.contains("nk-arc");
    fill(path, isLine ? { stroke: ink } : look(path.dataset.shade ?? "missing"), []);
  }
  let x = left;
  const key = lens.legend.flatMap(({ shade, label: name, note }) => {
    const [here, text] = [x, note ? `${name}, ${note}` : name];
    x += 34 + text.length * 6.2;
    return [svg("rect", { x: here, y: height - 42, width: 12, height: 12, ...look(shade) }),
      write(here + 18, height - 32, text, { "font-size": 11 })];
  });
  const wide = Math.max(width, Math.ceil(x)); // the key may need more than the bars
  const short = title.length > 100 ? `${title.slice(0, 99)}…` : title;
  const tall = height + 15 * caveat.length;
  const drawing = svg("svg",
    { viewBox: `0 0 ${wide} ${tall}`, width: wide, height: tall, "font-family": "system-ui, sans-serif" },
    patterns.length ? svg("defs", {}, patterns) : null,
    svg("rect", { width: "100%", height: "100%", fill: colourOf("surface") }),
    write(left, 26, short, { "font-size": 17, "font-weight": 600 }),
    write(left, 46, `${label} (${unit}) by sentence; higher is ${lens.measure.higher_is}`),
    marks.map(rule),
    marks.map((value) => write(left - 8, at.y(value) + 4, minus(value), { "text-anchor": "end" })),
    bars, write(left, height - 80, "1"), key,
    n > 1 ? write(at.left(n - 1) + at.width, height - 80, String(n), { "text-anchor": "end" }) : null,
    caveat.map((line, k) => write(left, height + 15 * k, line, { "font-size": 11, "fill-opacity": 0.75 })));
  for (const node of drawing.querySelectorAll("[class]")) node.removeAttribute("class");
  return new XMLSerializer().serializeToString(drawing);
}

/** An SVG as the bytes of a PNG, twice as fine as the screen. */
async function toPng(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = h("canvas", { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** The table of the current lens; the columns are those of ArticleExplorer.table(). */
function tableRows(view, lens, isDimmed) {
  const labels = new Map(lens.legend.map(({ shade, label }) => [shade, label]));
  const rows = view.sentences.map((sentence, i) => {
    const text = codePoints(sentence);
    const words = new Set(lens.words[i].map(([start, end]) => text.slice(start, end)));
    return [i + 1, sentence, lens.values[i], labels.get(lens.shades[i]),
      isDimmed(i) ? "False" : "True", [...words].join("; ")];
  });
  return [["sentence", "text", "value", "class", "shown", "marked"], ...rows];
}

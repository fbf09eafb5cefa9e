// What only the sources lens has: the ledger of voices beside the text, and the checklist of claims
// below it. Voices, claims and their words come in the view. (article.js brings them to life.)

const CHECKLIST = ["kind", "text", "value", "unit", "counts", "date", "note", "source"]; // after "checked"
const PLACE = ["sentence_number", "start", "end", "context", "finding"]; // as Claims.to_csv() has them
const LONGEST = 240; // characters of a claim that are shown; the table has all of it

/** The ledger: a button a voice, most words first. */
function drawLedger(lens, level) {
  if (!lens.voices?.length) return [];
  const rows = lens.voices.map(({ name, shade, share, note }) => h("li", { "data-row": "" },
    h("button", { type: "button", class: "nk-voice", "data-voice": name, "aria-pressed": "false" },
      h("i", { class: "nk-swatch", "data-shade": shade }), h("b", { dir: "auto" }, name),
      h("span", { class: "nk-share" }, share), h("small", { dir: "auto" }, note))));
  return [heading(level, "Who speaks", { class: "nk-h" }),
    h("p", { class: "nk-note" }, "Choose a voice to see its sentences; again to see all."),
    h("ul", { role: "list" }, rows)];
}

/** What is known about a claim, in one line. */
const tellClaim = ({ kind, counts, date, note }) =>
  [kind, counts ? `counts ${counts}` : null, date, note].filter(Boolean).join(" · ");

function drawClaim(claim, i, prefix) {
  const [about, who] = [`${prefix}a${i}`, `${prefix}w${i}`]; // what a screen reader adds to the claim
  const text = claim.text.length > LONGEST ? `${claim.text.slice(0, LONGEST)}…` : claim.text;
  return h("li", { "data-row": "", "data-claim": i, "data-kind": claim.kind },
    h("label", {}, h("input",
      { type: "checkbox", "data-check": i, "aria-describedby": `${about} ${who}` }), h("b", { dir: "auto" }, text)),
    h("span", { class: "nk-note", id: about }, tellClaim(claim)),
    h("span", { class: "nk-note", id: who, dir: "auto" }, claim.source),
    h("button", { type: "button", class: "nk-link", "data-go": claim.sentence }, `sentence ${claim.sentence + 1}`));
}

/** The checklist of claims: boxes to tick, a choice of kind, and the table to take away. */
function drawChecklist(lens, level) {
  const claims = lens.claims ?? [];
  if (!claims.length) return null;
  const count = new Map();
  for (const { kind } of claims) count.set(kind, (count.get(kind) ?? 0) + 1);
  const kinds = h("select", { "aria-label": "Kind of claim" },
    h("option", { value: "" }, `all kinds (${claims.length})`),
    [...count].map(([kind, n]) => h("option", { value: kind }, `${kind} (${n})`)));
  const found = h("span", { class: "nk-found" });
  const csv = drawButton("Checklist (CSV)");
  const prefix = uniqueName();
  const rows = claims.map((claim, i) => drawClaim(claim, i, prefix));
  const node = h("section", { class: "nk-claims", "aria-label": "To check" },
    h("div", { class: "nk-claims-head" }, heading(level, "To check", { class: "nk-h" }), kinds, found, csv),
    h("ul", { role: "list" }, rows));
  const boxes = rows.map((row) => row.querySelector("input"));
  return { node, kinds, csv,
    checked: () => boxes.flatMap((box, i) => (box.checked ? [i] : [])),
    check(indices) {
      boxes.forEach((box, i) => { box.checked = indices.includes(i); });
      found.textContent = `${indices.length} of ${claims.length} checked`;
    },
    choose: () => rows.forEach((row) => { row.hidden = kinds.value && row.dataset.kind !== kinds.value; }),
    table: (sentences) => [["checked", ...CHECKLIST, ...PLACE],
      ...claims.map((claim, i) => [boxes[i].checked ? "yes" : "", ...CHECKLIST.map((name) => claim[name]),
        claim.sentence + 1, claim.start, claim.end, sentences[claim.sentence], ""])] };
}

/** Bring ledger and checklist to life. `reader` lends what the article explorer has and can do. */
function linkSources(bag, reader) {
  const { model, view, ledger, whole, lens, say } = reader;
  const [aimVoice, aimClaim] = [rove(bag, ledger), rove(bag, whole)];
  let checklist = null;

  function drawChecked() {
    checklist?.check(model.get("checked") ?? []);
    reader.refresh();
  }

  bag.watch(model, "checked", drawChecked);
  bag.listen(ledger, "click", (event) => {
    const voice = event.target.closest("[data-voice]")?.dataset.voice;
    if (voice === undefined) return;
    reader.setFilter("voice", reader.filters().voice === voice ? "" : voice);
    reader.showFirst();
  });
  bag.listen(whole, "change", (event) => {
    if (event.target === checklist?.kinds) {
      checklist.choose();
      aimClaim();
    } else if (event.target.dataset.check) {
      reader.send("checked", checklist.checked());
      say(`${checklist.checked().length} of ${plural(lens().claims.length, "claim")} checked`);
    }
  });
  bag.listen(whole, "click", (event) => {
    const at = event.target.closest("[data-go]")?.dataset.go;
    if (at !== undefined) reader.goTo(Number(at), true);
    if (event.target === checklist?.csv) {
      download(fileName(view.title, "checklist.csv"), "text/csv", toCsv(checklist.table(view.sentences)));
    }
  });
  bag.listen(whole, "pointerover focusin", (event) => {
    const row = event.target.closest("[data-claim]");
    reader.point(row ? lens().claims[row.dataset.claim].sentence : -1);
  });
  bag.listen(whole, "pointerleave focusout", () => reader.point(-1));

  return { draw() {
    ledger.replaceChildren(...drawLedger(lens(), reader.level + 1));
    ledger.hidden = !ledger.firstChild;
    checklist = drawChecklist(lens(), reader.level + 1);
    if (checklist) whole.append(checklist.node);
    aimVoice();
    aimClaim();
    drawChecked();
  } };
}

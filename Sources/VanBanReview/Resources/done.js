// What was put right so far: shown, taken back one by one, and saved.

import { h, button, fill } from "./dom.js";
import { t } from "./texts.js";
import { listOf } from "./items.js";
import { shownValue } from "./outline.js";

/** @param {HTMLElement} panel @param {import("./corrections.js").Corrections} corrections */
export function drawDone(panel, corrections) {
  const { unplaced } = corrections.model.view;
  fill(panel, h("p", { class: "count", role: "status" }, t("done.count", { n: corrections.list.length })),
    corrections.list.length === 0 ? h("p", { class: "muted" }, t("done.none")) : h("ul", { class: "references" },
      corrections.list.map((correction) => h("li", { class: unplaced.has(correction) ? "unplaced" : null },
        h("p", null, h("b", null, t(nameOfKind(correction))), " ", described(correction)),
        unplaced.has(correction) && h("p", { class: "hint" }, t("done.unplaced")),
        h("p", { class: "actions" },
          h("span", { class: "muted small" }, [correction.by, correction.on?.slice(0, 16).replace("T", " ")].filter((text) => text).join(" · ")),
          button(t("done.remove"), () => corrections.remove(correction), { class: "quiet small" }))))));
}

/** @param {import("./model.js").Correction} correction */
function nameOfKind({ kind, place }) {
  const isOfSections = listOf(place.item) === "section" && (kind === "join" || kind === "part");
  return isOfSections ? `kind.of.${kind}.section` : `kind.of.${kind}`;
}

/** What was there, and what stands there now. @param {import("./model.js").Correction} correction */
function described(correction) {
  const { kind, cells, place } = correction;
  const isOfRow = kind === "row" || kind === "join" || kind === "part";
  const was = isOfRow ? place.words : kind === "column" ? place.column?.header
    : kind === "move" ? cells.map((change) => change.was).join(" | ") : correction.text ?? correction.was ?? place.words;
  const isPlain = ["confirm", "dismiss", "join", "remove"].includes(kind);
  return h("span", { lang: "vi" }, h("del", null, (was || t("empty")).slice(0, 120)),
    isPlain ? "" : [" → ", h("ins", null, String(valueOf(correction) ?? t("empty")).slice(0, 120))]);
}

/** @param {import("./model.js").Correction} correction */
function valueOf({ kind, cells, rows, value, place }) {
  switch (kind) {
    case "move": return cells.map((change) => change.value).join(" | ");
    case "row": return t(`row.${value}`);
    case "column": return value ? t(`role.${value}`) : t("role.none");
    case "part": return rows.map((texts) => texts.filter((text) => text).join(" ")).join(" / ");
    case "field": return shownValue(place.field, value);
    default: return value;
  }
}

/**
 * Saves what no file has yet: of several documents into a folder, where the browser lets one be chosen.
 * @param {import("./corrections.js").Corrections[]} all
 * @returns {Promise<string[]>} the names of the files
 */
export async function saveFiles(all) {
  const changed = all.filter((corrections) => corrections.list.length > 0 || corrections.isUnsaved);
  const isDone = changed.length > 1 && await saveToFolder(changed);
  for (const corrections of isDone ? [] : changed) {
    const url = URL.createObjectURL(new Blob([corrections.text], { type: "application/json" }));
    const link = h("a", { href: url, download: corrections.fileName });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    corrections.noteSaved();
  }
  return changed.map((corrections) => corrections.fileName);
}

/** @param {import("./corrections.js").Corrections[]} changed */
async function saveToFolder(changed) {
  if (!("showDirectoryPicker" in globalThis)) return false;
  try {
    const folder = await globalThis.showDirectoryPicker({ id: "vanban-corrections", mode: "readwrite" });
    for (const corrections of changed) {
      const file = await (await folder.getFileHandle(corrections.fileName, { create: true })).createWritable();
      await file.write(corrections.text);
      await file.close();
      corrections.noteSaved();
    }
    return true;
  } catch {
    // No folder was chosen, or it may not be written to: the files are downloaded.
    return false;
  }
}

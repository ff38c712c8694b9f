// Sections of the outline, documents cited and targets, with what people put right in them.

import { clean, wordCounts, likeness, holdsWhole } from "./fold.js";

/** @typedef {import("./model.js").Correction} Correction */

/**
 * A section of the outline as it stands now.
 * @typedef {{id: string, part: string, depth: number, kind: string, label: string | null, heading: string | null,
 *   text: string | null, location: import("./model.js").Location, name: string, origin: any,
 *   decided: Record<string, Correction>, decision?: Correction}} Entry
 *   `name` are the words that the source has for it, `origin` is the section as it was read, null where a person made it;
 *   `decision` is how it was joined or parted.
 */

/** Letters of a section's words that tell it. */
const nameLength = 300;

/** The doubts that a correction of an item settles, by the list that the item is of. */
const listOfCode = {
  numberingStart: "section", numberingGap: "section", numberingRepeat: "section", numberingMixed: "section",
  uncertainParagraphCut: "section", uncertainLetters: "section",
  referenceDateMismatch: "reference", ambiguousReference: "reference", uncertainTarget: "target",
};

/** The list of the record that an item is of: `section` of `section-3`. @param {string | undefined} item */
export function listOf(item) {
  const name = (item ?? "").split("-")[0];
  return name === "ref" ? "reference" : name;
}

/** What tells a section: its own words, the first of them. */
export function sectionName({ label, heading, text }, length = nameLength) {
  const words = [label, heading, text].filter((part) => part !== null && part !== "").join(" ").replaceAll("\n", " ");
  return [...words].slice(0, length).join("");
}

/** The fields of a part that are shown, and may be put right. */
export const partFields = ["number", "issuedOn", "place", "issuer", "title", "signature.position", "signature.name"];

/** A field's value, by its path. */
export function valueAt(item, path) {
  return path.split(".").reduce((value, name) => value?.[name] ?? null, item);
}

/** What tells a part: as a correction of one of its fields says it. */
export function partName(part) {
  return [part.typeName, part.number, part.title].filter((text) => text).join(" ");
}

/** Where the source has what a field of a part says, where that is called otherwise. */
const homeOfField = { issuer: ["issuer", "letterhead"], place: ["place", "issuedOn"] };

/**
 * The field of a part's head or foot in whose words a doubt stands, where it has these words.
 * @param {import("./model.js").Doubt} doubt
 * @param {import("./model.js").Model} model
 * @param {string} words
 */
export function fieldAt(doubt, model, words) {
  const { start, end } = doubt.location;
  const stretch = model.stretches.find((entry) => entry.start <= start && end <= entry.end);
  const [id, home = ""] = (stretch?.owner ?? "").split(/[.[]/);
  const part = model.record.parts.find((entry) => entry.id === id);
  const field = part && partFields.find((name) => !isDay(name)
    && (homeOfField[name] ?? [name.split(".")[0]]).includes(home) && holdsWhole(valueAt(part, name), words));
  return field ? { part, field, value: valueAt(part, field) } : null;
}

/** Whether a field holds a day. @param {string} field */
export function isDay(field) {
  return field === "issuedOn" || field === "date";
}

/** The section that a doubt stands in. @param {Entry[]} outline @returns {Entry | null} */
export function sectionAt(doubt, outline) {
  return outline.findLast(({ location }) => location.start <= doubt.location.start && doubt.location.end <= location.end) ?? null;
}

/** All sections of a record one after the other. @returns {Entry[]} */
export function flatOutline(record) {
  /** @type {Entry[]} */
  const entries = [];
  const add = (section, part, depth) => {
    const location = { ...section.location };
    if (section.children.length > 0) location.end = Math.max(location.start, section.children[0].location.start);
    const { id, kind, label, heading, text } = section;
    entries.push({ id, part: part.id, depth, kind, label, heading, text, location, name: sectionName(section), origin: section, decided: {} });
    for (const child of section.children) add(child, part, depth + 1);
  };
  for (const part of record.parts) for (const section of part.sections) add(section, part, 0);
  return entries;
}

/** The name of a document cited or of a target: its words. */
export function itemName(item) {
  return item.text;
}

/** The item of a list that a place tells: of equal ones the one of the same name in the record. */
export function findItem(items, place) {
  const asked = clean(place.words ?? "");
  const same = items.filter((item) => clean(itemName(item)) === asked);
  return same.find((item) => item.id === place.item) ?? same[0] ?? null;
}

/** The place of a section among others. @param {Entry[]} outline */
function findSection(outline, place) {
  const asked = clean(place.words ?? "");
  let near = [];
  outline.forEach((entry, index) => { if (clean(entry.name) === asked) near.push(index); });
  if (near.length === 0) {
    const counts = wordCounts(asked);
    const best = outline.map((entry, index) => ({ index, alike: likeness(wordCounts(entry.name), counts) }))
      .filter(({ alike }) => alike >= 0.75).sort((a, b) => b.alike - a.alike)[0];
    return best ? best.index : -1;
  }
  if (near.length > 1 && place.above !== undefined) {
    const below = near.filter((index) => nameAbove(outline, index) === place.above);
    if (below.length > 0) near = below;
  }
  return near.find((index) => outline[index].id === place.item) ?? near[0];
}

/** The words of the section above, of the same part. @param {Entry[]} outline @param {number} index */
export function nameAbove(outline, index) {
  const above = outline[index - 1];
  return above && above.part === outline[index].part ? above.name : "";
}

/** How deep a section may stand, from 0. @param {Entry[]} outline @param {number} index */
export function deepest(outline, index) {
  const above = outline[index - 1];
  return above && above.part === outline[index].part ? above.depth + 1 : 0;
}

/**
 * The outline with one more thing put right; null where that finds no place.
 * @param {Entry[]} outline
 * @param {Correction} correction
 * @param {() => string} newID
 * @returns {{outline: Entry[], settled: Entry[]} | null}
 */
export function correctOutline(outline, correction, newID) {
  const { kind, place } = correction;
  const index = findSection(outline, place);
  if (index < 0) return null;
  const entry = outline[index];
  if (kind === "field" && place.field === "level") {
    const depth = Number(correction.value) - 1;
    if (!(depth >= 0 && depth <= deepest(outline, index))) return null;
    let end = index + 1;
    while (end < outline.length && outline[end].part === entry.part && outline[end].depth > entry.depth) end++;
    const moved = outline.slice(index, end).map((below) => ({ ...below, depth: below.depth + depth - entry.depth }));
    moved[0].decided = { ...entry.decided, level: correction };
    return { outline: [...outline.slice(0, index), ...moved, ...outline.slice(end)], settled: [entry] };
  }
  if (kind === "field") {
    const changed = { ...entry, [place.field]: correction.value ?? null, decided: { ...entry.decided, [place.field]: correction } };
    return { outline: outline.map((other) => other === entry ? changed : other), settled: [entry] };
  }
  if (kind === "join") {
    const below = outline[index + 1];
    if (!below || below.part !== entry.part) return null;
    const lines = below.heading === null ? [[below.label, below.text]] : [[below.label, below.heading], [below.text]];
    const text = [[entry.text], ...lines].map((words) => words.filter((word) => word).join(" ")).filter((line) => line !== "").join("\n");
    const rest = outline.slice(index + 2);
    let room = entry.depth + 1;
    for (let next = 0; next < rest.length && rest[next].part === below.part && rest[next].depth > below.depth; next++) {
      rest[next] = { ...rest[next], depth: Math.min(rest[next].depth, room) };
      room = rest[next].depth + 1;
    }
    return { outline: [...outline.slice(0, index), { ...entry, text, decision: correction }, ...rest], settled: [entry, below] };
  }
  if (kind !== "part") return null;
  const parts = (correction.rows ?? []).map(([label, heading, text], at) => {
    const words = { label: label || null, heading: heading || null, text: text || null };
    return {
      ...entry, ...words, id: at === 0 ? entry.id : newID(), origin: at === 0 ? entry.origin : null, name: sectionName(words),
      kind: label ? entry.kind : "paragraph", decision: correction,
    };
  });
  return { outline: [...outline.slice(0, index), ...parts, ...outline.slice(index + 1)], settled: [entry] };
}

/** The item that a doubt is about, where it is about one. @returns {{list: string, item: any} | null} */
export function itemOf(doubt, model) {
  const list = listOfCode[doubt.code];
  const holds = (place) => place.start <= doubt.location.start && doubt.location.end <= place.end;
  if (list === "section") {
    const item = sectionAt(doubt, model.view.outline);
    return item ? { list, item } : null;
  }
  if (list === "reference") {
    const item = model.record.references.find((reference) => reference.mentions.some(holds));
    return item ? { list, item } : null;
  }
  const item = list === "target" ? model.record.targets.find((target) => holds(target.location)) : null;
  return item ? { list, item } : null;
}

/** Whether a doubt is settled by what was decided of an item. */
export function isItemSettled(doubt, view) {
  const list = listOfCode[doubt.code];
  return list !== undefined && view.settled.some((entry) => entry.list === list
    && entry.location.start <= doubt.location.start && doubt.location.end <= entry.location.end);
}

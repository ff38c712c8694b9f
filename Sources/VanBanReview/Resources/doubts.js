// The doubts: what each says, what else it may be, and how it is settled.

import { h, button } from "./dom.js";
import { t } from "./texts.js";
import { clean, encoder, holdsWhole } from "./fold.js";
import { fieldAt, partName, sectionAt } from "./items.js";
import { Windowed } from "./windowed.js";

/** @typedef {import("./model.js").Doubt} Doubt */

/** The words of a cell that a doubt speaks of: those that it quotes, whole where the quotation was cut. */
function doubtfulWords(cell, quote, doubt) {
  if (!quote.endsWith("…")) return cell.text.includes(quote) ? quote : null;
  const begin = cell.text.indexOf(quote.slice(0, -1).trimEnd());
  if (begin < 0) return null;
  if (cell.location && cell.location.end === doubt.location.end) return cell.text.slice(begin);
  // As many bytes as stand there in the source, to the end of the word.
  const wanted = doubt.location.end - doubt.location.start;
  let end = begin;
  while (end < cell.text.length && encoder.encode(cell.text.slice(begin, end)).length < wanted) end++;
  while (end < cell.text.length && cell.text[end] !== " ") end++;
  return cell.text.slice(begin, end);
}

/** A text without some of its words. */
function without(text, words) {
  const at = text.indexOf(words);
  return at < 0 ? text : clean(`${text.slice(0, at)} ${text.slice(at + words.length)}`);
}

/**
 * What else a doubt says that it may be, and how that is taken; null where it names nothing else.
 * @param {Doubt} doubt
 * @param {import("./corrections.js").Corrections} corrections
 * @returns {{label: string, short: string, take: () => void} | null} `short` is for the cell itself
 */
export function otherReading(doubt, corrections) {
  const { model } = corrections;
  if (doubt.code === "uncertainLetters") return otherLetters(doubt, corrections);
  if (doubt.table === null) return null;
  const table = model.view.tables[doubt.table];
  if (doubt.code === "uncertainColumn" && doubt.column !== null) {
    const role = doubt.arguments[2] || null;
    return {
      label: t("other.column", { role: role ? t(`role.${role}`) : t("role.none") }), short: role ? t(`role.${role}`) : t("role.none"),
      take: () => corrections.setRole(doubt.table, doubt.column, role),
    };
  }
  const row = table.rows.find((entry) => entry.origin === doubt.row);
  if (!row || doubt.column === null) return null;
  const cell = row.cells[doubt.column];
  if (doubt.code === "misspeltAgency" && cell.text.includes(doubt.arguments[0])) {
    return {
      label: t("other.name", { name: doubt.arguments[1] }), short: doubt.arguments[1],
      take: () => corrections.setCell(row, doubt.column, cell.text.replace(doubt.arguments[0], doubt.arguments[1])),
    };
  }
  if (doubt.code !== "uncertainCell" && doubt.code !== "uncertainRow") return null;
  const words = doubtfulWords(cell, doubt.arguments[1], doubt);
  if (!words) return null;
  return doubt.code === "uncertainCell"
    ? otherCell(doubt, corrections, table, row, words) : otherRow(doubt, corrections, table, row, words);
}

/** Letters of a picture that were recognised otherwise by another reading: in a cell, or in a section of the outline. */
function otherLetters(doubt, corrections) {
  const { model } = corrections;
  const [words, other] = doubt.arguments;
  const facts = { label: t("other.letters", { words: other }), short: other };
  if (doubt.table === null) {
    const entry = sectionAt(doubt, model.view.outline);
    if (!entry) return otherLettersOfHead(doubt, corrections, facts);
    const field = ["heading", "text"].find((name) => holdsWhole(entry[name], words));
    return field ? { ...facts, take: () => corrections.setSection(entry, { [field]: withLetters(entry[field], words, other, 0) }) } : null;
  }
  const row = model.view.tables[doubt.table].rows.find((entry) => entry.origin === doubt.row);
  const cell = row && doubt.column !== null ? row.cells[doubt.column] : null;
  if (!cell || !holdsWhole(cell.text, words)) return null;
  const place = doubt.location.start - (cell.location?.start ?? 0);
  return { ...facts, take: () => corrections.setCell(row, doubt.column, withLetters(cell.text, words, other, place)) };
}

/** Letters of the number, the title and the like. */
function otherLettersOfHead(doubt, corrections, facts) {
  const { model } = corrections;
  const [words, other] = doubt.arguments;
  const found = fieldAt(doubt, model, words);
  if (!found) return null;
  const { part, field, value } = found;
  const decided = model.view.fields.get(`${part.id}.${field}`);
  const now = decided ? decided.value : value;
  if (!holdsWhole(now, words)) return null;
  return { ...facts, take: () => corrections.setField(part.id, field, partName(part), value, withLetters(now, words, other, 0)) };
}

/** A text with other words in the place of some: of those that stand several times of the ones nearest to a place, in bytes. */
function withLetters(text, words, other, place) {
  let best = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isWhole = /^\s?$/.test(text.charAt(at - 1)) && /^\s?$/.test(text.charAt(at + words.length));
    const distance = Math.abs(encoder.encode(text.slice(0, at)).length - place);
    if (isWhole && (!best || distance < best.distance)) best = { at, distance };
  }
  return best ? text.slice(0, best.at) + other + text.slice(best.at + words.length) : text;
}

function otherCell(doubt, corrections, table, row, words) {
  const to = table.columns.findIndex((column, at) => (column.header || `(${at + 1})`) === doubt.arguments[3]);
  if (to < 0 || !row.cells[to]) return null;
  const isBefore = row.cells[to].location && doubt.location.start < row.cells[to].location.start;
  const value = clean(isBefore ? `${words} ${row.cells[to].text}` : `${row.cells[to].text} ${words}`);
  return {
    label: t("other.cell", { words: shortened(words), column: doubt.arguments[3] }), short: `→ ${doubt.arguments[3]}`,
    take: () => corrections.move(row, doubt.column, to, without(row.cells[doubt.column].text, words), value),
  };
}

function otherRow(doubt, corrections, table, row, words) {
  const place = doubt.related[0];
  const other = place && table.rows.find((entry) => entry.id !== row.id && entry.location
    && entry.location.start <= place.start && place.end <= entry.location.end);
  if (!other) return null;
  const column = doubt.column;
  const isBelow = table.rows.indexOf(other) > table.rows.indexOf(row);
  const value = clean(isBelow ? `${words} ${other.cells[column].text}` : `${other.cells[column].text} ${words}`);
  return {
    label: t("other.row", { words: shortened(words), row: doubt.arguments[2] }), short: `→ ${t("row.n", { n: doubt.arguments[2] })}`,
    take: () => corrections.add(
      corrections.make("cell", corrections.placeOf(row, column), {
        was: row.cells[column].text, value: without(row.cells[column].text, words) }),
      corrections.make("cell", corrections.placeOf(other, column), { was: other.cells[column].text, value })),
  };
}

/** @param {string} text */
export function shortened(text) {
  return text.length <= 48 ? text : `${text.slice(0, 47).trimEnd()}…`;
}

export class DoubtList {
  /**
   * @param {HTMLElement} panel
   * @param {import("./corrections.js").Corrections} corrections
   * @param {import("./filters.js").Filters} filters
   * @param {{open: (doubt: Doubt, focus?: boolean) => void}} actions
   */
  constructor(panel, corrections, filters, actions) {
    this.corrections = corrections;
    this.filters = filters;
    this.actions = actions;
    this.count = h("p", { class: "count", role: "status" });
    this.body = h("div", { class: "list", role: "list", "aria-label": t("tab.doubts") });
    panel.replaceChildren(this.count, this.body);
    this.list = new Windowed(this.body, (index) => this.draw(this.shown[index]), { chunk: 20, height: 96 });
    /** @type {Doubt[]} */
    this.shown = [];
    /** @type {number | null} */
    this.current = null;
    this.show();
  }

  show() {
    const { model } = this.corrections;
    this.shown = model.doubts.filter((doubt) => this.filters.fitsDoubt(doubt, model));
    const open = this.shown.filter((doubt) => !model.isSettled(doubt)).length;
    this.count.textContent = this.shown.length === 0 ? t("doubts.none") : t("doubts.open", { open, all: this.shown.length });
    this.list.show(this.shown.length);
  }

  refresh() {
    const { model } = this.corrections;
    const open = this.shown.filter((doubt) => !model.isSettled(doubt)).length;
    if (this.shown.length > 0) this.count.textContent = t("doubts.open", { open, all: this.shown.length });
    this.list.refresh();
  }

  /** @param {Doubt} doubt */
  draw(doubt) {
    const { model } = this.corrections;
    const isSettled = model.isSettled(doubt);
    const other = isSettled ? null : otherReading(doubt, this.corrections);
    const isCurrent = this.current === doubt.index;
    return h("div", {
      role: "listitem", class: `doubt ${doubt.severity}${isSettled ? " settled" : ""}${isCurrent ? " current" : ""}`,
      "data-doubt": doubt.index, "data-start": doubt.location.start, "data-end": doubt.location.end,
      "data-spot": spotOf(doubt), "aria-current": isCurrent ? "true" : null,
    },
    h("button", { type: "button", class: "plain what", onclick: () => this.actions.open(doubt) },
      h("span", { class: `severity ${doubt.severity}` }, t(`severity.${doubt.severity}`)),
      h("span", { class: "where" }, whereOf(doubt.location)),
      h("span", { class: "message" }, doubt.message)),
    isSettled
      ? h("p", { class: "hint" }, model.view.dismissed.has(doubt.index) ? t("doubt.dismissed") : t("doubt.settled"))
      : h("p", { class: "hint" }, doubt.hint),
    other && h("p", { class: "actions" }, button(other.label, other.take, { class: "quiet" }), h("kbd", null, "a")));
  }

  /** Goes to the next doubt that is open, or the one before. @param {number} step */
  walk(step) {
    const { model } = this.corrections;
    const open = this.shown.filter((doubt) => !model.isSettled(doubt));
    if (open.length === 0) return null;
    const now = this.current === null ? null : this.shown.findIndex((doubt) => doubt.index === this.current);
    const places = open.map((doubt) => this.shown.indexOf(doubt));
    const next = step > 0
      ? places.find((place) => now === null || place > now) ?? places[0]
      : places.findLast((place) => now !== null && place < now) ?? places.at(-1);
    return this.shown[next];
  }

  /** @param {Doubt} doubt */
  setCurrent(doubt) {
    this.current = doubt.index;
    this.list.refresh();
    return this.list.reveal(this.shown.indexOf(doubt));
  }

  get doubt() {
    return this.corrections.model.doubts.find((doubt) => doubt.index === this.current) ?? null;
  }
}

/** The page of a place, or its line. @param {import("./model.js").Location} location */
export function whereOf(location) {
  return location.page ? t("page", { n: location.page }) : t("line", { n: location.line });
}

/** The cell or column header that a doubt is about, where it is about one. @param {Doubt} doubt */
export function spotOf(doubt) {
  if (doubt.table === null || doubt.column === null) return null;
  return doubt.row === null ? `${doubt.table}.h${doubt.column}` : `${doubt.table}.${doubt.row}.${doubt.column}`;
}


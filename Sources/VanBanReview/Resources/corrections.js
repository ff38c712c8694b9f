// What was put right in one document: every step can be undone, and is kept in the browser until it is saved.

import { Model } from "./model.js";
import { itemName, nameAbove } from "./items.js";

/** @typedef {import("./model.js").Correction} Correction */

/** Storage that may be refused (private windows, some file shares): work goes on without. */
const store = {
  /** @param {string} key */
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  /** @param {string} key @param {string | null} value */
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
      return true;
    } catch { return false; }
  },
};

const nameKey = "vanban.review.by";

/** The name of whoever corrects, typed once. */
export function reviewer() {
  return store.get(nameKey) ?? "";
}

/** @param {string} name */
export function setReviewer(name) {
  store.set(nameKey, name.trim() || null);
}

export class Corrections {
  /**
   * @param {Model} model
   * @param {any[]} files what was put right before, as files of corrections have it
   */
  constructor(model, files) {
    this.model = model;
    this.source = model.record.source;
    this.key = `vanban.review.${this.source.sha256}`;
    /** @type {Correction[]} */
    this.list = files.flatMap((file) => file.corrections ?? []);
    this.saved = JSON.stringify(this.list);
    /** @type {Correction[][]} */
    this.past = [];
    /** @type {Correction[][]} */
    this.future = [];
    this.restored = 0;
    /** Whether other documents of the page have this one's name. */
    this.hasNamesakes = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
    this.restore();
    model.apply(this.list);
  }

  /**
   * Takes up what was left here when the page was closed. Where the page brings corrections along, they may be newer: then
   * only what no file has is added to them.
   */
  restore() {
    let kept = null;
    try { kept = JSON.parse(store.get(this.key) ?? "null"); } catch { /* It is written over with the next step. */ }
    if (!Array.isArray(kept?.corrections)) return;
    const saved = Array.isArray(kept.saved) ? kept.saved : [];
    if (this.list.length === 0) {
      this.list = kept.corrections;
      this.saved = JSON.stringify(saved);
      this.restored = this.list.length;
    } else {
      const before = this.list;
      this.list = withSteps(before, saved, kept.corrections);
      this.restored = this.list.filter((entry) => !before.includes(entry)).length;
    }
  }

  /** Another list in the place of this one; the step can be undone. @param {Correction[]} list */
  change(list) {
    this.past.push(this.list);
    this.future = [];
    this.become(list);
  }

  /** @param {Correction[]} list */
  become(list) {
    this.list = list;
    this.model.apply(list);
    this.keep();
    for (const listener of this.listeners) listener();
  }

  /** Keeps the list in the browser, and what of it a file has. */
  keep() {
    store.set(this.key, JSON.stringify({ corrections: this.list, saved: JSON.parse(this.saved) }));
  }

  undo() {
    const list = this.past.pop();
    if (!list) return false;
    this.future.push(this.list);
    this.become(list);
    return true;
  }

  redo() {
    const list = this.future.pop();
    if (!list) return false;
    this.past.push(this.list);
    this.become(list);
    return true;
  }

  /** Adds corrections as one step; each takes the place of an earlier one of the same thing. @param {...Correction} added */
  add(...added) {
    const keys = new Set(added.map(target).filter((key) => key !== null));
    this.change([...this.list.filter((correction) => !keys.has(target(correction))), ...added]);
  }

  /** @param {Correction} correction */
  remove(correction) {
    this.change(this.list.filter((entry) => entry !== correction));
  }

  /** Whether there is something that no file has yet. */
  get isUnsaved() {
    return JSON.stringify(this.list) !== this.saved;
  }

  /** The file's name: that of the document, and its ending; where others of the page are called so, too, a piece of its digest. */
  get fileName() {
    const own = this.hasNamesakes ? `.${this.source.sha256.slice(0, 8)}` : "";
    return `${this.source.name.replace(/[\\/:*?"<>|]/g, "_")}${own}.corrections.json`;
  }

  /** The file, as its schema has it. */
  get text() {
    const file = {
      schemaVersion: "1.0", document: { name: this.source.name, sha256: this.source.sha256 }, corrections: this.list,
    };
    return JSON.stringify(file, null, 2) + "\n";
  }

  noteSaved() {
    this.saved = JSON.stringify(this.list);
    this.keep();
    for (const listener of this.listeners) listener();
  }

  // Making them

  /** @param {string} kind @param {any} place @param {Partial<Correction>} facts @returns {Correction} */
  make(kind, place, facts) {
    return { kind, by: reviewer() || null, on: new Date().toISOString().replace(/\.\d+Z$/, "Z"), place, ...facts };
  }

  /**
   * Where a row stands, in the source's words.
   * @param {import("./model.js").Row} row
   * @param {number | null} [column]
   */
  placeOf(row, column) {
    const table = this.model.view.tables[row.table];
    const index = table.rows.findIndex((entry) => entry.id === row.id);
    return {
      table: row.table + 1, row: index + 1, line: row.location?.line ?? table.location.line, words: row.words,
      above: table.rows[index - 1]?.words ?? "", ...this.tableFacts(row.table),
      ...(column === null || column === undefined ? {} : { column: this.columnOf(row.table, column) }),
    };
  }

  /** What tells a table, and how it was read. @param {number} table */
  tableFacts(table) {
    const { id, columns } = this.model.base[table];
    const reading = this.source.tables.find((entry) => entry.table === id);
    return { headers: columns.map((entry) => entry.header), ...(reading ? { layout: reading.layout, confidence: reading.confidence } : {}) };
  }

  /** What people see of a column. @param {number} table @param {number} column */
  columnOf(table, column) {
    const { header } = this.model.base[table].columns[column];
    return { number: column + 1, header, role: this.model.base[table].columns[column].role };
  }

  /** A cell says something else. */
  setCell(row, column, value) {
    const was = this.before(row, column);
    if (value === was) this.add(this.make("confirm", this.placeOf(row, column), { was }));
    else this.add(this.make("cell", this.placeOf(row, column), { was, value }));
  }

  /** What a cell said before it was put right. */
  before(row, column) {
    const base = row.origin === null ? null : this.model.base[row.table].rows[row.origin];
    const isWhole = base && base.words === row.words;
    return isWhole ? base.cells[column].text : row.cells[column].text;
  }

  confirm(row, column) {
    this.add(this.make("confirm", this.placeOf(row, column), { was: row.cells[column].text }));
  }

  /** Words go from one cell of a row to another one. */
  move(row, from, to, left, value) {
    const cells = [
      { column: this.columnOf(row.table, from), was: row.cells[from].text, value: left },
      { column: this.columnOf(row.table, to), was: row.cells[to].text, value },
    ];
    this.add(this.make("move", this.placeOf(row), { cells }));
  }

  join(row, below) {
    this.add(this.make("join", this.placeOf(row), { with: below.words }));
  }

  part(row, rows) {
    this.add(this.make("part", this.placeOf(row), { rows }));
  }

  setKind(row, value) {
    this.add(this.make("row", this.placeOf(row), { was: row.kind, value }));
  }

  setRole(table, column, value) {
    const place = {
      table: table + 1, line: this.model.base[table].location.line,
      ...this.tableFacts(table), column: this.columnOf(table, column),
    };
    this.add(this.make("column", place, { was: this.model.base[table].columns[column].role, value }));
  }

  chooseAgency(row, column, text, was, value) {
    this.add(this.make("agency", this.placeOf(row, column), { text, was, value }));
  }

  chooseDate(row, column, text, was, value) {
    this.add(this.make("date", this.placeOf(row, column), { text, was, value }));
  }

  dismiss(doubt, reason) {
    const row = doubt.row === null ? null
      : this.model.view.tables[doubt.table].rows.find((entry) => entry.origin === doubt.row);
    const place = row ? this.placeOf(row, doubt.column) : { line: doubt.location.line };
    this.add(this.make("dismiss", place, {
      code: doubt.code, arguments: doubt.arguments, was: doubt.message, reason: reason || null,
    }));
  }

  setField(item, field, words, was, value) {
    this.add(this.make("field", { item, field, words }, { was, value }));
  }

  /** A document cited or a target is none. */
  removeItem(item) {
    this.add(this.make("remove", { item: item.id, words: itemName(item) }, {}));
  }

  // Sections

  /** Where a section stands, in the source's words. @param {import("./items.js").Entry} entry */
  placeOfSection(entry) {
    const { outline } = this.model.view;
    return { item: entry.id, line: entry.location.line, words: entry.name, above: nameAbove(outline, outline.indexOf(entry)) };
  }

  /** Fields of a section say something else, all as one step. @param {import("./items.js").Entry} entry @param {Record<string, string | null>} values */
  setSection(entry, values) {
    const added = Object.entries(values).map(([field, value]) => {
      const was = field === "level" ? String(entry.depth + 1) : entry.origin ? entry.origin[field] : entry[field];
      return this.make("field", { ...this.placeOfSection(entry), field }, { was: was ?? null, value });
    });
    if (added.length > 0) this.add(...added);
  }

  joinSections(entry, below) {
    this.add(this.make("join", this.placeOfSection(entry), { with: below.name }));
  }

  partSection(entry, rows) {
    this.add(this.make("part", this.placeOfSection(entry), { rows }));
  }
}

/**
 * A list with the steps that led from one list to another: what was taken back is gone, what was added is there, unless
 * somebody put the same thing right later.
 * @param {Correction[]} list
 * @param {Correction[]} from
 * @param {Correction[]} to
 */
function withSteps(list, from, to) {
  const text = (correction) => JSON.stringify(correction);
  const [were, are] = [new Set(from.map(text)), new Set(to.map(text))];
  let result = list.filter((correction) => !were.has(text(correction)) || are.has(text(correction)));
  const there = new Set(result.map(text));
  for (const added of to) {
    if (were.has(text(added)) || there.has(text(added))) continue;
    const key = target(added);
    const other = key === null ? undefined : result.find((correction) => target(correction) === key);
    if (other && (other.on ?? "") > (added.on ?? "")) continue;
    result = [...result.filter((correction) => correction !== other), added];
  }
  return result;
}

/** The same for corrections of the same thing; null where each stands for itself. @param {Correction} correction */
function target({ kind, place, text, code, arguments: said }) {
  const row = `${place.table ?? 0}|${place.words ?? ""}|${place.above ?? ""}`;
  switch (kind) {
    case "confirm": case "cell": return `cell|${row}|${place.column?.number}`;
    case "row": return `row|${row}`;
    case "column": return `column|${place.table}|${place.column?.number}`;
    case "agency": return `agency|${row}|${place.column?.number}|${text}`;
    case "date": return `date|${row}|${place.column?.number}|${text}`;
    case "field": return `field|${place.item}|${place.words}|${place.field}`;
    case "remove": return `remove|${place.item}|${place.words}`;
    case "dismiss": return `dismiss|${row}|${place.line}|${code}|${JSON.stringify(said)}`;
    default: return null;
  }
}

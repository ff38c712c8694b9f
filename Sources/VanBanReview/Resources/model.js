// A document as it is looked at: the record's tables as rows, and what people put right laid over them.

import { clean, wordCounts, likeness, holdsWhole } from "./fold.js";
import { flatOutline, fieldAt, findItem, correctOutline, isItemSettled, listOf, sectionAt, sectionName } from "./items.js";

/**
 * @typedef {{start: number, end: number, line: number, path?: string | null, page?: number | null, box?: number[] | null}} Location
 *   `page` and `box` are there where the source has pages.
 * @typedef {{text: string, location: Location | null, rowSpan: number, columnSpan: number, decision?: Correction}} Cell
 * @typedef {{id: string, table: number, origin: number | null, cells: Cell[], kind: string, words: string,
 *   location: Location | null, decision?: Correction}} Row
 * @typedef {{number: number, id: string, part: string, caption: string | null, location: Location,
 *   columns: {header: string, role: string | null, decision?: Correction}[], spanningHeaders: string[], rows: Row[]}} Table
 * @typedef {{number: number, header: string, role: string | null}} Column
 * @typedef {{kind: string, by: string | null, on: string, place: any, was?: string | null, value?: string | null,
 *   cells?: {column: Column, was: string, value: string}[], with?: string, rows?: string[][], text?: string, code?: string,
 *   arguments?: string[], reason?: string | null}} Correction
 * @typedef {{index: number, code: string, severity: string, message: string, hint: string, location: Location,
 *   related: Location[], arguments: string[], table: number | null, row: number | null, column: number | null}} Doubt
 */

/** Codes of what is said of a row, and the role of the column that it is about. */
const roleOfCode = {
  missingLead: "lead", missingDeadline: "deadline", missingRowNumber: "number", rowNumberingGap: "number",
  rowNumberingRepeat: "number", agencyInBothColumns: "coordinating",
};

/** From the first place to the last. @param {Cell[]} cells @returns {Location | null} */
export function hull(cells) {
  let hull = null;
  for (const { location } of cells) {
    if (!location) continue;
    if (!hull) hull = { ...location };
    else {
      if (location.start < hull.start) hull = { ...location, end: hull.end };
      hull.end = Math.max(hull.end, location.end);
    }
  }
  return hull;
}

/** @param {Cell[]} cells */
function wordsOf(cells) {
  return cells.map((cell) => cell.text).filter((text) => text !== "").join(" ");
}

export class Model {
  /** @param {{record: any, stretches: any[], pictures?: any[], messages: {message: string, hint: string}[]}} data */
  constructor(data) {
    this.record = data.record;
    this.stretches = data.stretches;
    /** The source's pages, where it has any that could be drawn. @type {any[]} */
    this.pictures = data.pictures ?? [];
    /** @type {Table[]} */
    this.base = [];
    /** The task that a row was read as, by the row's id. @type {Map<string, any>} */
    this.tasks = new Map();
    const tasksOfTable = new Map();
    for (const task of this.record.tasks) {
      if (!tasksOfTable.has(task.table)) tasksOfTable.set(task.table, []);
      tasksOfTable.get(task.table).push(task);
    }
    for (const part of this.record.parts) {
      for (const table of part.tables) this.addTable(table, tasksOfTable.get(table.id) ?? []);
    }
    /** Whose stretch is whose. @type {Map<string, {table: number, row: number}>} */
    this.rowOfTask = new Map();
    for (const table of this.base) {
      table.rows.forEach((row, index) => {
        const task = this.tasks.get(row.id);
        if (task) this.rowOfTask.set(task.id, { table: table.number, row: index });
      });
    }
    /** The outline as it was read, flat. */
    this.outline = flatOutline(this.record);
    /** @type {Doubt[]} */
    this.doubts = this.record.diagnostics.map((diagnostic, index) => this.doubt(diagnostic, data.messages[index], index));
    this.view = this.apply([]);
  }

  /** @param {any} table @param {any[]} tasks */
  addTable(table, tasks) {
    const number = this.base.length;
    let next = 0;
    const rows = table.rows.map((cells, index) => {
      const id = `${number}.${index}`;
      const kind = table.rowKinds[index] ?? "other";
      if (kind === "task") {
        if (tasks[next]) this.tasks.set(id, tasks[next]);
        next += 1;
      }
      return { id, table: number, origin: index, cells, kind, words: wordsOf(cells), location: hull(cells) };
    });
    this.base.push({
      number, id: table.id, part: table.part, caption: table.caption, location: table.location, columns: table.columns,
      spanningHeaders: table.spanningHeaders, rows,
    });
  }

  // Doubts

  /** @returns {Doubt} */
  doubt(diagnostic, text, index) {
    const doubt = {
      index, code: diagnostic.code, severity: diagnostic.severity, message: text.message, hint: text.hint,
      location: diagnostic.location, related: diagnostic.related, arguments: diagnostic.arguments,
      table: null, row: null, column: null,
    };
    const place = diagnostic.location;
    const table = this.base.find((entry) => entry.location.start <= place.start && place.end <= entry.location.end);
    if (!table) return doubt;
    doubt.table = table.number;
    if (doubt.code === "uncertainColumn" || doubt.code === "columnWithoutRole") {
      const column = table.columns.findIndex((entry, at) => (entry.header || `(${at + 1})`) === doubt.arguments[0]);
      if (column >= 0) doubt.column = column;
      return doubt;
    }
    const around = table.rows.filter((row) => row.location && row.location.start <= place.start && place.end <= row.location.end);
    const row = around.sort((a, b) => (a.location.end - a.location.start) - (b.location.end - b.location.start))[0];
    if (!row) return doubt;
    doubt.row = row.origin;
    doubt.column = this.columnOf(doubt, table, row);
    return doubt;
  }

  columnOf(doubt, table, row) {
    const role = roleOfCode[doubt.code];
    if (role) {
      const column = table.columns.findIndex((entry) => entry.role === role);
      if (column >= 0) return column;
    }
    if (doubt.code === "joinedRow") return null;
    const named = (name) => table.columns.findIndex((entry, at) => (entry.header || `(${at + 1})`) === name);
    if (doubt.code === "uncertainCell" || doubt.code === "cellOfOtherColumn") {
      const column = named(doubt.arguments[doubt.code === "uncertainCell" ? 2 : 1]);
      if (column >= 0) return column;
    }
    const holding = row.cells.map((cell, column) => ({ cell, column })).filter(({ cell }) =>
      cell.location && cell.location.start <= doubt.location.start && doubt.location.end <= cell.location.end);
    const own = row.cells.filter((cell) => cell.location).length;
    return holding.length === 1 && own > 1 ? holding[0].column : null;
  }

  // What was put right

  /**
   * The tables with what was put right, and what else was decided.
   * @param {Correction[]} corrections
   */
  apply(corrections) {
    const view = {
      /** @type {Table[]} */
      tables: this.base.map((table) => ({ ...table, columns: table.columns, rows: table.rows })),
      /** By the doubt's number. @type {Map<number, Correction>} */
      dismissed: new Map(),
      /** By item and field: `part-1.number`. @type {Map<string, Correction>} */
      fields: new Map(),
      outline: this.outline,
      /** Documents cited and targets that are none, by their names in the record. @type {Map<string, Correction>} */
      removed: new Map(),
      /** What of sections, documents cited and targets a person decided. @type {{list: string, location: Location}[]} */
      settled: [],
      /** By row, column and words. @type {Map<string, Correction>} */
      choices: new Map(),
      /** Those that find no place here; they are kept. @type {Set<Correction>} */
      unplaced: new Set(),
      /** The row of each that has one. @type {Map<Correction, Row>} */
      rows: new Map(),
    };
    let made = 0;
    for (const correction of corrections) {
      if (!this.applyOne(correction, view, () => `+${++made}`)) view.unplaced.add(correction);
    }
    this.view = view;
    return view;
  }

  applyOne(correction, view, newID) {
    const { kind, place } = correction;
    if (place.item) return this.applyToItem(correction, view, newID);
    if (kind === "dismiss") return this.dismiss(correction, view);
    if (kind === "column") return this.setRole(correction, view);
    const found = this.find(place, view);
    if (!found) return false;
    const table = view.tables[found.table];
    if (table.rows === this.base[found.table].rows) table.rows = [...table.rows];
    const row = { ...table.rows[found.row], cells: [...table.rows[found.row].cells] };
    view.rows.set(correction, row);
    const column = place.column ? columnAt(table, place.column) : -1;
    const set = (at, text) => {
      if (at < 0 || !row.cells[at]) return;
      row.cells[at] = { ...row.cells[at], text, decision: correction };
    };
    switch (kind) {
      case "confirm": set(column, correction.was ?? ""); break;
      case "cell": set(column, correction.value ?? ""); break;
      case "move":
        for (const change of correction.cells ?? []) set(columnAt(table, change.column), change.value);
        break;
      case "row":
        row.kind = correction.value ?? "other";
        row.decision = correction;
        break;
      case "agency": case "date":
        view.choices.set(`${row.id}|${column}|${correction.text}`, correction);
        if (row.cells[column]) row.cells[column] = { ...row.cells[column], decision: row.cells[column].decision ?? correction };
        break;
      case "join": {
        const below = table.rows[found.row + 1];
        if (!below) return false;
        row.cells = row.cells.map((cell, at) => joinedCell(cell, below.cells[at]));
        row.words = `${row.words} ${below.words}`;
        row.location = hull(row.cells);
        row.decision = correction;
        table.rows.splice(found.row, 2, row);
        return true;
      }
      case "part": {
        const parts = (correction.rows ?? []).map((texts, index) => {
          const cells = row.cells.map((cell, at) => ({ ...cell, text: texts[at] ?? "", rowSpan: 1 }));
          return {
            ...row, id: index === 0 ? row.id : row.id + newID(), origin: index === 0 ? row.origin : null, cells,
            words: wordsOf(cells), decision: correction,
          };
        });
        table.rows.splice(found.row, 1, ...parts);
        return true;
      }
      default: return false;
    }
    table.rows[found.row] = row;
    return true;
  }

  applyToItem(correction, view, newID) {
    const { kind, place } = correction;
    const list = listOf(place.item);
    if (list === "section") {
      const changed = correctOutline(view.outline, correction, () => `${place.item}${newID()}`);
      if (!changed) return false;
      view.outline = changed.outline;
      view.settled.push(...changed.settled.map(({ location }) => ({ list, location })));
      return true;
    }
    if (list !== "reference" && list !== "target") {
      view.fields.set(`${place.item}.${place.field}`, correction);
      return kind === "field";
    }
    const item = findItem(list === "reference" ? this.record.references : this.record.targets, place);
    if (!item) return false;
    if (kind === "remove") view.removed.set(item.id, correction);
    else view.fields.set(`${item.id}.${place.field}`, correction);
    for (const location of item.mentions ?? [item.location]) view.settled.push({ list, location });
    return true;
  }

  setRole(correction, view) {
    const headers = (correction.place.headers ?? []).join("|");
    const same = view.tables.filter((table) => table.columns.map((column) => column.header).join("|") === headers);
    const table = same.find((entry) => entry.number + 1 === correction.place.table) ?? same[0];
    const column = table && correction.place.column ? columnAt(table, correction.place.column) : -1;
    if (!table || column < 0) return false;
    table.columns = table.columns.map((entry, index) => {
      if (index === column) return { ...entry, role: correction.value ?? null, decision: correction };
      // A role stands once: who had it loses it.
      return correction.value && entry.role === correction.value ? { ...entry, role: null } : entry;
    });
    return true;
  }

  dismiss(correction, view) {
    const alike = this.doubts.filter((doubt) => doubt.code === correction.code && !view.dismissed.has(doubt.index)
      && JSON.stringify(doubt.arguments) === JSON.stringify(correction.arguments ?? doubt.arguments));
    const row = alike.length > 1 && correction.place.words ? this.find(correction.place, view) : null;
    const id = row ? view.tables[row.table].rows[row.row].id : null;
    const doubt = alike.find((entry) => id !== null && `${entry.table}.${entry.row}` === id)
      ?? alike.find((entry) => entry.location.line === correction.place.line) ?? alike[0];
    if (!doubt) return false;
    view.dismissed.set(doubt.index, correction);
    return true;
  }

  /** The row that a place tells: by its words, of equal ones by where it stands. */
  find(place, view) {
    if (!place.words) {
      const table = view.tables[(place.table ?? 0) - 1];
      return table?.rows[(place.row ?? 0) - 1]?.words === "" ? { table: table.number, row: place.row - 1 } : null;
    }
    const near = view.tables[(place.table ?? 0) - 1];
    if (near?.rows[(place.row ?? 0) - 1]?.words === place.words) return { table: near.number, row: place.row - 1 };
    let best = null;
    const asked = wordCounts(place.words);
    for (const table of view.tables) {
      for (let row = 0; row < table.rows.length; row++) {
        const words = table.rows[row].words;
        if (words === place.words) {
          const isBelow = (table.rows[row - 1]?.words ?? "") === (place.above ?? "");
          if (isBelow) return { table: table.number, row };
          if (!best || best.likeness < 1) best = { table: table.number, row, likeness: 1 };
        } else if (!best || best.likeness < 1) {
          const alike = likeness(wordCounts(words), asked);
          if (alike >= 0.75 && alike > (best?.likeness ?? 0)) best = { table: table.number, row, likeness: alike };
        }
      }
    }
    return best;
  }

  /**
   * The row that a row's words of a column stand in: of a cell that is merged over rows the first of these.
   * @param {Row} row
   * @param {number} column
   */
  rowOfCell(row, column) {
    if (row.origin === null || row.cells[column]?.text !== "" || row.cells[column].decision) return row;
    const base = this.base[row.table].rows;
    for (let above = row.origin - 1; above >= Math.max(0, row.origin - 400); above--) {
      const { rowSpan, text } = base[above].cells[column];
      if (rowSpan > row.origin - above) return this.view.tables[row.table].rows.find((entry) => entry.origin === above) ?? row;
      if (rowSpan > 1 || text !== "") return row;
    }
    return row;
  }

  /** Whether a cell still says what it was read from. @param {Row} row @param {number} column */
  isAsRead(row, column) {
    const base = row.origin === null ? null : this.base[row.table].rows[row.origin];
    return base?.cells[column]?.text === row.cells[column]?.text;
  }

  /** Whether a doubt is settled by what was decided. @param {Doubt} doubt */
  isSettled(doubt) {
    if (this.view.dismissed.has(doubt.index)) return true;
    if (doubt.code === "uncertainLetters") return this.areLettersSettled(doubt);
    if (isItemSettled(doubt, this.view)) return true;
    if (doubt.table === null) return this.isFieldSettled(doubt);
    const table = this.view.tables[doubt.table];
    if (doubt.row === null) return doubt.column !== null && table.columns[doubt.column]?.decision !== undefined;
    const row = table.rows.find((entry) => entry.origin === doubt.row);
    // A row that was joined to the one above is gone, and its doubt with it.
    if (!row || row.decision) return true;
    if (doubt.column === null) return false;
    const others = doubt.code === "uncertainCell" || doubt.code === "cellOfOtherColumn"
      ? row.cells.filter((_, at) => doubt.arguments.includes(table.columns[at]?.header)) : [];
    return row.cells[doubt.column]?.decision !== undefined || others.some((cell) => cell.decision);
  }

  /** Doubtful letters are settled where somebody took them out, or said that the cell is right. @param {Doubt} doubt */
  areLettersSettled(doubt) {
    const [words] = doubt.arguments;
    if (doubt.table === null) {
      const entry = sectionAt(doubt, this.view.outline);
      if (!entry) return this.areHeadLettersSettled(doubt);
      return Boolean(entry.origin) && holdsWhole(sectionName(entry.origin, Infinity), words) && !holdsWhole(sectionName(entry, Infinity), words);
    }
    if (doubt.row === null || doubt.column === null) return false;
    const row = this.view.tables[doubt.table].rows.find((entry) => entry.origin === doubt.row);
    if (!row) return true;
    const cell = row.cells[doubt.column];
    return cell.decision?.kind === "confirm"
      || holdsWhole(this.base[doubt.table].rows[doubt.row].cells[doubt.column].text, words) && !holdsWhole(cell.text, words);
  }

  areHeadLettersSettled(doubt) {
    const [words] = doubt.arguments;
    const found = fieldAt(doubt, this, words);
    const decided = found && this.view.fields.get(`${found.part.id}.${found.field}`);
    return Boolean(decided) && !holdsWhole(decided.value, words);
  }

  isFieldSettled(doubt) {
    const field = { missingNumber: "number", missingDate: "issuedOn", invalidDate: "issuedOn", missingIssuer: "issuer",
      missingTitle: "title",
      missingSignature: "signature.name", unknownKind: "typeName", unprintedKind: "typeName", misreadKind: "typeName" }[doubt.code];
    for (const correction of this.view.fields.values()) {
      const { item, field: corrected } = correction.place;
      const owner = this.record.parts.find((part) => part.id === item)
        ?? this.record.indexScores.find((score) => score.id === item);
      if (!owner || owner.location.start > doubt.location.start || doubt.location.end > owner.location.end) continue;
      if (item.startsWith("score") || corrected === field) return true;
    }
    return false;
  }
}

/** Where a column stands now. @param {Table} table @param {Column} asked */
export function columnAt(table, asked) {
  if (table.columns[asked.number - 1]?.header === asked.header) return asked.number - 1;
  const named = table.columns.findIndex((column) => clean(column.header) === clean(asked.header));
  return named >= 0 ? named : table.columns.findIndex((column) => asked.role && column.role === asked.role);
}

/** @param {Cell} upper @param {Cell | undefined} lower */
function joinedCell(upper, lower) {
  if (!lower || lower.text === "") return upper;
  if (upper.text === "") return lower;
  return { ...upper, text: `${upper.text} ${lower.text}`, location: hull([upper, lower]) };
}

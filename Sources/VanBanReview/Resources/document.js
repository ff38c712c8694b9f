// The document as it stands: every character of it, in reading order, tables in their places.

import { h } from "./dom.js";
import { t, hasText } from "./texts.js";
import { Windowed } from "./windowed.js";

/** Rows of a table that are drawn at a time. */
const slabLength = 25;
/** More furniture than this in one run is folded up. */
const foldLimit = 6;

/** Where fields of a document’s head and foot stand, by the form of Decree 30/2020, annex I. */
const sideOfField = { letterhead: "left", number: "left", recipients: "left", issuedOn: "right", signature: "right" };
const sideOfFormula = { numberLine: "left", recipients: "left", motto: "right", dateLine: "right", signed: "right" };

/**
 * @typedef {{kind: "text", role: string, depth: number, side: string | null, isBeside?: boolean, stretches: any[]}
 *   | {kind: "furniture", stretches: any[]}
 *   | {kind: "part", part: any}
 *   | {kind: "head", table: number}
 *   | {kind: "rows", table: number, from: number, to: number, isFirst: boolean}
 *   | {kind: "note", text: string}
 *   | {kind: "between", table: number, stretches: any[]}} Item
 */

export class DocumentView {
  /**
   * @param {HTMLElement} pane
   * @param {import("./model.js").Model} model
   * @param {import("./links.js").Links} links
   * @param {{selectCell: (row: import("./model.js").Row, column: number) => void, selectColumn: (table: number, column: number) => void,
   *   doubtsAt: (row: import("./model.js").Row, column: number) => import("./model.js").Doubt[],
   *   otherReading: (doubt: import("./model.js").Doubt) => {label: string, short: string, take: () => void} | null}} actions
   */
  constructor(pane, model, links, actions) {
    this.model = model;
    this.links = links;
    this.actions = actions;
    this.sections = new Map();
    for (const part of model.record.parts) this.noteSections(part.sections, 0, part);
    /** Where notes are called. @type {{start: number, end: number, mark: string}[]} */
    this.calls = model.record.parts.flatMap((part) => part.footnotes.flatMap(({ mark, calls }) => calls.map(({ start, end }) => ({ start, end, mark }))));
    for (const doubt of model.doubts) {
      if (doubt.code === "callWithoutFootnote") this.calls.push({ start: doubt.location.start, end: doubt.location.end, mark: doubt.arguments[0] });
    }
    /** @type {Item[]} */
    this.items = [];
    this.sheet = h("article", { class: "sheet", lang: "vi" });
    pane.replaceChildren(this.sheet);
    this.list = new Windowed(this.sheet, (index) => this.draw(this.items[index]), { chunk: 8, height: 120 });
    // The pieces of a table scroll as one.
    this.sheet.addEventListener("scroll", (event) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !target.dataset.table) return;
      for (const frame of this.sheet.querySelectorAll(`.table-frame[data-table="${target.dataset.table}"]`)) {
        if (frame.scrollLeft !== target.scrollLeft) frame.scrollLeft = target.scrollLeft;
      }
    }, true);
    this.layOut();
  }

  noteSections(sections, depth, part) {
    for (const section of sections) {
      this.sections.set(section.id, { kind: section.kind, depth, part, hasHeading: section.heading !== null });
      this.noteSections(section.children, depth + 1, part);
    }
  }

  // Laying out

  /** Makes the items, and says where each stretch of the source is. */
  layOut() {
    this.links.clear();
    this.items = [];
    const drawn = new Set();
    let part = null;
    let between = null;
    let hasSides = false;
    /** Places of signs that only say how the words are set. */
    let hidden = 0;
    for (const [number, stretch] of this.model.stretches.entries()) {
      const owner = stretch.owner;
      const table = this.tableOf(owner);
      if (table !== null) {
        part = this.enter(this.partOfTable(table), part);
        if (!drawn.has(table)) {
          drawn.add(table);
          between = null;
          this.addTable(table);
        }
        continue;
      }
      if (stretch.text === "") {
        hidden += 1;
        continue;
      }
      stretch.key = `s${number}`;
      if (owner.startsWith("furniture:")) {
        const last = this.items.at(-1);
        const isInTable = this.isWithinTable(stretch);
        if (isInTable) {
          if (!between || between.table !== isInTable.number) {
            between = { kind: "between", table: isInTable.number, stretches: [] };
            this.items.push(between);
          }
          between.stretches.push(stretch);
          this.note(stretch, this.items.indexOf(between));
        } else if (isSign(stretch) && last?.kind === "text" && last.stretches.at(-1).line === stretch.line) this.join(last, stretch);
        else if (last?.kind === "furniture") this.join(last, stretch);
        else this.addItem({ kind: "furniture", stretches: [stretch] });
        continue;
      }
      part = this.enter(this.partOf(owner), part);
      const last = this.items.at(-1);
      if (last?.kind === "text" && this.goesOn(last, stretch)) this.join(last, stretch);
      else {
        const side = this.sideOf(owner);
        // Below what stands on both sides, a line of one side stands there, too; the list of recipients has the whole line.
        const isBeside = side !== null && hasSides && !owner.includes(".recipients");
        // Signs before the words of a line stand with them.
        const signs = last?.kind === "furniture" && last.stretches.every((sign) => isSign(sign) && sign.line === stretch.line)
          ? this.items.pop().stretches : [];
        this.items.push({ kind: "text", ...this.look(owner), side, isBeside, stretches: [...signs, stretch] });
        this.note(stretch, this.items.length - 1);
      }
      hasSides = this.items.at(-1).side !== null && (hasSides || this.items.at(-1).isBeside);
    }
    // A table none of whose words stand in the source by themselves is shown all the same.
    for (const table of this.model.base) if (!drawn.has(table.number)) this.addTable(table.number);
    if (hidden > 0) this.items.push({ kind: "note", text: t("markup.hidden", { n: hidden }) });
    this.list.show(this.items.length);
  }

  addItem(item) {
    this.items.push(item);
    for (const stretch of item.stretches ?? []) this.note(stretch, this.items.length - 1);
  }

  join(item, stretch) {
    item.stretches.push(stretch);
    if (item.kind === "text" && !isSign(stretch) && this.sideOf(stretch.owner) !== item.side) item.isBeside = true;
    this.note(stretch, this.items.length - 1);
  }

  note(stretch, item) {
    this.links.add({
      start: stretch.start, end: stretch.end, owner: stretch.owner, item, key: stretch.key, page: stretch.page, box: stretch.box });
  }

  enter(part, current) {
    if (part && part !== current) {
      this.addItem({ kind: "part", part });
      return part;
    }
    return current;
  }

  tableOf(owner) {
    const found = /^(table|task)-(\d+)\./.exec(owner);
    if (!found) return null;
    if (found[1] === "table") return Number(found[2]) - 1;
    return this.model.rowOfTask.get(`task-${found[2]}`)?.table ?? null;
  }

  partOfTable(table) {
    return this.model.record.parts.find((part) => part.id === this.model.base[table]?.part) ?? null;
  }

  partOf(owner) {
    const [id] = owner.split(".");
    if (id.startsWith("section-")) return this.sections.get(id)?.part ?? null;
    return this.model.record.parts.find((part) => part.id === id) ?? null;
  }

  isWithinTable(stretch) {
    return this.model.base.find((table) => table.location.start <= stretch.start && stretch.end <= table.location.end);
  }

  /** Whether a stretch goes on with the paragraph of those before. */
  goesOn(item, next) {
    const last = item.stretches.findLast((stretch) => !isSign(stretch));
    if (last.owner === "unaccounted" || next.owner === "unaccounted") return false;
    const [id, field] = last.owner.split(".");
    const [nextID, nextField] = next.owner.split(".");
    if (id !== nextID) return false;
    if (id.startsWith("section-")) return field === "label" || (field === "heading" && nextField === "heading" && last.line === next.line);
    if (last.line !== next.line) return false;
    if (id === "publication") return true;
    const [side, nextSide] = [this.sideOf(last.owner), this.sideOf(next.owner)];
    if (side !== nextSide) return side !== null && nextSide !== null;
    return side !== null && item.isBeside || last.owner === next.owner && nameOfField(field) !== "signature";
  }

  /** The formula that an owner names. */
  formulaOf(owner) {
    const found = /^(part-\d+)\.formulas\[(\d+)\]/.exec(owner);
    return found ? this.model.record.parts.find((part) => part.id === found[1])?.formulas[Number(found[2])] : null;
  }

  /** The side of the page on which a field of a document's head or foot stands, where it has one. */
  sideOf(owner) {
    const kind = this.formulaOf(owner)?.kind;
    if (kind) return sideOfFormula[kind] ?? null;
    return sideOfField[nameOfField(owner.split(".")[1] ?? "")] ?? null;
  }

  look(owner) {
    const [id, field = ""] = owner.split(".");
    if (owner === "unaccounted") return { role: "unowned", depth: 0 };
    if (id.startsWith("section-")) {
      const section = this.sections.get(id);
      const isHeading = section?.hasHeading && (field === "label" || field === "heading");
      return { role: `${isHeading ? "heading" : "body"} k-${section?.kind ?? ""}`, depth: section?.depth ?? 0 };
    }
    if (id === "publication") return { role: "publication", depth: 0 };
    const formula = this.formulaOf(owner);
    if (formula) return { role: `field formulas f-${formula.kind}`, depth: 0 };
    return { role: `field ${nameOfField(field)}`, depth: 0 };
  }

  addTable(number) {
    const table = this.model.base[number];
    if (!table) return;
    this.items.push({ kind: "head", table: number });
    const head = this.items.length - 1;
    table.columns.forEach((_, column) => this.links.add({
      start: -1, end: -1, owner: `${table.id}.columns[${column}].header`, item: head, key: `${number}.h${column}` }));
    for (let from = 0; from < Math.max(1, table.rows.length); from += slabLength) {
      const to = Math.min(from + slabLength, table.rows.length);
      this.items.push({ kind: "rows", table: number, from, to, isFirst: from === 0 });
      for (let index = from; index < to; index++) this.noteRow(table, index, this.items.length - 1);
    }
  }

  noteRow(table, index, item) {
    const row = table.rows[index];
    const task = this.model.tasks.get(row.id);
    row.cells.forEach((cell, column) => {
      const role = table.columns[column]?.role;
      const field = role === "group" || role === null || role === "responsibility" ? `otherCells.${column}` : role;
      const owner = task ? `${task.id}.${field}` : `${table.id}.rows[${index}][${column}]`;
      const place = cell.location ?? { start: -1, end: -1 };
      this.links.add({
        start: place.start, end: place.end, owner, item, key: `${row.id}.${column}`, page: place.page ?? undefined, box: place.box ?? undefined });
    });
  }

  /** Brings a spot onto the page. @param {import("./links.js").Spot} spot */
  reveal(spot) {
    this.list.reveal(spot.item);
    return this.sheet.querySelector(`[data-key="${CSS.escape(spot.key)}"]`);
  }

  // Drawing

  /** Draws anew what a person put right. */
  refresh() {
    this.list.refresh();
  }

  /** @param {Item} item @returns {HTMLElement} */
  draw(item) {
    switch (item.kind) {
      case "part": return this.drawPart(item.part);
      case "head": return this.drawHead(this.model.view.tables[item.table]);
      case "rows": return this.drawRows(item);
      case "note": return h("p", { class: "text furniture" }, item.text);
      case "between": case "furniture": return this.drawFurniture(item);
      default: return item.isBeside ? this.drawSides(item)
        : h("p", { class: `text ${item.role} d${Math.min(item.depth, 6)}` }, this.stretches(item.stretches));
    }
  }

  /** What stands on both sides of one line of the source. */
  drawSides(item) {
    /** Lines of both sides. @type {Record<string, {owner: string, stretches: any[]}[]>} */
    const lines = { left: [], right: [] };
    let side = item.side;
    for (const stretch of item.stretches) {
      side = this.sideOf(stretch.owner) ?? side;
      const last = lines[side].at(-1);
      const goesOn = last && (isSign(stretch) || last.owner === stretch.owner && !stretch.owner.endsWith(".signature"));
      if (goesOn) last.stretches.push(stretch);
      else lines[side].push({ owner: stretch.owner, stretches: [stretch] });
    }
    return h("div", { class: "beside" }, [lines.left, lines.right].map((own) =>
      h("div", null, own.map(({ owner, stretches }) => h("p", { class: `text ${this.look(owner).role}` }, this.stretches(stretches))))));
  }

  stretches(stretches) {
    return stretches.flatMap((stretch, index) => {
      const isUnowned = stretch.owner === "unaccounted";
      const element = h("span", {
        class: isSign(stretch) ? "spot sign" : "spot", "data-key": stretch.key, tabindex: "-1", title: isUnowned ? t("unowned") : null,
      }, breakable(stretch.text));
      return index === 0 ? [element] : [" ", element];
    });
  }

  drawPart(part) {
    const kind = hasText(`kind.${part.kind}`) ? t(`kind.${part.kind}`) : part.kind;
    return h("div", { class: "part-mark" }, h("span", null, kind, part.number ? ` ${part.number}` : ""));
  }

  drawFurniture(item) {
    /** Signs of one kind stand in one line. @type {any[][]} */
    const runs = [];
    for (const stretch of item.stretches) {
      const last = runs.at(-1)?.at(-1);
      if (last && last.owner === stretch.owner && last.text.length <= 3 && stretch.text.length <= 3) runs.at(-1).push(stretch);
      else runs.push([stretch]);
    }
    const lines = runs.map((run) => h("p", { class: "text furniture" }, this.stretches(run), h("span", { class: "kind" }, ` ${t(run[0].owner)}`)));
    if (runs.length <= foldLimit && item.kind === "furniture") return h("div", null, lines);
    const label = t(item.kind === "between" ? "furniture.between" : "furniture.folded", { n: item.stretches.length });
    return h("details", { class: "furniture" }, h("summary", null, label), lines);
  }

  drawHead(table) {
    return h("div", { class: "table-head" },
      h("p", { class: "caption" }, t("table.name", { n: table.number + 1 }), " ",
        h("span", { class: "muted" }, t("table.rows", { n: table.rows.length }))),
      table.spanningHeaders.length > 0 && h("p", { class: "muted small" }, table.spanningHeaders.join(" · ")));
  }

  drawRows(item) {
    const table = this.model.view.tables[item.table];
    const rows = this.rowsOf(item, table);
    const { shares, least } = widths(this.model.base[item.table]);
    const body = rows.map(({ row, index }) => this.drawRow(table, row, index, rows[0].index, rows.at(-1).index));
    const grid = h("table", { class: "grid" },
      h("colgroup", null, h("col", { class: "gutter" }), shares.map((share) => {
        const column = h("col");
        column.style.width = `${share}%`;
        return column;
      })),
      h("thead", { class: item.isFirst ? null : "again" }, h("tr", null,
        h("th", { class: "gutter", scope: "col" }, h("span", { class: "unseen" }, t("row"))),
        table.columns.map((column, at) => this.drawHeader(table, column, at, item.isFirst)))),
      h("tbody", null, body));
    grid.style.minWidth = `${least}rem`;
    const isLast = item.to >= this.model.base[item.table].rows.length;
    const named = item.isFirst ? { role: "region", "aria-label": t("table.name", { n: table.number + 1 }), tabindex: "0" } : {};
    return h("div", { class: `table-frame${item.isFirst ? " first" : ""}${isLast ? " last" : ""}`, "data-table": table.number, ...named }, grid);
  }

  /** The rows of a slab as they stand now: those made of its own ones. */
  rowsOf(item, table) {
    const rows = [];
    let last = -1;
    table.rows.forEach((row, index) => {
      last = row.origin ?? last;
      if (last >= item.from && last < Math.max(item.to, 1)) rows.push({ row, index });
    });
    return rows.length > 0 ? rows : [];
  }

  drawHeader(table, column, at, isFirst) {
    // Of a table without tasks no column is asked what it has of them.
    const holdsTasks = table.rows.some((row) => row.kind !== "other");
    const role = column.role ? t(`role.${column.role}`) : holdsTasks ? t("role.none") : "";
    const content = [h("span", null, column.header || "–"), role && h("small", { class: column.role ? null : "doubtful" }, role)];
    if (!isFirst) return h("th", { scope: "col" }, content);
    return h("th", { scope: "col", class: column.decision ? "decided" : null },
      h("button", {
        type: "button", class: "plain spot", "data-key": `${table.number}.h${at}`, title: t("column.change"),
        onclick: () => this.actions.selectColumn(table.number, at),
      }, content));
  }

  drawRow(table, row, index, first, last) {
    const cells = [];
    for (let column = 0; column < table.columns.length; column++) {
      if (this.isCovered(table, index, column, first)) continue;
      const cell = this.topOf(table, index, column, first);
      if (!cell) continue;
      const span = this.breadthOf(row, column, cell);
      const height = Math.min(cell.rowSpan ?? 1, last - index + 1);
      cells.push(this.drawCell(table, row, column, cell, span, height));
      column += span - 1;
    }
    const kind = row.kind === "task" ? "" : t(`row.${row.kind}`);
    const doubts = this.actions.doubtsAt(row, null).filter((doubt) => doubt.column === null);
    const worst = doubts.some((doubt) => doubt.severity === "error") ? "error" : doubts[0]?.severity ?? "";
    // In a table without tasks no row is less than the others.
    const isApart = row.kind !== "other" || table.rows.some((entry) => entry.kind !== "other");
    return h("tr", { class: `${isApart ? row.kind : "plain"}${row.decision ? " decided" : ""}` },
      h("th", { scope: "row", class: `gutter ${worst}` }, h("button", {
        type: "button", class: "plain", title: doubts.map((doubt) => doubt.message).join("\n") || t("row.change"), "aria-label": `${t("row")} ${index + 1} ${kind}`,
        onclick: () => this.actions.selectCell(row, this.firstColumn(table, row)),
      }, String(index + 1))), cells);
  }

  firstColumn(table, row) {
    const task = table.columns.findIndex((column) => column.role === "task");
    if (task >= 0 && row.cells[task]?.text) return task;
    return Math.max(0, row.cells.findIndex((cell) => cell.text !== ""));
  }

  drawCell(table, row, column, cell, columnSpan, rowSpan) {
    const doubts = this.actions.doubtsAt(row, column).filter((doubt) => doubt.column === column);
    const worst = doubts.some((doubt) => doubt.severity === "error") ? "error" : doubts.length > 0 ? doubts[0].severity : "";
    const other = doubts.map((doubt) => this.actions.otherReading(doubt)).find((reading) => reading !== null);
    const classes = ["spot", worst, cell.decision ? "decided" : "", cell.text === "" ? "empty" : ""].filter(Boolean).join(" ");
    return h("td", {
      class: classes, "data-key": `${row.id}.${column}`, tabindex: "-1",
      colspan: columnSpan > 1 ? columnSpan : null, rowspan: rowSpan > 1 ? rowSpan : null,
      title: doubts.length > 0 ? doubts.map((doubt) => doubt.message).join("\n") : null,
      ondblclick: () => this.actions.selectCell(row, column),
    }, cell.text, this.callsIn(cell).map((mark) => h("sup", null, mark)),
    doubts.length > 0 && h("span", { class: "flag", "aria-label": t("doubts.count", { n: doubts.length }) }),
    other && h("button", { type: "button", class: "other", tabindex: "-1", title: other.label, "aria-label": other.label, onclick: other.take }, other.short));
  }

  /** The marks of the notes that a cell calls. */
  callsIn({ location }) {
    if (!location || this.calls.length === 0) return [];
    return this.calls.filter((call) => location.start <= call.start && call.end <= location.end).map((call) => call.mark);
  }

  /** How many columns a cell reaches over: as far as nothing stands in the others. */
  breadthOf(row, column, cell) {
    let span = 1;
    while (span < (cell.columnSpan ?? 1) && row.cells[column + span]?.text === "") span++;
    return span;
  }

  /** How many rows a cell reaches over. */
  heightOf(table, index, column) {
    return table.rows[index].cells[column]?.rowSpan ?? 1;
  }

  /** Whether a cell is a part of one above it; the first row of a slab shows what reaches into it anew. */
  isCovered(table, index, column, first) {
    if (index === first) return false;
    for (let above = index - 1; above >= Math.max(0, index - 400); above--) {
      const height = this.heightOf(table, above, column);
      if (height > index - above) return true;
      if (height > 1 || table.rows[above].cells[column]?.text) return false;
    }
    return false;
  }

  /** The cell itself; in the first row of a slab that of the row above which reaches into it. */
  topOf(table, index, column, first) {
    const own = table.rows[index].cells[column];
    if (index > first || !own || own.text !== "") return own;
    for (let above = index - 1; above >= Math.max(0, index - 400); above--) {
      const height = this.heightOf(table, above, column);
      if (height > index - above) return { ...table.rows[above].cells[column], rowSpan: height - (index - above) };
      if (height > 1 || table.rows[above].cells[column]?.text) return own;
    }
    return own;
  }
}

/** Whether a stretch is nothing but a sign of a table's frame. */
function isSign({ owner, text }) {
  return owner === "furniture:tableRule" && text.length <= 3;
}

/**
 * A text whose addresses may be broken over lines, so that no line is torn apart before them.
 * @param {string} text
 */
function breakable(text) {
  return text.split(/(\S{30,})/).flatMap((piece, index) => index % 2 === 0 ? [piece]
    : piece.split(/(?<=[/?&=_.-])(?=\S)/).flatMap((part, at) => at === 0 ? [part] : [h("wbr"), part]));
}

/** The field itself, without its place in a list. @param {string} field */
function nameOfField(field) {
  return field.replace(/[^a-zA-Z]+.*$/, "");
}

/** Letters of a word that a column has room for. */
const longestWord = 12;

/**
 * How wide columns are, in per cent, by what their cells hold, so that all slabs of a table agree; and how wide the table is at
 * least, in rem, so that no column breaks words.
 */
function widths(table) {
  const sample = table.rows.slice(0, 120);
  const letters = (text) => Math.min(longestWord, ...[Math.max(0, ...text.split(/[\s-]+/).map((word) => word.length))]);
  const least = table.columns.map((column, at) =>
    0.85 + 0.44 * Math.max(2, letters(column.header) * 1.15, ...sample.map((row) => letters(row.cells[at]?.columnSpan > 1 ? "" : row.cells[at]?.text ?? ""))));
  const wanted = table.columns.map((column, at) => {
    const cells = sample.map((row) => row.cells[at]?.text.length ?? 0).filter((length) => length > 0).sort((a, b) => a - b);
    return Math.sqrt(Math.max(cells[Math.floor(cells.length * 0.75)] ?? 0, column.header.length / 2));
  });
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  // Columns of long texts have the rest; in a table that scrolls anyway they have more of it.
  const narrow = sum(least);
  const room = Math.max(33 - narrow, 0.12 * narrow, 1.5 * (narrow - 33));
  const total = narrow + room;
  const all = Math.max(1, sum(wanted));
  return { least: total + 2.4, shares: least.map((own, at) => Math.round((1000 * (own + room * wanted[at] / all)) / total) / 10) };
}

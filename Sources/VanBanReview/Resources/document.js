// The document as it stands: every character of it, in reading order, tables in their places.

import { h } from "./dom.js";
import { t, hasText } from "./texts.js";
import { shown } from "./links.js";
import { encoder, decoder } from "./fold.js";
import { Windowed } from "./windowed.js";
import { GridView } from "./grid.js";

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
   *   doubtsAt: (row: import("./model.js").Row, column: number) => import("./model.js").Doubt[], open: (doubt: import("./model.js").Doubt) => void,
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
    /** Doubts about words of the text, by the stretch that these stand in. @type {Map<string, import("./model.js").Doubt[]>} */
    this.doubts = new Map();
    this.grid = new GridView(this.sheet, model, this.calls, actions);
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
        else if (last?.isBeside && isRule({ kind: "furniture", stretches: [stretch] }) && last.stretches.at(-1).page === stretch.page) this.join(last, stretch);
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
        // A page's columns come one behind the other.
        const isAcross = side !== null && this.joinAcross(stretch, side);
        if (isAcross) {
          hasSides = true;
          continue;
        }
        // Signs before the words of a line stand with them.
        const signs = last?.kind === "furniture" && last.stretches.every((sign) => isSign(sign) && sign.line === stretch.line)
          ? this.items.pop().stretches : [];
        this.items.push({ kind: "text", ...this.look(owner), side, isBeside, stretches: [...signs, stretch] });
        this.note(stretch, this.items.length - 1);
      }
      hasSides = this.items.at(-1).side !== null && (hasSides || this.items.at(-1).isBeside);
    }
    this.noteDoubts();
    // A table none of whose words stand in the source by themselves is shown all the same.
    for (const table of this.model.base) if (!drawn.has(table.number)) this.addTable(table.number);
    if (hidden > 0) this.items.push({ kind: "note", text: t("markup.hidden", { n: hidden }) });
    this.list.show(this.items.length);
  }

  /** Finds the stretch of each doubt that is no table's. */
  noteDoubts() {
    const stretches = this.model.stretches.filter((stretch) => stretch.key).sort((a, b) => a.start - b.start);
    for (const doubt of this.model.doubts) {
      if (doubt.table !== null) continue;
      const { start, end } = doubt.location;
      let [low, high] = [0, stretches.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (stretches[middle].start <= start) low = middle + 1;
        else high = middle;
      }
      const stretch = stretches[low - 1];
      if (!stretch || stretch.end < end || start === end) continue;
      this.doubts.set(stretch.key, [...this.doubts.get(stretch.key) ?? [], doubt]);
    }
    for (const doubts of this.doubts.values()) doubts.sort((a, b) => a.location.start - b.location.start);
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

  /**
   * Puts a stretch beside those of the other side that stand at its height on the page, though they came before it.
   * @returns {boolean} whether there are any
   */
  joinAcross(stretch, side) {
    let start = this.items.length;
    while (start > 0 && (isRule(this.items[start - 1]) || this.items[start - 1].kind === "text" && this.items[start - 1].side !== null)) start--;
    // A line ruled below one column stands in it.
    while (start < this.items.length && this.items[start].kind === "furniture") start++;
    const run = this.items.slice(start);
    const last = run.findLast((item) => item.kind === "text");
    const isBeside = last?.isBeside && last.stretches.at(-1).box && last.stretches.at(-1).page === stretch.page || run.some((item) => item.stretches.some((other) => {
      const otherSide = this.sideOf(other.owner);
      return otherSide !== null && otherSide !== side && standBeside(...(side === "right" ? [other, stretch] : [stretch, other]));
    }));
    if (!isBeside) return false;
    const item = { ...run[0], isBeside: true, stretches: run.flatMap((own) => own.stretches) };
    this.items.splice(start, run.length, item);
    for (const own of item.stretches) {
      const spot = this.links.byKey.get(own.key);
      if (spot) spot.item = start;
    }
    this.join(item, stretch);
    return true;
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
    const count = table.rows.length;
    for (let from = 0, to = 0; from < Math.max(1, count); from = to || 1) {
      to = Math.min(from + slabLength, count);
      // A cell that is merged over rows is cut only where it would have a slab to itself.
      while (to < count && to < from + 3 * slabLength && table.columns.some((_, column) => this.grid.isCovered(table, to, column, -1))) to++;
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
    return shown(this.sheet, spot.key);
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
      case "head": return this.grid.drawHead(this.model.view.tables[item.table]);
      case "rows": return this.grid.drawRows(item);
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
      h("div", null, own.map(({ owner, stretches }) => h("p", {
        class: `text ${owner.startsWith("furniture:") ? "furniture" : this.look(owner).role}`, title: owner.startsWith("furniture:") ? t(owner) : null,
      }, this.stretches(stretches))))));
  }

  stretches(stretches) {
    return stretches.flatMap((stretch, index) => {
      const isUnowned = stretch.owner === "unaccounted";
      const element = h("span", {
        class: isSign(stretch) ? "spot sign" : "spot", "data-key": stretch.key, tabindex: "-1", title: isUnowned ? t("unowned") : null,
      }, this.marked(stretch));
      return index === 0 ? [element] : [" ", element];
    });
  }

  /** The text of a stretch, with the words marked that are doubtful. */
  marked(stretch) {
    const open = (this.doubts.get(stretch.key) ?? []).filter((doubt) => !this.model.isSettled(doubt));
    if (open.length === 0) return breakable(stretch.text);
    const pieces = [];
    let at = 0;
    for (const doubt of open) {
      const [from, to] = rangeIn(stretch, doubt);
      if (from < at || from >= to) continue;
      pieces.push(...breakable(stretch.text.slice(at, from)), h("mark", {
        class: doubt.severity, title: doubt.message,
        onclick: (event) => {
          event.stopPropagation();
          this.actions.open(doubt);
        },
      }, stretch.text.slice(from, to)));
      at = to;
    }
    return [...pieces, ...breakable(stretch.text.slice(at))];
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

/**
 * From where to where a doubt's words stand in a stretch: by its place where the text is as long as the source, else by the words.
 * @param {{text: string, start: number, end: number}} stretch
 * @param {import("./model.js").Doubt} doubt
 */
function rangeIn(stretch, doubt) {
  const { start, end } = doubt.location;
  const bytes = encoder.encode(stretch.text);
  if (bytes.length === stretch.end - stretch.start) {
    const before = decoder.decode(bytes.subarray(0, start - stretch.start)).length;
    return [before, before + decoder.decode(bytes.subarray(start - stretch.start, end - stretch.start)).length];
  }
  const words = doubt.arguments.find((argument) => argument && stretch.text.includes(argument)) ?? "";
  const at = stretch.text.indexOf(words);
  return [at, at + words.length];
}

/** How much lower than the last line of one column, in points, the other one may begin. */
const columnDrop = 24;

/** Whether one stretch of a page stands left of another, and begins no lower than that ends, nor ends higher than that begins. */
function standBeside(left, right) {
  if (!left.box || !right.box || left.page !== right.page) return false;
  const [x, y, width, height] = left.box;
  const [otherX, otherY, , otherHeight] = right.box;
  return x + width <= otherX + columnDrop && otherY <= y + height + columnDrop && y <= otherY + otherHeight + columnDrop;
}

/** Whether an item is nothing but ruled lines. @param {Item} item */
function isRule(item) {
  return item.kind === "furniture" && item.stretches.every((stretch) => stretch.owner === "furniture:ruler" && stretch.box);
}

/** The field itself, without its place in a list. @param {string} field */
function nameOfField(field) {
  return field.replace(/[^a-zA-Z]+.*$/, "");
}

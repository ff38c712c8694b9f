// Tables of the document: merged cells, doubts and what was put right in their places.

import { h } from "./dom.js";
import { t } from "./texts.js";

export class GridView {
  /**
   * @param {HTMLElement} sheet what the tables stand in
   * @param {import("./model.js").Model} model
   * @param {{start: number, end: number, mark: string}[]} calls where notes are called
   * @param {{selectCell: (row: import("./model.js").Row, column: number) => void, selectColumn: (table: number, column: number) => void,
   *   doubtsAt: (row: import("./model.js").Row, column: number | null) => import("./model.js").Doubt[],
   *   otherReading: (doubt: import("./model.js").Doubt) => {label: string, short: string, take: () => void} | null}} actions
   */
  constructor(sheet, model, calls, actions) {
    this.model = model;
    this.calls = calls;
    this.actions = actions;
    this.sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => markEdges(target)));
    // The pieces of a table scroll as one.
    sheet.addEventListener("scroll", (event) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !target.dataset.table) return;
      markEdges(target);
      for (const frame of sheet.querySelectorAll(`.table-frame[data-table="${target.dataset.table}"]`)) {
        if (frame.scrollLeft !== target.scrollLeft) frame.scrollLeft = target.scrollLeft;
      }
    }, true);
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
    const frame = h("div", { class: `table-frame${item.isFirst ? " first" : ""}${isLast ? " last" : ""}`, "data-table": table.number, ...named }, grid);
    this.sizes.observe(frame);
    return frame;
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
      const height = Math.min(Math.max(cell.rowSpan ?? 1, this.heightOf(table, index, column)), last - index + 1);
      const covered = span > 1 ? [] : table.rows.slice(index + 1, index + height);
      cells.push(this.drawCell(table, row, column, cell, span, height, covered));
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

  /** @param {import("./model.js").Row[]} covered the rows below that the cell reaches over */
  drawCell(table, row, column, cell, columnSpan, rowSpan, covered) {
    const doubts = [row, ...covered].flatMap((own) => this.actions.doubtsAt(own, column).filter((doubt) => doubt.column === column));
    const worst = doubts.some((doubt) => doubt.severity === "error") ? "error" : doubts.length > 0 ? doubts[0].severity : "";
    const other = doubts.map((doubt) => this.actions.otherReading(doubt)).find((reading) => reading !== null);
    const classes = ["spot", worst, cell.decision ? "decided" : "", cell.text === "" ? "empty" : ""].filter(Boolean).join(" ");
    return h("td", {
      class: classes, "data-key": `${row.id}.${column}`, "data-also": covered.map((own) => `${own.id}.${column}`).join(" ") || null, tabindex: "-1",
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

  /** How many rows a cell reaches over: as it says itself, or as the rows below have the words of the same place. */
  heightOf(table, index, column) {
    const { rows } = table;
    const own = rows[index].cells[column];
    if (!own || own.rowSpan > 1) return own?.rowSpan ?? 1;
    let end = index + 1;
    while (end < rows.length && isSameCell(own, rows[end].cells[column])) end++;
    return end - index;
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

/** Whether two rows, one below the other, have the words of one place of the source: a cell that was merged over both. */
function isSameCell(upper, lower) {
  return Boolean(upper.location && lower?.location) && upper.text !== "" && upper.text === lower.text
    && upper.location.start === lower.location.start && upper.location.end === lower.location.end && !upper.decision && !lower.decision;
}

/** Shows on which sides a table goes on that is wider than the page. @param {Element} frame */
function markEdges(frame) {
  const rest = frame.scrollWidth - frame.clientWidth - frame.scrollLeft;
  frame.classList.toggle("more-right", rest > 4);
  frame.classList.toggle("more-left", frame.scrollLeft > 4);
}

/** Letters of a word that a column has room for. */
const longestWord = 12;
/** How wide the columns may be, in rem, before a table must be scrolled in a window of 1280 pixels. */
const pageWidth = 35.5;

/**
 * How wide columns are, in per cent, by what their cells hold, so that all slabs of a table agree; and how wide the table is at
 * least, in rem, so that no column breaks words.
 */
function widths(table) {
  const sample = table.rows.slice(0, 120);
  // A capital is as wide as one and a half small letters.
  const length = (word) => word.length + (word.match(/\p{Lu}/gu)?.length ?? 0) / 2;
  const letters = (text) => Math.min(longestWord, Math.max(0, ...text.split(/[\s-]+/).map(length)));
  const least = table.columns.map((column, at) =>
    0.85 + 0.44 * Math.max(2, letters(column.header) * 1.15, ...sample.map((row) => letters(row.cells[at]?.columnSpan > 1 ? "" : row.cells[at]?.text ?? ""))));
  const wanted = table.columns.map((column, at) => {
    const cells = sample.map((row) => row.cells[at]?.text.length ?? 0).filter((length) => length > 0).sort((a, b) => a - b);
    return Math.sqrt(Math.max(cells[Math.floor(cells.length * 0.75)] ?? 0, column.header.length / 2));
  });
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  // Columns of long texts have the rest; in a table that scrolls anyway they have more of it.
  const narrow = sum(least);
  const room = Math.max(pageWidth - narrow, 0.12 * narrow, 1.5 * (narrow - pageWidth));
  const total = narrow + room;
  const all = Math.max(1, sum(wanted));
  return { least: total + 2.4, shares: least.map((own, at) => Math.round((1000 * (own + room * wanted[at] / all)) / total) / 10) };
}

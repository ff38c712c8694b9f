// The rows of tables as tasks: what each holds, in the order of the document.

import { h } from "./dom.js";
import { t, day } from "./texts.js";
import { Windowed } from "./windowed.js";

/** @typedef {{row: any, column: number, text: string, isDecided: boolean}} Group what a group is called, and where that stands */

/** Fields of a task beside the task itself, in the order in which people read them. */
const fields = ["lead", "coordinating", "deadline", "outputs", "funding", "note"];

export class TaskList {
  /**
   * @param {HTMLElement} panel
   * @param {import("./corrections.js").Corrections} corrections
   * @param {import("./filters.js").Filters} filters
   * @param {{selectCell: (row: any, column: number, focus?: boolean) => void, doubtsAt: (row: any, column: number | null) => any[]}} actions
   */
  constructor(panel, corrections, filters, actions) {
    this.corrections = corrections;
    this.filters = filters;
    this.actions = actions;
    this.count = h("p", { class: "count", role: "status" });
    this.body = h("div", { class: "list" });
    panel.replaceChildren(this.count, this.body);
    /** @type {{id: string | null, row: any, table: any, group?: Group}[]} */
    this.shown = [];
    this.list = new Windowed(this.body, (index) => this.draw(this.shown[index]), { chunk: 20, height: 170 });
    this.show();
  }

  show() {
    const { model } = this.corrections;
    this.shown = [];
    let all = 0;
    let tasks = 0;
    for (const table of model.view.tables) {
      if (!table.rows.some((row) => row.kind !== "other")) continue;
      /** Titles above the row, the outer ones first, none of which stands in the list yet. @type {Group[]} */
      let groups = [];
      let isAbove = false;
      let last = "";
      for (const row of table.rows) {
        const group = this.groupAt(row, table);
        if (group && (row.kind === "group" || group.text !== last)) {
          groups = isAbove ? [...groups, group] : [group];
          last = group.text;
        }
        isAbove = row.kind === "group";
        if (row.kind === "group" || row.kind !== "task" && !row.decision) continue;
        all += row.kind === "task" ? 1 : 0;
        if (!this.filters.fitsRow(row, model)) continue;
        for (const title of groups) this.shown.push({ id: title.row.kind === "group" ? title.row.id : null, row: title.row, table, group: title });
        groups = [];
        this.shown.push({ id: row.id, row, table });
        tasks += row.kind === "task" ? 1 : 0;
      }
    }
    this.count.textContent = all === 0 ? t("tasks.none") : t("tasks.shown", { n: tasks, all });
    this.list.show(this.shown.length);
  }

  refresh() {
    this.show();
  }

  /** Brings a row into view. @param {string} id */
  reveal(id) {
    const index = this.shown.findIndex((entry) => entry.id === id);
    return index < 0 ? null : this.list.reveal(index);
  }

  /**
   * The group that begins at a row: by its title, or by what the row has in the column of groups.
   * @returns {Group | null}
   */
  groupAt(row, table) {
    if (row.kind === "group") {
      const column = Math.max(0, row.cells.findIndex((cell) => cell.text !== ""));
      return { row, column, text: this.titleOf(row, table), isDecided: Boolean(row.decision) };
    }
    const column = table.columns.findIndex((entry) => entry.role === "group");
    if (column < 0 || row.cells[column].text === "") return null;
    const { model } = this.corrections;
    const group = model.isAsRead(row, column) ? model.tasks.get(row.id)?.group : null;
    const text = group ? [group.label, group.title].filter((words) => words).join(" ") : row.cells[column].text;
    return { row, column, text, isDecided: Boolean(row.cells[column].decision) };
  }

  /** What a row says of the group that it begins: of one that has agencies or a deadline of its own, what stands where tasks do. */
  titleOf(row, table) {
    const words = (cells) => cells.map((cell) => cell.text).filter((text) => text !== "").join(" ");
    const task = table.columns.findIndex((column) => column.role === "task");
    if (task < 0 || row.cells[task].text === "") return words(row.cells);
    return words(row.cells.filter((_, at) => ["number", "task", "group", null].includes(table.columns[at].role)));
  }

  draw({ row, table, group }) {
    if (group) return this.drawGroup(group);
    const { model } = this.corrections;
    const task = model.tasks.get(row.id);
    const at = (role) => table.columns.findIndex((column) => column.role === role);
    const number = at("number");
    const own = at("task");
    // The record tells a number from its task where both stand in one cell.
    const isAsRead = task && own >= 0 && model.isAsRead(row, own) && (number < 0 || model.isAsRead(row, number));
    const title = own >= 0 ? own : row.cells.findIndex((cell) => cell.text.length > 12);
    const doubts = this.actions.doubtsAt(row, null);
    const worst = doubts.some((doubt) => doubt.severity === "error") ? "error" : doubts[0]?.severity ?? "";
    return h("article", { class: `task ${worst} ${row.kind === "task" ? "" : "out"}`, "data-owner": task?.id ?? null, "data-row": row.id },
      h("h3", null,
        h("span", { class: "number" }, number >= 0 && !isAsRead ? row.cells[number].text : task?.number ?? ""),
        this.field(row, title, task, `${task?.id}.task`, isAsRead ? task.task ?? "" : row.cells[title]?.text ?? "")),
      row.kind !== "task" && h("p", { class: "hint" }, t("row.isOut")),
      h("dl", null, fields.map((role) => this.drawField(row, at(role), role, task)),
        table.columns.map((column, index) => {
          if (column.role !== null && column.role !== "responsibility") return null;
          const place = model.rowOfCell(row, index);
          return place.cells[index]?.text ? [h("dt", null, column.header || "–"),
            h("dd", null, this.field(place, index, task, `${task?.id}.otherCells.${index}`, place.cells[index].text),
              column.role === "responsibility" && this.agencies(task, [...(task?.leadAgencies ?? []), ...(task?.coordinatingAgencies ?? [])], place, index))] : null;
        })));
  }

  /** @param {Group} group */
  drawGroup({ row, column, text, isDecided }) {
    return h("div", { class: "group-mark", "data-spot": `${row.id}.${column}`, "data-row": row.id },
      h("button", { type: "button", class: "plain", onclick: () => this.actions.selectCell(row, column) }, text),
      isDecided && h("span", { class: "tag" }, t("decided")));
  }

  drawField(own, column, role, task) {
    if (column < 0) return null;
    const row = this.corrections.model.rowOfCell(own, column);
    const cell = row.cells[column];
    const doubts = this.actions.doubtsAt(row, column).filter((doubt) => doubt.column === column);
    if (cell.text === "" && doubts.length === 0 && !cell.decision && (role === "note" || role === "funding")) return null;
    const isAgencies = role === "lead" || role === "coordinating";
    return [
      h("dt", null, t(`role.${role}`)),
      h("dd", null, this.field(row, column, task, `${task?.id}.${role}`, cell.text),
        isAgencies && this.agencies(task, task?.[role === "lead" ? "leadAgencies" : "coordinatingAgencies"] ?? [], row, column),
        role === "deadline" && this.dates(task, row, column)),
    ];
  }

  /** A field that is opened by a click, and shows its place. */
  field(row, column, task, owner, text) {
    const cell = row.cells[column];
    const doubts = this.actions.doubtsAt(row, column).filter((doubt) => doubt.column === column);
    const worst = doubts.some((doubt) => doubt.severity === "error") ? "error" : doubts[0]?.severity ?? "";
    return h("button", {
      type: "button", class: `plain value ${worst}${cell?.decision ? " decided" : ""}`, "data-owner": task ? owner : null,
      "data-spot": `${row.id}.${column}`, onclick: () => this.actions.selectCell(row, column),
    }, text === "" || text === undefined ? h("span", { class: "muted" }, t("empty")) : text,
    cell?.decision && h("span", { class: "tag" }, t(cell.decision.kind === "confirm" ? "confirmed" : "decided")));
  }

  agencies(task, agencies, row, column) {
    if (!this.corrections.model.isAsRead(row, column)) return h("p", { class: "hint" }, t("readAnew"));
    // One agency that is called so in the list, too, need not be said twice.
    const isPlain = agencies.length === 1 && agencies[0].id && (agencies[0].name ?? "") === row.cells[column].text;
    if (agencies.length === 0 || isPlain && this.corrections.model.view.choices.size === 0) return null;
    return h("ul", { class: "chips" }, agencies.map((agency) => {
      const chosen = this.corrections.model.view.choices.get(`${row.id}|${column}|${agency.text}`);
      const isKnown = chosen || agency.id || agency.collective || agency.person;
      return h("li", {
        class: isKnown ? "known" : "unknown", title: isKnown ? null : t("agency.unknown"),
        "data-start": agency.location?.start, "data-end": agency.location?.end,
      }, chosen ? `${agency.text} → ${nameOf(chosen.value)}` : agency.name ?? agency.text, !isKnown && h("span", { class: "unseen" }, t("agency.unknown")));
    }));
  }

  dates(task, row, column) {
    if (!this.corrections.model.isAsRead(row, column)) return h("p", { class: "hint" }, t("readAnew"));
    const shown = (task?.deadlines ?? []).map((deadline) => {
      const chosen = this.corrections.model.view.choices.get(`${row.id}|${column}|${deadline.text}`);
      const text = chosen ? span(...chosen.value.split("/")) : whenOf(deadline);
      return text ? h("li", { class: deadline.kind === "unparsed" && !chosen ? "unknown" : "known" }, text) : null;
    });
    return shown.some((entry) => entry) ? h("ul", { class: "chips dates" }, shown) : null;
  }
}

/** @type {Map<string, string>} */
const agencyNamesByID = new Map();

/** The list from which people choose. @param {{id: string, name: string}[]} agencies */
export function loadAgencies(agencies) {
  for (const agency of agencies) agencyNamesByID.set(agency.id, agency.name);
}

/** @param {string | null | undefined} id */
export function nameOf(id) {
  return agencyNamesByID.get(id ?? "") ?? id ?? "";
}

/** @param {string | null | undefined} start @param {string | null | undefined} [end] */
export function span(start, end) {
  if (!end || start === end) return day(start ?? end);
  return start ? `${day(start)} – ${day(end)}` : day(end);
}

/** A statement of time as days, or as what it says of them. */
export function whenOf(deadline) {
  if (deadline.kind === "unparsed") return t("time.unparsed");
  if (deadline.start || deadline.end) {
    const days = span(deadline.start, deadline.end);
    const bound = deadline.bound && deadline.bound !== "within" && deadline.bound !== "on" ? `${t(`bound.${deadline.bound}`)} ` : "";
    return bound + days;
  }
  if (deadline.frequency.length > 0) return deadline.frequency.map((name) => t(`frequency.${name}`)).join(", ");
  return deadline.kind === "relative" ? t("time.relative") : deadline.kind === "asRegulated" ? t("time.asRegulated") : "";
}

// Where one thing is put right: a cell, its row, its column, or a field.

import { h, button, fill } from "./dom.js";
import { t, day } from "./texts.js";
import { clean, fold } from "./fold.js";
import { otherReading } from "./doubts.js";
import { nameOf, whenOf, span } from "./tasks.js";
import { choices, shownValue } from "./outline.js";
import { deepest, isDay, listOf, valueAt } from "./items.js";

const kinds = ["task", "group", "other"];
const roles = ["number", "group", "task", "outputs", "lead", "coordinating", "responsibility", "deadline", "funding", "note"];

/** @typedef {{type: "cell", row: any, column: number} | {type: "column", table: number, column: number}
 *   | {type: "field", item: any, field: string, words: string, doubt?: any} | {type: "section", id: string, doubt?: any}
 *   | {type: "doubt", doubt: any}} Selection */

export class Editor {
  /**
   * @param {HTMLElement} element
   * @param {import("./corrections.js").Corrections} corrections
   * @param {{id: string, name: string, abbreviations: string[]}[]} agencies
   * @param {{doubtsAt: (row: any, column: number | null) => any[], closed: () => void}} actions
   */
  constructor(element, corrections, agencies, actions) {
    this.element = element;
    this.corrections = corrections;
    this.agencies = agencies.map((agency) => ({ ...agency, folded: fold([agency.name, ...agency.abbreviations].join(" ")) }));
    this.actions = actions;
    /** @type {Selection | null} */
    this.selection = null;
  }

  /** @param {Selection | null} selection @param {boolean} [focus] whether the text is to be written right away */
  open(selection, focus) {
    this.selection = selection;
    this.element.hidden = selection === null;
    if (!selection) {
      this.element.replaceChildren();
      this.actions.closed();
      return;
    }
    this.draw();
    if (focus) this.element.querySelector("textarea, input, select")?.focus();
  }

  /** What is selected, as it stands after a change. */
  refresh() {
    const selection = this.selection;
    if (!selection) return;
    if (selection.type === "cell") {
      const rows = this.corrections.model.view.tables[selection.row.table].rows;
      const row = rows.find((entry) => entry.id === selection.row.id)
        ?? rows.find((entry) => entry.location && selection.row.location && entry.location.start <= selection.row.location.start
          && entry.location.end >= selection.row.location.end);
      if (!row) return this.open(null);
      this.selection = { ...selection, row };
    }
    if (selection.type === "section" && !this.sectionOf(selection)) return this.open(null);
    const focused = this.element.contains(document.activeElement) ? document.activeElement.id : "";
    this.draw();
    if (focused) (document.getElementById(focused) ?? this.element.querySelector("button"))?.focus();
  }

  draw() {
    const selection = this.selection;
    const [title, content] = selection.type === "cell" ? this.cell(selection.row, selection.column)
      : selection.type === "column" ? this.column(selection.table, selection.column)
      : selection.type === "field" ? this.field(selection) : selection.type === "section" ? this.section(selection) : [t("doubt"), this.doubts([selection.doubt])];
    fill(this.element,
      h("header", null, h("h2", null, title), button("×", () => this.open(null), { class: "plain close", "aria-label": t("close") })),
      h("div", { class: "content" }, content));
  }

  // Doubts

  doubts(doubts) {
    const { model } = this.corrections;
    return doubts.map((doubt) => {
      const isSettled = model.isSettled(doubt);
      const other = isSettled ? null : otherReading(doubt, this.corrections);
      const reason = h("input", { type: "text", id: `reason-${doubt.index}`, placeholder: t("dismiss.why"), "aria-label": t("dismiss.why") });
      const why = model.view.dismissed.get(doubt.index)?.reason;
      return h("div", { class: `notice ${doubt.severity}${isSettled ? " settled" : ""}` },
        h("p", null, h("span", { class: `severity ${doubt.severity}` }, t(`severity.${doubt.severity}`)), " ", doubt.message),
        isSettled ? h("p", { class: "hint" }, model.view.dismissed.has(doubt.index) ? t("doubt.dismissed") : t("doubt.settled"), why ? `: ${why}` : "")
          : [h("p", { class: "hint" }, doubt.hint),
            other && h("p", { class: "actions" }, button(other.label, other.take, { class: "accept" }), h("kbd", null, "a")),
            h("p", { class: "actions" }, reason, button(t("dismiss"), () => this.corrections.dismiss(doubt, clean(reason.value))), h("kbd", null, "d"))]);
    });
  }

  // Cells

  cell(row, column) {
    const { model } = this.corrections;
    const table = model.view.tables[row.table];
    const cell = row.cells[column];
    const index = table.rows.findIndex((entry) => entry.id === row.id);
    const { role, header } = table.columns[column];
    const text = h("textarea", { id: "cell-text", rows: Math.min(8, Math.max(2, Math.ceil(cell.text.length / 46))), value: cell.text, lang: "vi",
      onkeydown: (event) => {
        if (event.key === "Enter" && !event.shiftKey) {
          event.preventDefault();
          this.corrections.setCell(row, column, clean(text.value));
        }
      } });
    const before = this.corrections.before(row, column);
    return [`${t("row.n", { n: index + 1 })} · ${header || (role ? t(`role.${role}`) : "–")}`, [
      this.doubts(this.actions.doubtsAt(row, column)),
      h("label", { for: "cell-text" }, t("cell.text")), text,
      cell.decision && before !== cell.text && h("p", { class: "hint" }, t("was"), " ", h("q", { lang: "vi" }, before || t("empty"))),
      h("p", { class: "actions" },
        button(t("cell.save"), () => this.corrections.setCell(row, column, clean(text.value)), { class: "accept", id: "cell-save" }),
        button(t("cell.right"), () => this.corrections.confirm(row, column), { id: "cell-right", class: cell.decision?.kind === "confirm" ? "done" : null }),
        h("kbd", null, "c")),
      this.moving(row, column, table, text),
      (role === "lead" || role === "coordinating" || role === "responsibility") && this.choosingAgencies(row, column, role, text),
      role === "deadline" && this.choosingDates(row, column),
      this.ofRow(row, table, index),
      this.ofColumn(row.table, column),
    ]];
  }

  /** Words that are marked go to the cell on the left or on the right. */
  moving(row, column, table, text) {
    const move = (to) => {
      const words = clean(text.value.slice(text.selectionStart, text.selectionEnd));
      if (words === "") {
        message.textContent = t("move.mark");
        text.focus();
        return;
      }
      const left = clean(`${text.value.slice(0, text.selectionStart)} ${text.value.slice(text.selectionEnd)}`);
      const there = row.cells[to].text;
      this.corrections.move(row, column, to, left, clean(to > column ? `${words} ${there}` : `${there} ${words}`));
    };
    const message = h("span", { class: "hint", role: "status" });
    const name = (at) => table.columns[at].header || `(${at + 1})`;
    return h("p", { class: "actions" }, h("span", { class: "muted" }, t("move")),
      column > 0 && button(`← ${name(column - 1)}`, () => move(column - 1), { id: "move-left" }),
      column + 1 < table.columns.length && button(`${name(column + 1)} →`, () => move(column + 1), { id: "move-right" }), message);
  }

  choosingAgencies(row, column, role, text) {
    const task = this.corrections.model.tasks.get(row.id);
    if (!this.corrections.model.isAsRead(row, column) || row.cells[column].text === "") {
      return [h("p", { class: "hint" }, row.cells[column].text === "" ? "" : t("readAnew")),
        this.agencySearch("agency-new", t("agency.write"), (agency) => {
          text.value = text.value.trim() === "" ? agency.name : `${text.value.trim()}; ${agency.name}`;
          this.corrections.setCell(row, column, clean(text.value));
        })];
    }
    const agencies = role === "lead" ? task?.leadAgencies : role === "coordinating" ? task?.coordinatingAgencies
      : [...(task?.leadAgencies ?? []), ...(task?.coordinatingAgencies ?? [])];
    return h("div", { class: "choices" }, h("h3", null, t("agencies")), (agencies ?? []).map((agency, index) => {
      const chosen = this.corrections.model.view.choices.get(`${row.id}|${column}|${agency.text}`);
      const name = chosen ? nameOf(chosen.value) : agency.name;
      return h("details", { class: "choice" },
        h("summary", null, h("span", { lang: "vi" }, agency.text), " ", name && name !== agency.text ? h("span", { class: "muted" }, `= ${name}`)
          : name ? "" : h("span", { class: "doubtful" }, agency.collective ? t("agency.collective") : t("agency.unknown"))),
        this.agencySearch(`agency-${index}`, t("agency.choose"), (found) =>
          this.corrections.chooseAgency(row, column, agency.text, agency.id, found.id)));
    }));
  }

  /** A field in which the list of agencies is searched as people type. */
  agencySearch(id, label, choose) {
    const results = h("ul", { class: "results", id: `${id}-results` });
    const input = h("input", {
      type: "search", id, placeholder: t("agency.search"), "aria-label": label,
      oninput: () => {
        const words = fold(input.value).split(/\s+/).filter((word) => word !== "");
        const found = words.length === 0 ? [] : this.agencies.filter((agency) => words.every((word) => agency.folded.includes(word)));
        found.sort((a, b) => a.name.length - b.name.length);
        fill(results, found.slice(0, 8).map((agency) => h("li", null, button(agency.name, () => choose(agency), { class: "plain", lang: "vi" }))),
          words.length > 0 && found.length === 0 && h("li", { class: "hint" }, t("agency.none")));
      },
    });
    return h("div", { class: "search-list" }, input, results);
  }

  choosingDates(row, column) {
    const task = this.corrections.model.tasks.get(row.id);
    const asRead = this.corrections.model.isAsRead(row, column) && row.cells[column].text !== "";
    if (!asRead) return h("p", { class: "hint" }, row.cells[column].text === "" ? "" : t("readAnew"));
    return h("div", { class: "choices" }, h("h3", null, t("dates")), (task?.deadlines ?? []).map((deadline, index) => {
      const chosen = this.corrections.model.view.choices.get(`${row.id}|${column}|${deadline.text}`);
      const [start, end] = chosen ? (chosen.value.includes("/") ? chosen.value.split("/") : ["", chosen.value])
        : [deadline.start ?? "", deadline.end ?? ""];
      const from = h("input", { type: "date", id: `from-${index}`, value: start });
      const to = h("input", { type: "date", id: `to-${index}`, value: end });
      return h("details", { class: "choice", open: deadline.kind === "unparsed" && !chosen },
        h("summary", null, h("span", { lang: "vi" }, deadline.text), " ",
          h("span", { class: "muted" }, `= ${chosen ? span(...chosen.value.split("/")) : whenOf(deadline) || "–"}`)),
        h("p", { class: "actions" }, h("label", { for: `from-${index}` }, t("date.from")), from,
          h("label", { for: `to-${index}` }, t("date.to")), to,
          button(t("date.set"), () => {
            if (!to.value && !from.value) return;
            const last = to.value || from.value;
            const value = from.value && from.value !== last ? `${from.value}/${last}` : last;
            const was = [deadline.start, deadline.end].filter((iso) => iso).join("/") || null;
            this.corrections.chooseDate(row, column, deadline.text, was, value);
          }, { id: `date-${index}` })));
    }));
  }

  // Rows and columns

  ofRow(row, table, index) {
    const { corrections } = this;
    const below = table.rows[index + 1];
    const texts = row.cells.map((cell, column) => cell.text === "" ? null : h("textarea", {
      rows: 2, value: cell.text, lang: "vi", "aria-label": table.columns[column].header || `(${column + 1})`, id: `part-${column}` }));
    const message = h("span", { class: "hint", role: "status" });
    const part = () => {
      const pieces = texts.map((text) => text ? text.value.split("\n").map(clean) : []);
      const count = Math.max(...pieces.map((lines) => lines.length));
      if (count < 2) {
        message.textContent = t("part.mark");
        return;
      }
      const rows = Array.from({ length: count }, (_, at) => pieces.map((lines) => lines[at] ?? ""));
      corrections.part(row, rows);
    };
    return h("details", { class: "more" }, h("summary", null, t("row.this")),
      h("p", { class: "actions" }, h("label", { for: "row-kind" }, t("row.kind")), h("select", {
        id: "row-kind", onchange: (event) => corrections.setKind(row, event.target.value),
      }, kinds.map((kind) => h("option", { value: kind, selected: kind === row.kind }, t(`row.${kind}`))))),
      below && h("p", { class: "actions" }, button(t("row.join"), () => corrections.join(row, below), { id: "row-join" }),
        h("span", { class: "hint", lang: "vi" }, below.words.slice(0, 70))),
      h("details", { class: "more" }, h("summary", null, t("row.part")), h("p", { class: "hint" }, t("part.how")),
        texts.map((text, column) => text && h("p", null, h("span", { class: "muted small" }, table.columns[column].header), text)),
        h("p", { class: "actions" }, button(t("row.part.do"), part, { id: "row-part" }), message)));
  }

  ofColumn(table, column) {
    return h("details", { class: "more" }, h("summary", null, t("column.this")), this.roleChoice(table, column));
  }

  roleChoice(table, column) {
    const entry = this.corrections.model.view.tables[table].columns[column];
    return h("p", { class: "actions" }, h("label", { for: "column-role" }, t("column.holds")), h("select", {
      id: "column-role", onchange: (event) => this.corrections.setRole(table, column, event.target.value || null),
    }, h("option", { value: "", selected: entry.role === null }, t("role.none")),
    roles.map((role) => h("option", { value: role, selected: role === entry.role }, t(`role.${role}`)))));
  }

  column(table, column) {
    const { model } = this.corrections;
    const doubts = model.doubts.filter((doubt) => doubt.table === table && doubt.row === null && doubt.column === column);
    return [`${t("column")} · ${model.view.tables[table].columns[column].header || `(${column + 1})`}`,
      [this.doubts(doubts), this.roleChoice(table, column)]];
  }

  // Fields

  field({ item, field, words, doubt }) {
    const { corrections } = this;
    const { view } = corrections.model;
    const decided = view.fields.get(`${item.id}.${field}`);
    const read = valueAt(item, field);
    const was = read === null ? null : String(read);
    const value = decided ? decided.value ?? "" : was ?? "";
    const isLong = !isDay(field) && value.length > 40;
    const input = choices[field] ? this.choice("field-value", field, value)
      : h(isLong ? "textarea" : "input", { id: "field-value", value, lang: "vi", ...(isLong ? { rows: 3 } : { type: isDay(field) ? "date" : "text" }) });
    const save = () => {
      const text = clean(input.value);
      corrections.setField(item.id, field, words, was, text === "" ? null : text);
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        save();
      }
    });
    const list = listOf(item.id);
    return [t(`field.${field}`), [
      doubt && this.doubts([doubt]),
      h("label", { for: "field-value", class: "unseen" }, t(`field.${field}`)), input,
      decided && h("p", { class: "hint" }, t("was"), " ", h("q", { lang: "vi" }, shownValue(field, was) || t("empty"))),
      h("p", { class: "actions" }, button(t("keep"), save, { class: "accept", id: "field-save" }),
        (list === "reference" || list === "target") && !view.removed.has(item.id)
          && button(t(`${list}.remove`), () => corrections.removeItem(item), { id: "item-remove" }))]];
  }

  /** A field of which people choose among some values. */
  choice(id, field, value, onchange) {
    return h("select", { id, onchange }, field !== "kind" && field !== "comparator" && h("option", { value: "", selected: value === "" }, "–"),
      choices[field].map((name) => h("option", { value: name, selected: name === value }, t(`${field}.${name}`))));
  }

  // Sections of the outline

  sectionOf({ id }) {
    return this.corrections.model.view.outline.find((entry) => entry.id === id);
  }

  section(selection) {
    const { corrections } = this;
    const { outline } = corrections.model.view;
    const entry = this.sectionOf(selection);
    const index = outline.indexOf(entry);
    const field = (name, rows) => h(rows ? "textarea" : "input", { id: `section-${name}`, value: entry[name] ?? "", lang: "vi", ...(rows ? { rows } : { type: "text" }) });
    const [label, heading] = [field("label"), field("heading", 2)];
    const text = field("text", Math.min(10, Math.max(2, Math.ceil((entry.text ?? "").length / 46))));
    const save = () => {
      const values = { label: clean(label.value), heading: clean(heading.value), text: text.value.split("\n").map(clean).filter((line) => line !== "").join("\n") };
      corrections.setSection(entry, Object.fromEntries(Object.entries(values)
        .filter(([name, value]) => value !== (entry[name] ?? "")).map(([name, value]) => [name, value === "" ? null : value])));
    };
    const level = (depth) => corrections.setSection(entry, { level: String(depth + 1) });
    const before = Object.entries(entry.decided).filter(([name]) => name !== "level" && name !== "kind");
    return [t("outline.this"), [
      selection.doubt && this.doubts([selection.doubt]),
      h("p", { class: "actions" }, h("label", { for: "section-kind" }, t("field.kind")),
        this.choice("section-kind", "kind", entry.kind, (event) => corrections.setSection(entry, { kind: event.target.value })),
        h("label", { for: "section-label" }, t("field.label")), label),
      h("label", { for: "section-heading" }, t("field.heading")), heading,
      h("label", { for: "section-text" }, t("field.text")), text,
      before.map(([name, correction]) => h("p", { class: "hint" }, `${t(`field.${name}`)} · ${t("was")} `, h("q", { lang: "vi" }, (correction.was || t("empty")).slice(0, 200)))),
      h("p", { class: "actions" }, button(t("keep"), save, { class: "accept", id: "section-save" })),
      h("p", { class: "actions" }, h("span", { class: "muted" }, t("outline.level", { n: entry.depth + 1 })),
        entry.depth > 0 && button(`← ${t("outline.higher")}`, () => level(entry.depth - 1), { id: "section-higher" }),
        entry.depth < deepest(outline, index) && button(`${t("outline.deeper")} →`, () => level(entry.depth + 1), { id: "section-deeper" })),
      this.ofSection(entry, outline[index + 1]),
    ]];
  }

  /** How a section is joined with the one below, and parted. */
  ofSection(entry, next) {
    const { corrections } = this;
    const below = next?.part === entry.part ? next : null;
    const words = h("textarea", { id: "section-words", rows: 6, lang: "vi", "aria-label": t("outline.part"),
      value: [entry.heading, entry.text].filter((part) => part).join("\n") });
    const message = h("span", { class: "hint", role: "status" });
    const part = () => {
      const pieces = words.value.split(/\n\s*\n/).map((piece) => piece.trim()).filter((piece) => piece !== "");
      if (pieces.length < 2) {
        message.textContent = t("part.mark");
        return;
      }
      corrections.partSection(entry, pieces.map((piece, at) => at === 0 ? firstPiece(entry, piece) : furtherPiece(piece)));
    };
    return h("details", { class: "more" }, h("summary", null, t("outline.joinAndPart")),
      below && h("p", { class: "actions" }, button(t("outline.join"), () => corrections.joinSections(entry, below), { id: "section-join" }),
        h("span", { class: "hint", lang: "vi" }, below.name.slice(0, 70))),
      h("p", { class: "hint" }, t("outline.part.how")), words,
      h("p", { class: "actions" }, button(t("outline.part"), part, { id: "section-part" }), message));
  }
}

/** Label, heading and text of the first of the sections that one is parted into. */
function firstPiece(entry, piece) {
  const [first, ...rest] = piece.split("\n");
  const hasHeading = entry.heading && first.trim() === entry.heading;
  return [entry.label ?? "", hasHeading ? entry.heading : "", clean(hasHeading ? rest.join(" ") : piece)];
}

/** The same of a further one, which may open with a label. */
function furtherPiece(piece) {
  const found = /^(?:(\d+(?:\.\d+)*|[IVXLC]+|\p{Ll})[.)]|([-+•]))\s+/u.exec(piece);
  return [found ? found[1] ?? found[2] : "", "", clean(found ? piece.slice(found[0].length) : piece)];
}

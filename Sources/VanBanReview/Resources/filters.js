// What of a long list is shown: by words, severity, agency and time.

import { h, button, fill } from "./dom.js";
import { t } from "./texts.js";
import { fold, holdsWords } from "./fold.js";

export class Filters {
  /** @param {import("./model.js").Model} model @param {() => void} changed */
  constructor(model, changed) {
    this.model = model;
    this.changed = changed;
    this.words = "";
    this.severities = new Set(["error", "warning", "info"]);
    this.agency = "";
    this.from = "";
    this.to = "";
    /** @type {Map<string, string>} */
    this.folded = new Map();
    this.agencies = agencyNames(model.record.tasks);
    this.months = dueMonths(model.record.tasks);
    this.element = h("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() });
    this.draw();
  }

  draw() {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const doubt of this.model.doubts) counts[doubt.severity] += 1;
    this.search = h("input", {
      type: "search", id: "search", value: this.words, placeholder: t("search.hint"),
      oninput: () => this.later("words", this.search.value),
    });
    fill(this.element,
      h("label", { class: "unseen", for: "search" }, t("search")), this.search,
      this.model.doubts.length > 0 && h("div", { class: "toggles", role: "group", "aria-label": t("filter.severity") },
        ["error", "warning", "info"].map((severity) => h("button", {
          type: "button", class: `toggle ${severity}`, "aria-pressed": String(this.severities.has(severity)),
          onclick: () => this.toggle(severity),
        }, t(`severity.${severity}`), " ", String(counts[severity])))),
      this.agencies.length > 0 && h("label", null, h("span", { class: "unseen" }, t("filter.agency")),
        h("select", { id: "filter-agency", onchange: (event) => this.set("agency", event.target.value) },
          h("option", { value: "" }, t("filter.agency.all")),
          this.agencies.map(([name, count]) => h("option", { value: name, selected: name === this.agency }, `${name} (${count})`)))),
      this.months.length > 1 && h("span", { class: "period" },
        this.monthChoice("from"), this.monthChoice("to")),
      this.isSet && button(t("filter.clear"), () => this.clear(), { class: "quiet" }));
  }

  /** @param {"from" | "to"} end */
  monthChoice(end) {
    return h("label", null, h("span", null, t(`filter.${end}`)), h("select", {
      id: `filter-${end}`, onchange: (event) => this.set(end, event.target.value),
    }, h("option", { value: "" }, "…"), this.months.map((month) =>
      h("option", { value: month, selected: month === this[end] }, `${Number(month.slice(5))}/${month.slice(0, 4)}`))));
  }

  get isSet() {
    return this.words !== "" || this.agency !== "" || this.from !== "" || this.to !== "" || this.severities.size < 3;
  }

  /** @param {"words" | "agency" | "from" | "to"} name @param {string} value */
  set(name, value) {
    this[name] = value;
    this.changed();
    const place = this.search.selectionStart;
    const isInSearch = document.activeElement === this.search;
    this.draw();
    if (isInSearch) {
      this.search.focus();
      this.search.setSelectionRange(place, place);
    }
  }

  /** Waits until somebody has typed a word. */
  later(name, value) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.set(name, value), 90);
  }

  toggle(severity) {
    if (this.severities.has(severity)) this.severities.delete(severity);
    else this.severities.add(severity);
    this.changed();
    this.draw();
    this.element.querySelector(`.toggle.${severity}`)?.focus();
  }

  clear() {
    Object.assign(this, { words: "", agency: "", from: "", to: "" });
    this.severities = new Set(["error", "warning", "info"]);
    this.changed();
    this.draw();
    this.search.focus();
  }

  /** @param {string} key @param {() => string} text */
  foldedText(key, text) {
    let folded = this.folded.get(key);
    if (folded === undefined) {
      folded = fold(text());
      this.folded.set(key, folded);
    }
    return folded;
  }

  /** What was put right is searched as it stands now. */
  forget() {
    this.folded.clear();
  }

  fitsDoubt(doubt, model) {
    if (!this.severities.has(doubt.severity)) return false;
    const row = doubt.row === null ? null : model.base[doubt.table].rows[doubt.row];
    if (this.agency || this.from || this.to) {
      const task = row && model.tasks.get(row.id);
      if (!task || !this.fitsAgency(task) || !this.fitsPeriod(task)) return false;
    }
    return this.words === ""
      || holdsWords(this.foldedText(`d${doubt.index}`, () => `${doubt.message} ${doubt.code} ${row?.words ?? ""}`), this.words);
  }

  fitsRow(row, model) {
    const task = model.tasks.get(row.id);
    if ((this.agency || this.from || this.to) && (!task || !this.fitsAgency(task) || !this.fitsPeriod(task))) return false;
    if (this.severities.size < 3) {
      const doubts = model.doubts.filter((doubt) => doubt.table === row.table && doubt.row === row.origin);
      if (!doubts.some((doubt) => this.severities.has(doubt.severity))) return false;
    }
    return this.words === ""
      || holdsWords(this.foldedText(row.id, () => row.cells.map((cell) => cell.text).join(" ")), this.words);
  }

  fitsText(key, text) {
    return this.words === "" || holdsWords(this.foldedText(key, () => text), this.words);
  }

  fitsAgency(task) {
    return this.agency === ""
      || [...task.leadAgencies, ...task.coordinatingAgencies].some((agency) => (agency.name ?? agency.text) === this.agency);
  }

  fitsPeriod(task) {
    if (this.from === "" && this.to === "") return true;
    return task.deadlines.some((deadline) => {
      const start = deadline.start ?? deadline.end;
      const end = deadline.end ?? deadline.start;
      if (!start && !end) return false;
      return (this.to === "" || (start ?? "").slice(0, 7) <= this.to) && (this.from === "" || (end ?? "9999").slice(0, 7) >= this.from);
    });
  }
}

/** The months in which something begins or ends. */
function dueMonths(tasks) {
  const days = tasks.flatMap((task) => task.deadlines.flatMap((deadline) => [deadline.start, deadline.end]));
  return [...new Set(days.filter((iso) => iso).map((iso) => iso.slice(0, 7)))].sort().slice(0, 120);
}

/** The agencies that tasks name, those with most tasks first. */
function agencyNames(tasks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const task of tasks) {
    const names = new Set([...task.leadAgencies, ...task.coordinatingAgencies].map((agency) => agency.name ?? agency.text));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "vi")).slice(0, 300);
}

// The page: documents, the two sides, and the keys.

import { h, button, fill } from "./dom.js";
import { t, loadTexts } from "./texts.js";
import { Model } from "./model.js";
import { Corrections, reviewer, setReviewer } from "./corrections.js";
import { Links, scrollTo, shown } from "./links.js";
import { DocumentView } from "./document.js";
import { PagesView, viewChoice } from "./pages.js";
import { Editor } from "./editor.js";
import { DoubtList, otherReading } from "./doubts.js";
import { Filters } from "./filters.js";
import { TaskList, loadAgencies } from "./tasks.js";
import { OutlineList, drawReferences } from "./outline.js";
import { itemOf, itemName } from "./items.js";
import { drawScores, drawTimeline } from "./charts.js";
import { drawDone, saveFiles } from "./done.js";
import { tabs, drawHelp, pressKey } from "./keys.js";

/** The data of an element of the page. @param {Element | null} element */
function dataOf(element) {
  return JSON.parse(element?.textContent || "null");
}

export class Page {
  constructor() {
    loadTexts(dataOf(document.getElementById("texts")), document.documentElement.lang);
    this.agencies = dataOf(document.getElementById("agencies")) ?? [];
    loadAgencies(this.agencies);
    /** @type {{name: string, sha256: string, doubts: number, tasks: number}[]} */
    this.contents = dataOf(document.getElementById("contents")) ?? [];
    /** What is open, or was, by its number. @type {Map<number, Corrections>} */
    this.opened = new Map();
    this.links = new Links();
    this.tab = "doubts";
    this.build();
    this.open(0);
    this.listen();
  }

  // What stands on the page

  build() {
    this.title = h("h1", null);
    this.progress = h("span", { class: "progress muted", role: "status" });
    this.undoButton = button("↶", () => this.corrections.undo(), { class: "icon", title: `${t("undo")} (Ctrl+Z)`, "aria-label": t("undo"), id: "undo" });
    this.redoButton = button("↷", () => this.corrections.redo(), { class: "icon", title: `${t("redo")} (Ctrl+Shift+Z)`, "aria-label": t("redo"), id: "redo" });
    this.saveButton = button(t("save"), () => this.save(), { class: "accept", id: "save" });
    const name = h("input", { type: "text", id: "reviewer", value: reviewer(), placeholder: t("reviewer.hint"), autocomplete: "name",
      onchange: () => setReviewer(name.value) });
    this.list = h("nav", { class: "contents", "aria-label": t("documents"), hidden: this.contents.length < 2 });
    this.sides = h("div", { class: "sides", role: "group", "aria-label": t("side") },
      ["document", "record"].map((side) => h("button", { type: "button", "data-side": side, onclick: () => this.showSide(side) }, t(`side.${side}`))));
    this.documentPane = h("section", { class: "pane document", "aria-label": t("side.document"), tabindex: "0" });
    this.filterBar = h("div");
    this.tabBar = h("div", { class: "tabs", role: "tablist", "aria-label": t("side.record") });
    this.panels = new Map(tabs.map((tab) => [tab, h("div", {
      role: "tabpanel", id: `panel-${tab}`, "aria-labelledby": `tab-${tab}`, tabindex: "0", class: "panel", hidden: true })]));
    this.editorElement = h("aside", { class: "editor", "aria-label": t("editor"), hidden: true });
    this.recordPane = h("section", { class: "pane record", "aria-label": t("side.record") },
      this.tabBar, this.filterBar, h("div", { class: "panels" }, [...this.panels.values()]), this.editorElement);
    this.message = h("p", { class: "message", role: "status", hidden: true });
    this.help = drawHelp();
    fill(document.getElementById("app"),
      h("header", { class: "bar" }, this.title, this.progress, h("span", { class: "space" }),
        h("label", { class: "unseen", for: "reviewer" }, t("reviewer")), name, this.undoButton, this.redoButton, this.saveButton,
        button("?", () => this.help.showModal(), { class: "icon", "aria-label": t("help"), title: t("help"), id: "help" })),
      this.list, this.message, this.sides,
      h("main", { "data-side": "document" }, this.documentPane, this.recordPane), this.help);
    this.main = document.querySelector("main");
    this.links.panes = { document: this.documentPane, record: this.recordPane };
    this.showSide("document");
  }

  drawContents() {
    fill(this.list, h("ul", null, this.contents.map((entry, number) => {
      const known = this.opened.get(number);
      const left = known ? known.model.doubts.filter((doubt) => doubt.severity !== "info" && !known.model.isSettled(doubt)).length : entry.doubts;
      return h("li", null, h("button", {
        type: "button", class: "plain", "aria-current": number === this.number ? "page" : null, onclick: () => this.open(number),
      }, h("span", { lang: "vi" }, entry.name), h("span", { class: left > 0 ? "badge" : "badge none" }, left > 0 ? String(left) : "✓"),
      h("span", { class: "unseen" }, t("doubts.count", { n: left }))));
    })));
  }

  // Opening

  /** Opens a document; another one is let go, but for what was put right in it. @param {number} number */
  open(number) {
    this.number = number;
    const data = document.querySelectorAll("script.document")[number];
    if (!data) return;
    let corrections = this.opened.get(number);
    if (!corrections) {
      const files = [];
      for (let next = data.nextElementSibling; next?.matches("script.corrections"); next = next.nextElementSibling) files.push(dataOf(next));
      corrections = new Corrections(new Model(dataOf(data)), files);
      const own = this.contents[number];
      corrections.hasNamesakes = this.contents.some((entry, at) => at !== number && entry.name === own.name && entry.sha256 !== own.sha256);
      corrections.listeners.push(() => this.refresh());
      this.opened.set(number, corrections);
      if (corrections.restored > 0) this.say(t("restored", { n: corrections.restored }));
    }
    this.corrections = corrections;
    const { model } = corrections;
    this.title.textContent = model.record.source.name;
    document.title = `${t("title")} · ${model.record.source.name}`;
    this.rowDoubts = new Map();
    for (const doubt of model.doubts) {
      if (doubt.row === null) continue;
      const key = `${doubt.table}.${doubt.row}`;
      this.rowDoubts.set(key, [...this.rowDoubts.get(key) ?? [], doubt]);
    }
    const actions = {
      selectCell: (row, column, focus) => this.select({ type: "cell", row, column }, focus),
      selectColumn: (table, column) => this.select({ type: "column", table, column }),
      selectField: (item, field, words) => this.select({ type: "field", item, field, words }),
      selectSection: (id) => this.select({ type: "section", id }),
      doubtsAt: (row, column) => this.doubtsAt(row, column),
      otherReading: (doubt) => otherReading(doubt, this.corrections),
      open: (doubt, focus) => this.openDoubt(doubt, focus),
      show: (element) => this.showPlace(element),
      closed: () => this.documentPane.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen")),
    };
    this.actions = actions;
    this.filters = new Filters(model, () => this.show());
    fill(this.filterBar, this.filters.element);
    this.editor = new Editor(this.editorElement, corrections, this.agencies, actions);
    this.editor.open(null);
    this.openViews(model, actions);
    this.doubtList = new DoubtList(this.panels.get("doubts"), corrections, this.filters, actions);
    /** Drawn when somebody looks at them. @type {Map<string, TaskList | OutlineList>} */
    this.lists = new Map();
    this.links.revealRecord = (owner) => this.revealRecord(owner);
    if (model.doubts.length === 0 && this.tab === "doubts") this.tab = model.record.tasks.length > 0 ? "tasks" : "outline";
    this.show();
    this.documentPane.scrollTop = 0;
  }

  /** The document as text; where its pages could be drawn, as these, too. */
  openViews(model, actions) {
    this.pagesView = null;
    if (model.pictures.length === 0) {
      this.documentView = new DocumentView(this.documentPane, model, this.links, actions);
      this.links.panes.document = this.documentPane;
      this.links.reveal = (spot) => this.documentView.reveal(spot);
      return;
    }
    const views = viewChoice(this.documentPane, (isOfPages) => {
      this.links.panes.document = isOfPages ? views.pages : views.text;
      this.links.reveal = (spot) => isOfPages ? this.pagesView.reveal(spot) : this.documentView.reveal(spot);
    });
    this.documentView = new DocumentView(views.text, model, this.links, actions);
    this.pagesView = new PagesView(views.pages, model.pictures, this.links, actions, model);
    views.show("pages");
  }

  doubtsAt(row, column) {
    const { model } = this.corrections;
    return (this.rowDoubts.get(`${row.table}.${row.origin}`) ?? []).filter((doubt) =>
      (column === null || doubt.column === column || doubt.column === null) && !model.isSettled(doubt));
  }

  // Showing

  show() {
    this.drawTabs();
    for (const [tab, panel] of this.panels) panel.hidden = tab !== this.tab;
    const panel = this.panels.get(this.tab);
    const { corrections, filters, actions } = this;
    switch (this.tab) {
      case "doubts": this.doubtList.show(); break;
      case "tasks": case "outline": this.listOf(this.tab).show(); break;
      case "scores": drawScores(panel, corrections, actions); break;
      case "timeline": drawTimeline(panel, corrections, filters, actions); break;
      case "references": drawReferences(panel, corrections.model, filters, actions); break;
      case "done": drawDone(panel, corrections); break;
    }
    this.drawState();
  }

  listOf(tab) {
    let list = this.lists.get(tab);
    if (!list) {
      list = new (tab === "tasks" ? TaskList : OutlineList)(this.panels.get(tab), this.corrections, this.filters, this.actions);
      this.lists.set(tab, list);
    }
    return list;
  }

  /** After a correction: the same places, changed. */
  refresh() {
    this.filters.forget();
    this.documentView.refresh();
    this.pagesView?.refresh();
    const panel = this.panels.get(this.tab);
    const top = panel.scrollTop;
    const focused = document.activeElement?.closest?.("[data-doubt]")?.getAttribute("data-doubt");
    if (this.tab === "doubts") this.doubtList.refresh();
    else this.show();
    panel.scrollTop = top;
    this.editor.refresh();
    this.drawTabs();
    this.drawState();
    if (focused) this.panels.get("doubts").querySelector(`[data-doubt="${CSS.escape(focused)}"] button`)?.focus();
  }

  drawState() {
    const { corrections } = this;
    const doubts = corrections.model.doubts.filter((doubt) => doubt.severity !== "info");
    const open = doubts.filter((doubt) => !corrections.model.isSettled(doubt)).length;
    this.progress.textContent = doubts.length === 0 ? t("progress.none") : t("progress", { done: doubts.length - open, all: doubts.length });
    this.undoButton.disabled = corrections.past.length === 0;
    this.redoButton.disabled = corrections.future.length === 0;
    this.saveButton.disabled = corrections.list.length === 0 && !corrections.isUnsaved;
    this.saveButton.textContent = corrections.list.length > 0 ? t("save.n", { n: corrections.list.length }) : t("save");
    this.drawContents();
  }

  drawTabs() {
    const { model, list } = this.corrections;
    const counts = {
      doubts: model.doubts.filter((doubt) => !model.isSettled(doubt)).length, tasks: model.record.tasks.length,
      done: list.length,
    };
    const isFocused = this.tabBar.contains(document.activeElement);
    fill(this.tabBar, tabs.map((tab) => h("button", {
      type: "button", role: "tab", id: `tab-${tab}`, "aria-controls": `panel-${tab}`, "aria-selected": String(tab === this.tab),
      tabindex: tab === this.tab ? "0" : "-1", onclick: () => this.showTab(tab), onkeydown: (event) => this.walkTabs(event),
    }, t(`tab.${tab}`), counts[tab] ? h("span", { class: "number" }, String(counts[tab])) : null)));
    const own = document.getElementById(`tab-${this.tab}`);
    if (isFocused) own?.focus();
    // On a narrow page the row of tabs is longer than the window.
    const { scrollLeft, clientWidth } = this.tabBar;
    if (own && (own.offsetLeft < scrollLeft || own.offsetLeft + own.offsetWidth > scrollLeft + clientWidth)) {
      this.tabBar.scrollLeft = own.offsetLeft - (clientWidth - own.offsetWidth) / 2;
    }
  }

  walkTabs(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.showTab(tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length]);
    document.getElementById(`tab-${this.tab}`)?.focus();
  }

  showTab(tab) {
    this.tab = tab;
    this.show();
  }

  showSide(side) {
    this.main?.setAttribute("data-side", side);
    for (const element of this.sides.children) element.setAttribute("aria-pressed", String(element.dataset.side === side));
  }

  /** Shows a place of the document; on a narrow page its side comes to the front. @param {HTMLElement} element */
  showPlace(element) {
    this.showSide("document");
    this.links.showInDocument(element);
  }

  revealRecord(owner) {
    const [id] = owner.split(".");
    if (id.startsWith("task-") || id.startsWith("table-")) {
      const place = this.corrections.model.rowOfTask.get(id);
      if (!place) return null;
      if (this.tab !== "tasks") this.showTab("tasks");
      return this.listOf("tasks").reveal(`${place.table}.${place.row}`)?.querySelector(`[data-owner="${CSS.escape(owner)}"]`) ?? null;
    }
    if (id.startsWith("section-") || id.startsWith("part-")) {
      if (this.tab !== "outline") this.showTab("outline");
      return this.listOf("outline").reveal(owner);
    }
    return null;
  }

  // Choosing

  /** @param {import("./editor.js").Selection} selection @param {boolean} [focus] */
  select(selection, focus) {
    this.editor.open(selection, focus);
    this.showChosen(selection);
  }

  showChosen(selection) {
    for (const element of this.documentPane.querySelectorAll(".chosen")) element.classList.remove("chosen");
    const key = selection.type === "cell" ? `${selection.row.id}.${selection.column}`
      : selection.type === "column" ? `${selection.table}.h${selection.column}` : null;
    const spots = key ? [this.links.byKey.get(key) ?? this.links.byKey.get(key.replace(/\+\d+/, ""))]
      : selection.type === "section" ? this.spotsOfSection(selection.id)
      : this.links.at(selection.doubt?.location ?? selection.item.location ?? selection.item.mentions[0]);
    const spot = spots.find((entry) => entry);
    if (!spot) return;
    const found = this.links.reveal(spot);
    const element = (key && shown(this.links.panes.document, key)) || found;
    element?.classList.add("chosen");
    // All of a section that stands on the page.
    for (const own of selection.type === "section" ? spots : []) {
      this.links.panes.document.querySelector(`[data-key="${CSS.escape(own.key)}"]`)?.classList.add("chosen");
    }
    scrollTo(element);
  }

  /** Where a section stands; of one that a person made where that stood which it was made of. */
  spotsOfSection(id) {
    const own = this.links.spots.filter((spot) => spot.owner.startsWith(`${id}.`));
    const entry = this.corrections.model.view.outline.find((section) => section.id === id);
    return own.length > 0 || !entry ? own : this.links.at(entry.location);
  }

  openDoubt(doubt, focus) {
    this.doubtList.setCurrent(doubt);
    const table = doubt.table === null ? null : this.corrections.model.view.tables[doubt.table];
    const row = doubt.row === null ? null : table?.rows.find((entry) => entry.origin === doubt.row);
    if (row) {
      const task = table.columns.findIndex((column) => column.role === "task");
      this.select({ type: "cell", row, column: doubt.column ?? Math.max(0, task) }, focus);
    } else if (doubt.table !== null && doubt.column !== null) this.select({ type: "column", table: doubt.table, column: doubt.column }, focus);
    else this.openItemDoubt(doubt, focus);
  }

  /** A doubt about a section, a document cited or a target opens what it is about. */
  openItemDoubt(doubt, focus) {
    const found = itemOf(doubt, this.corrections.model);
    const field = { reference: "date", target: "measure" }[found?.list ?? ""];
    if (found?.list === "section") this.select({ type: "section", id: found.item.id, doubt }, focus);
    else if (field) this.select({ type: "field", item: found.item, field, words: itemName(found.item), doubt }, focus);
    else this.select({ type: "doubt", doubt }, focus);
  }

  walk(step) {
    if (this.tab !== "doubts") this.showTab("doubts");
    const doubt = this.doubtList.walk(step);
    if (!doubt) {
      this.say(t("doubts.allDone"));
      return;
    }
    this.openDoubt(doubt);
    const element = this.panels.get("doubts").querySelector(`[data-doubt="${doubt.index}"]`);
    element?.querySelector("button")?.focus({ preventScroll: true });
    scrollTo(element);
  }

  /** What keys do to the doubt or the cell that is chosen. @param {string} key */
  decide(key) {
    const { corrections, editor } = this;
    const doubt = this.doubtList.doubt;
    const isOpen = doubt && !corrections.model.isSettled(doubt);
    if (key === "a" && isOpen) {
      const other = otherReading(doubt, corrections);
      if (other) other.take();
      else this.say(t("other.none"));
    } else if (key === "c" && editor.selection?.type === "cell") corrections.confirm(editor.selection.row, editor.selection.column);
    else if (key === "d" && isOpen) corrections.dismiss(doubt, "");
    else if (key === "e") {
      if (doubt && !editor.selection) this.openDoubt(doubt, true);
      else this.editorElement.querySelector("textarea, .content input, select")?.focus();
    }
  }

  // Keys, pointers, leaving

  listen() {
    document.addEventListener("keydown", (event) => pressKey(this, event));
    for (const pane of [this.documentPane, this.recordPane]) {
      const lightable = "[data-owner], [data-start], [data-spot], [data-key]";
      for (const name of ["mouseover", "focusin"]) {
        pane.addEventListener(name, (event) => {
          const element = event.target.closest(lightable);
          if (element && pane.contains(element)) this.links.light(element);
        });
      }
      pane.addEventListener("mouseleave", () => this.links.dark());
    }
    this.documentPane.addEventListener("click", (event) => this.clickDocument(event));
    this.recordPane.addEventListener("click", (event) => {
      const element = event.target.closest("[data-doubt] .what, .task .value, .group-mark button");
      if (element) this.showSide("record");
    });
    addEventListener("beforeunload", (event) => {
      if ([...this.opened.values()].some((corrections) => corrections.isUnsaved)) event.preventDefault();
    });
    addEventListener("beforeprint", () => this.documentView.list.showAll());
  }

  clickDocument(event) {
    const element = event.target.closest("[data-key]");
    if (!element || event.target.closest("button")) return;
    const found = /^(\d+)\.(\d+(?:\+\d+)*)\.(\d+)$/.exec(element.dataset.key);
    if (!found) {
      this.links.showInRecord(element);
      return;
    }
    const table = this.corrections.model.view.tables[Number(found[1])];
    const row = table.rows.find((entry) => entry.id === `${found[1]}.${found[2]}`);
    if (row) {
      this.editor.open({ type: "cell", row, column: Number(found[3]) });
      this.showSide("record");
    }
    for (const chosen of this.documentPane.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
    element.classList.add("chosen");
    this.links.showInRecord(element);
  }

  // Saving

  async save() {
    const saved = await saveFiles([...this.opened.values()]);
    if (saved.length > 0) this.say(t("saved", { files: saved.join(", ") }));
  }

  say(text) {
    this.message.textContent = text;
    this.message.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.message.hidden = true; }, 8000);
  }
}

/** For tests, which look at what a person would see saved. */
globalThis.review = new Page();

// The pages of the source as pictures, with the places of the record over them.

import { h, s, button, fill } from "./dom.js";
import { t } from "./texts.js";
import { Windowed } from "./windowed.js";

/** @typedef {{number: number, width: number, height: number, picture: string}} Picture */

/** A doubt about words that have a place of their own within their cell. */
const ofWords = "uncertainLetters";

export class PagesView {
  /**
   * @param {HTMLElement} sheet what the pages stand in
   * @param {Picture[]} pictures
   * @param {import("./links.js").Links} links
   * @param {{doubtsAt: (row: any, column: number) => any[]}} actions
   * @param {import("./model.js").Model} model
   */
  constructor(sheet, pictures, links, actions, model) {
    this.pictures = pictures;
    this.links = links;
    this.actions = actions;
    this.model = model;
    this.sheet = sheet;
    this.list = new Windowed(sheet, (index) => this.draw(this.pictures[index]), { chunk: 1, height: 900 });
    /** @type {Map<number, import("./links.js").Spot[]>} */
    this.spots = new Map();
    for (const spot of links.spots) {
      if (!spot.page || !spot.box) continue;
      const same = this.spots.get(spot.page);
      if (same) same.push(spot);
      else this.spots.set(spot.page, [spot]);
    }
    /** Doubts about words and not about a cell, by their page. @type {Map<number, import("./model.js").Doubt[]>} */
    this.doubts = new Map();
    for (const doubt of model.doubts) {
      const { page, box } = doubt.location;
      if (!page || !box || doubt.column !== null && doubt.code !== ofWords) continue;
      this.doubts.set(page, [...this.doubts.get(page) ?? [], doubt]);
    }
    this.list.show(pictures.length);
  }

  refresh() {
    this.list.refresh();
  }

  /** @param {import("./links.js").Spot} spot */
  reveal(spot) {
    const index = this.pictures.findIndex((picture) => picture.number === spot.page);
    if (index < 0) return null;
    this.list.reveal(index);
    return this.sheet.querySelector(`[data-key="${CSS.escape(spot.key)}"]`);
  }

  /** @param {Picture} page */
  draw(page) {
    const places = (this.spots.get(page.number) ?? []).map((spot) => {
      const [x, y, width, height] = spot.box;
      return s("rect", { x: x - 1, y: y - 1, width: width + 2, height: height + 2, class: `spot ${this.look(spot)}`, "data-key": spot.key });
    });
    // What speaks of half a page speaks of no place on it.
    const marks = (this.doubts.get(page.number) ?? []).filter((doubt) => !this.model.isSettled(doubt) && doubt.location.box[3] < page.height / 3)
      .map(({ severity, location: { box: [x, y, width, height] } }) =>
        s("rect", { x: x - 1, y: y - 1, width: width + 2, height: height + 2, class: `mark ${severity}` }));
    return h("figure", { class: "page" },
      h("img", { src: page.picture, alt: t("page", { n: page.number }), width: Math.round(page.width), height: Math.round(page.height) }),
      s("svg", { viewBox: `0 0 ${page.width} ${page.height}`, "aria-hidden": "true", focusable: "false" }, marks, places),
      h("figcaption", null, t("page", { n: page.number })));
  }

  /** How the place of a cell looks: doubtful, or put right. @param {import("./links.js").Spot} spot */
  look(spot) {
    const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(spot.key);
    if (!found) return spot.owner === "unaccounted" ? "unowned" : spot.owner.startsWith("furniture:") ? "furniture" : "";
    const row = this.model.view.tables[Number(found[1])].rows.find((entry) => entry.origin === Number(found[2]));
    if (!row) return "";
    const column = Number(found[3]);
    if (row.cells[column]?.decision) return "decided";
    const doubts = this.actions.doubtsAt(row, column).filter((doubt) => doubt.column === column && doubt.code !== ofWords);
    return doubts.some((doubt) => doubt.severity === "error") ? "error" : doubts[0]?.severity ?? "";
  }
}

/**
 * The document as text and as pages, one of them shown.
 * @param {HTMLElement} pane
 * @param {(isOfPages: boolean) => void} changed
 */
export function viewChoice(pane, changed) {
  const text = h("div", { class: "view" });
  const pages = h("div", { class: "view", hidden: true });
  const buttons = ["pages", "text"].map((view) => button(t(`view.${view}`), () => show(view), { "data-view": view }));
  const show = (view) => {
    text.hidden = view !== "text";
    pages.hidden = view !== "pages";
    for (const element of buttons) element.setAttribute("aria-pressed", String(element.dataset.view === view));
    changed(view === "pages");
  };
  fill(pane, h("div", { class: "views", role: "group", "aria-label": t("view") }, buttons), text, pages);
  return { text, pages, show };
}

// Parts and their outline; the documents cited and the targets set.

import { h } from "./dom.js";
import { t, hasText, day, figure } from "./texts.js";
import { Windowed } from "./windowed.js";
import { whereOf } from "./doubts.js";
import { itemName, isDay, partFields, partName, valueAt } from "./items.js";

/** The fields that are shown, and may be put right, of documents cited and of targets. */
const referenceFields = ["type", "number", "date", "year", "issuer", "title"];
const targetFields = ["measure", "comparator", "value", "upper", "unit", "direction", "baseline", "year"];

/** Fields of which people choose among some values. */
export const choices = {
  kind: ["article", "part", "chapter", "section", "item", "clause", "point", "bullet", "paragraph", "form"],
  comparator: ["equal", "atLeast", "above", "atMost", "below", "between", "approximately"],
  direction: ["increase", "decrease", "unchanged"],
};

/** A field's value as people read it. @param {string} field @param {string | number | null | undefined} value */
export function shownValue(field, value) {
  if (value === null || value === undefined || value === "") return "";
  if (isDay(field)) return day(String(value));
  if (field === "value") return figure(Number(String(value).replace(",", ".")));
  if (field === "upper") return `– ${figure(Number(String(value).replace(",", ".")))}`;
  if (field === "unit" && value === "percent") return "%";
  return choices[field] && hasText(`${field}.${value}`) ? t(`${field}.${value}`) : String(value);
}

/** A section's label as people say it: with the word for its kind where the label alone does not tell it. */
function labelOf(section) {
  const key = `section.${section.kind}`;
  return hasText(key) ? t(key, { label: section.label }) : section.label;
}

/** The parts of the document and what they say of themselves, then the outline of each. */
export class OutlineList {
  /**
   * @param {HTMLElement} panel
   * @param {import("./corrections.js").Corrections} corrections
   * @param {import("./filters.js").Filters} filters
   * @param {{selectField: (item: any, field: string, words: string) => void, selectSection: (id: string) => void}} actions
   */
  constructor(panel, corrections, filters, actions) {
    this.corrections = corrections;
    this.filters = filters;
    this.actions = actions;
    this.body = h("div", { class: "list" });
    panel.replaceChildren(this.body);
    this.list = new Windowed(this.body, (index) => this.draw(this.entries[index]), { chunk: 30, height: 34 });
    this.entries = [];
    this.show();
  }

  show() {
    this.entries = [];
    const { record, view } = this.corrections.model;
    for (const part of record.parts) {
      this.entries.push({ part });
      for (const section of view.outline) {
        if (section.part !== part.id) continue;
        const text = [section.label, section.heading, section.text].filter((words) => words).join(" ");
        if (this.filters.fitsText(section.id, text)) this.entries.push({ section });
      }
    }
    this.list.show(this.entries.length);
  }

  refresh() {
    this.show();
  }

  reveal(owner) {
    const id = owner.split(".")[0];
    const index = this.entries.findIndex((entry) => (entry.part ?? entry.section).id === id);
    return index < 0 ? null : this.list.reveal(index);
  }

  draw(entry) {
    if (entry.part) return this.drawPart(entry.part);
    const { section } = entry;
    const isDecided = section.decision || Object.keys(section.decided).length > 0;
    return h("button", {
      type: "button", class: `plain value section d${Math.min(section.depth, 6)}${isDecided ? " decided" : ""}`, "data-owner": section.id,
      "data-start": section.location.start, "data-end": section.location.end, title: t("outline.change"),
      onclick: () => this.actions.selectSection(section.id),
    }, section.label && h("b", null, `${labelOf(section)} `), section.heading ?? (section.text ?? "").slice(0, 160),
    isDecided && h("span", { class: "tag" }, t("decided")));
  }

  drawPart(part) {
    const { fields } = this.corrections.model.view;
    const kind = hasText(`kind.${part.kind}`) ? t(`kind.${part.kind}`) : part.kind;
    const words = partName(part);
    return h("section", { class: "card", "data-owner": part.id },
      h("h3", null, kind),
      h("dl", null, partFields.map((field) => {
        const decided = fields.get(`${part.id}.${field}`);
        const value = decided ? decided.value : valueAt(part, field);
        if (value === null && field !== "number" && field !== "issuedOn" && field !== "title") return null;
        const owner = `${part.id}.${field.split(".")[0]}`;
        return [h("dt", null, t(`field.${field}`)), h("dd", null, h("button", {
          type: "button", class: `plain value${decided ? " decided" : ""}`, "data-owner": owner,
          onclick: () => this.actions.selectField(part, field, words),
        }, field === "issuedOn" ? day(value) || h("span", { class: "muted" }, t("empty")) : value ?? h("span", { class: "muted" }, t("empty")),
        decided && h("span", { class: "tag" }, t("decided"))))];
      })),
      part.legalBases.length > 0 && h("p", { class: "muted small" }, t("part.bases", { n: part.legalBases.length })));
  }
}

/** A field of a document cited or of a target, which is opened by a click. */
function itemField(item, field, model, actions, isShownEmpty) {
  const decided = model.view.fields.get(`${item.id}.${field}`);
  const shown = shownValue(field, decided ? decided.value : item[field]);
  if (shown === "" && !decided && !isShownEmpty) return null;
  return h("button", {
    type: "button", class: `plain value f-${field}${decided ? " decided" : ""}`, title: t(`field.${field}`), "aria-label": `${t(`field.${field}`)}: ${shown || t("empty")}`,
    ...(item.location ? { "data-start": item.location.start, "data-end": item.location.end } : {}),
    onclick: () => actions.selectField(item, field, itemName(item)),
  }, shown || h("span", { class: "muted" }, t(`field.${field}`)), decided && h("span", { class: "tag" }, t("decided")));
}

/** The documents cited, and where. */
export function drawReferences(panel, model, filters, actions) {
  const found = model.record.references.filter((reference) => filters.fitsText(reference.id, `${reference.text} ${reference.title ?? ""}`));
  panel.replaceChildren(
    h("h3", { class: "list-title" }, t("references.title", { n: found.length })),
    found.length === 0 ? h("p", { class: "muted" }, t("references.none")) : h("ul", { class: "references" },
      found.map((reference) => h("li", { class: model.view.removed.has(reference.id) ? "out" : null },
        h("p", { class: "fields" }, referenceFields.map((field) =>
          itemField(reference, field, model, actions, field === "number" || field === "date" && reference.year === null))),
        model.view.removed.has(reference.id) && h("p", { class: "hint" }, t("item.isOut")),
        h("p", { class: "mentions" }, reference.mentions.slice(0, 40).map((place, index) => h("button", {
          type: "button", class: "quiet small", "data-start": place.start, "data-end": place.end,
          "aria-label": t("reference.mention", { n: index + 1, line: place.line }),
          onclick: (event) => actions.show(event.currentTarget),
        }, whereOf(place))))))),
    ...drawTargets(model, filters, actions));
}

function drawTargets(model, filters, actions) {
  const found = model.record.targets.filter((target) => filters.fitsText(target.id, target.text));
  if (found.length === 0) return [];
  return [
    h("h3", { class: "list-title" }, t("targets.title", { n: found.length })),
    h("ul", { class: "references" }, found.map((target) => h("li", { class: model.view.removed.has(target.id) ? "out" : null },
      h("p", { class: "fields" }, targetFields.map((field) => itemField(target, field, model, actions, field === "measure"))),
      target.measure === null && h("p", { class: "muted small", lang: "vi" }, target.text),
      model.view.removed.has(target.id) && h("p", { class: "hint" }, t("item.isOut"))))),
  ];
}

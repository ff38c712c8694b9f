// Parts and their outline; the documents cited and the targets set.

import { h } from "./dom.js";
import { t, hasText, day, figure } from "./texts.js";
import { Windowed } from "./windowed.js";
import { whereOf } from "./doubts.js";

/** The fields of a part that are shown, and may be put right. */
const partFields = ["number", "issuedOn", "place", "issuer", "title", "signature.position", "signature.name"];

/** The value of a field, by its path. */
export function valueAt(item, path) {
  return path.split(".").reduce((value, name) => value?.[name] ?? null, item);
}

/** What tells a part: as a correction of one of its fields says it. */
export function partName(part) {
  return [part.typeName, part.number, part.title].filter((text) => text).join(" ");
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
   * @param {{selectField: (item: any, field: string, words: string) => void, show: (element: HTMLElement) => void}} actions
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
    for (const part of this.corrections.model.record.parts) {
      this.entries.push({ part });
      this.addSections(part.sections, 0);
    }
    this.list.show(this.entries.length);
  }

  refresh() {
    this.list.refresh();
  }

  addSections(sections, depth) {
    for (const section of sections) {
      const text = [section.label, section.heading, section.text].filter((words) => words).join(" ");
      if (this.filters.fitsText(section.id, text)) this.entries.push({ section, depth });
      this.addSections(section.children, depth + 1);
    }
  }

  reveal(owner) {
    const id = owner.split(".")[0];
    const index = this.entries.findIndex((entry) => (entry.part ?? entry.section).id === id);
    return index < 0 ? null : this.list.reveal(index);
  }

  draw(entry) {
    if (entry.part) return this.drawPart(entry.part);
    const { section, depth } = entry;
    return h("button", {
      type: "button", class: `plain section d${Math.min(depth, 6)}`, "data-owner": section.id,
      "data-start": section.location.start, "data-end": section.location.end,
      onclick: (event) => this.actions.show(event.currentTarget),
    }, section.label && h("b", null, `${labelOf(section)} `), section.heading ?? (section.text ?? "").slice(0, 160));
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

/** The documents cited, and where. */
export function drawReferences(panel, model, filters, actions) {
  const found = model.record.references.filter((reference) => filters.fitsText(reference.id, `${reference.text} ${reference.title ?? ""}`));
  panel.replaceChildren(
    h("h3", { class: "list-title" }, t("references.title", { n: found.length })),
    found.length === 0 ? h("p", { class: "muted" }, t("references.none")) : h("ul", { class: "references" },
      found.map((reference) => h("li", null,
        h("p", null, h("b", null, [reference.type, reference.number].filter((text) => text).join(" ")),
          reference.date && ` ${t("reference.of", { day: day(reference.date) })}`,
          reference.title && h("span", { class: "muted" }, ` ${reference.title}`)),
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
    h("ul", { class: "references" }, found.map((target) => h("li", null, h("button", {
      type: "button", class: "plain value", "data-start": target.location.start, "data-end": target.location.end,
      onclick: (event) => actions.show(event.currentTarget),
    }, h("b", null, `${t(`comparator.${target.comparator}`)} ${figure(target.value)}${target.upper === null ? "" : `–${figure(target.upper)}`}`
      + `${target.unit === "percent" ? "%" : target.unit ? ` ${target.unit}` : ""}`), " ", target.measure ?? target.text)))),
  ];
}

// Scores against the year before, and deadlines by month: drawn, and as tables that say the same.

import { h, s, fill } from "./dom.js";
import { t, day, figure } from "./texts.js";

/** The fields of a score that are shown, and may be put right. */
const scoreFields = ["score", "percent", "previous.score", "rank.position"];

/** What tells a score: as a correction of one of its fields says it. */
export function scoreName(score) {
  const dimension = score.dimension?.code ?? score.dimension?.number;
  return [score.index, dimension, score.unit, score.region, score.year].map((text) => text ?? "").join("|");
}

/** What people call a score. */
function title(score) {
  const dimension = score.dimension ? [score.dimension.number, score.dimension.name].filter((text) => text).join(". ") : t("score.whole");
  return [score.unit, dimension, score.region].filter((text) => text).join(" · ");
}

/** @param {HTMLElement} panel */
export function drawScores(panel, corrections, actions) {
  const { model } = corrections;
  const scores = model.record.indexScores;
  if (scores.length === 0) {
    fill(panel, h("p", { class: "muted" }, t("scores.none")));
    return;
  }
  /** @type {Map<string, any[]>} */
  const byIndex = new Map();
  for (const score of scores) {
    const key = [score.index, score.year].filter((text) => text).join(" ");
    if (!byIndex.has(key)) byIndex.set(key, []);
    byIndex.get(key).push(score);
  }
  fill(panel, [...byIndex].flatMap(([name, entries]) => [
    h("h3", { class: "list-title" }, name), chart(entries), scoreTable(entries, model, actions),
  ]));
}

/** Each result as a bar above the one of the year before. */
function chart(entries) {
  const drawn = entries.filter((score) => score.score !== null && score.dimension !== null).slice(0, 24);
  const compared = drawn.length > 1 ? drawn : entries.filter((score) => score.score !== null).slice(0, 24);
  if (compared.length < 2) return null;
  const highest = Math.max(...compared.flatMap((score) => [score.score, score.previous?.score ?? 0]));
  const [height, left, width] = [44, 24, 420];
  const scale = (value) => Math.max(1, (value / highest) * (width - left - 64));
  return h("figure", null,
    s("svg", { viewBox: `0 0 ${width} ${compared.length * height + 6}`, class: "chart", "aria-hidden": "true", focusable: "false" },
      compared.map((score, index) => {
        const top = index * height + 4;
        const before = score.previous?.score ?? null;
        return s("g", null,
          s("text", { x: 0, y: top + 22, class: "label" }, String(score.dimension?.number ?? index + 1)),
          s("rect", { x: left, y: top + 2, width: scale(score.score), height: 16, class: "now", rx: 2 }),
          s("text", { x: left + scale(score.score) + 6, y: top + 15, class: "figure" }, figure(score.score)),
          before !== null && s("rect", { x: left, y: top + 21, width: scale(before), height: 10, class: "before", rx: 2 }),
          before !== null && s("text", { x: left + scale(before) + 6, y: top + 30, class: "figure faint" }, figure(before)));
      })),
    h("figcaption", { class: "legend" }, h("span", { class: "key now" }), t("score.now"), " ", h("span", { class: "key before" }), t("score.before")));
}

function scoreTable(entries, model, actions) {
  const has = (field) => entries.some((score) => read(score, field, model).value !== null);
  const shown = scoreFields.filter(has);
  return h("div", { class: "table-frame", role: "region", tabindex: "0", "aria-label": t("tab.scores") }, h("table", { class: "figures" },
    h("thead", null, h("tr", null, h("th", { scope: "col" }, t("score.what")),
      shown.map((field) => h("th", { scope: "col" }, t(`field.${field}`))), h("th", { scope: "col" }, t("score.change")),
      h("th", { scope: "col" }, t("score.group")))),
    h("tbody", null, entries.map((score) => h("tr", { "data-start": score.location.start, "data-end": score.location.end },
      h("th", { scope: "row" }, h("button", {
        type: "button", class: "plain", "data-start": score.location.start, "data-end": score.location.end,
        onclick: (event) => actions.show(event.currentTarget),
      }, title(score))),
      shown.map((field) => {
        const { value, decided } = read(score, field, model);
        return h("td", { class: "number" }, h("button", {
          type: "button", class: `plain value${decided ? " decided" : ""}`,
          "aria-label": `${t(`field.${field}`)}, ${title(score)}: ${figure(value)}`,
          "data-start": score.location.start, "data-end": score.location.end,
          onclick: () => actions.selectField(score, field, scoreName(score)),
        }, figure(value)));
      }),
      h("td", { class: "number" }, change(score)), h("td", null, score.groupText ?? ""))))));
}

function read(score, field, model) {
  const decided = model.view.fields.get(`${score.id}.${field}`);
  const value = decided ? Number(String(decided.value ?? "").replace(",", ".")) : field.split(".").reduce((item, name) => item?.[name] ?? null, score);
  return { value: decided && decided.value === null ? null : value, decided };
}

function change(score) {
  if (!score.change) return "";
  const sign = { increase: "▲", decrease: "▼", unchanged: "=" }[score.change.direction];
  return h("span", { class: score.change.direction }, h("span", { "aria-hidden": "true" }, sign),
    h("span", { class: "unseen" }, t(`change.${score.change.direction}`)), score.change.amount === null ? "" : ` ${figure(score.change.amount)}`);
}

// Deadlines

/** The last day of each statement of time, with its task. */
function dueDays(model) {
  const due = [];
  for (const table of model.view.tables) {
    for (const row of table.rows) {
      const task = row.kind === "task" ? model.tasks.get(row.id) : null;
      const column = table.columns.findIndex((entry) => entry.role === "deadline");
      for (const deadline of task?.deadlines ?? []) {
        const chosen = model.view.choices.get(`${row.id}|${column}|${deadline.text}`);
        const end = chosen ? chosen.value.split("/").at(-1) : deadline.end;
        if (end) due.push({ end, row, column, table, text: deadline.text });
      }
    }
  }
  return due.sort((a, b) => a.end.localeCompare(b.end));
}

/** @param {HTMLElement} panel */
export function drawTimeline(panel, corrections, filters, actions) {
  const { model } = corrections;
  const due = dueDays(model).filter(({ row }) => filters.fitsRow(row, model));
  if (due.length === 0) {
    fill(panel, h("p", { class: "muted" }, t("timeline.none")));
    return;
  }
  /** @type {Map<string, typeof due>} */
  const byMonth = new Map();
  for (const entry of due) {
    const month = entry.end.slice(0, 7);
    if (!byMonth.has(month)) byMonth.set(month, []);
    byMonth.get(month).push(entry);
  }
  fill(panel, h("h3", { class: "list-title" }, t("timeline.title", { n: due.length })), bars(byMonth),
    [...byMonth].map(([month, entries]) => h("details", { class: "month", id: `month-${month}` },
      h("summary", null, h("b", null, monthName(month)), ` ${t("timeline.count", { n: entries.length })}`),
      h("ul", { class: "references" }, entries.slice(0, 500).map(({ end, row, column, table }) => h("li", null, h("button", {
        type: "button", class: "plain value", "data-spot": `${row.id}.${column}`, onclick: () => actions.selectCell(row, column),
      }, h("b", null, day(end)), " ", row.cells[table.columns.findIndex((entry) => entry.role === "task")]?.text ?? row.words)))))));
}

function monthName(month) {
  const [year, number] = month.split("-");
  return `${Number(number)}/${year}`;
}

/** Months from the first to the last, each with as many deadlines as it has. */
function bars(byMonth) {
  const known = [...byMonth.keys()];
  const months = [];
  let [year, month] = known[0].split("-").map(Number);
  while (months.length < 60) {
    const key = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    months.push(key);
    if (key >= known.at(-1)) break;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  const highest = Math.max(...months.map((key) => byMonth.get(key)?.length ?? 0));
  const step = Math.max(22, Math.min(56, 480 / months.length));
  const width = months.length * step;
  return h("figure", { class: "scrolling", tabindex: "0", role: "region", "aria-label": t("tab.timeline") },
    s("svg", { viewBox: `0 0 ${width} 150`, width, height: 150, class: "chart", "aria-hidden": "true", focusable: "false" },
      months.map((key, index) => {
        const count = byMonth.get(key)?.length ?? 0;
        const height = (count / highest) * 90;
        const middle = index * step + step / 2;
        return s("g", null,
          s("rect", { x: index * step + 3, y: 110 - height, width: step - 6, height, class: "now", rx: 2 }),
          count > 0 && s("text", { x: middle, y: 104 - height, class: "figure", "text-anchor": "middle" }, String(count)),
          s("text", { x: middle, y: 126, class: "label", "text-anchor": "middle" }, String(Number(key.slice(5)))),
          (index === 0 || key.endsWith("-01")) && s("text", { x: middle, y: 143, class: "label year", "text-anchor": "middle" }, key.slice(0, 4)));
      })),
    h("figcaption", { class: "unseen" }, t("timeline.caption")));
}

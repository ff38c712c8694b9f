// What people are told, in their language: from the one table, texts.json.

/** @type {Record<string, Record<string, string>>} */
let table = {};
let language = "vi";

/**
 * @param {Record<string, Record<string, string>>} texts by key and language
 * @param {string} chosen
 */
export function loadTexts(texts, chosen) {
  table = texts;
  language = chosen;
}

/**
 * A text of the table, with `{name}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values) {
  const text = table[key]?.[language] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole)) : text;
}

/** Whether the table has a text of this key. @param {string} key */
export function hasText(key) {
  return key in table;
}

/** A day of ISO 8601 as people write it. @param {string | null | undefined} iso */
export function day(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (!found) return iso ?? "";
  return language === "vi" ? `${found[3]}/${found[2]}/${found[1]}` : found[0];
}

/** A number as people write it. @param {number | null | undefined} value */
export function figure(value) {
  if (value === null || value === undefined) return "–";
  return new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 4 }).format(value);
}

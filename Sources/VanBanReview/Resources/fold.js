// Words compared as people type them: without marks, without capitals.

/** Places of records are bytes of UTF-8. */
export const encoder = new TextEncoder();
export const decoder = new TextDecoder();

/** A text without diacritics and capitals. @param {string} text */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Whether all words that are asked for stand in a folded text. @param {string} folded @param {string} asked */
export function holdsWords(folded, asked) {
  return fold(asked).split(/\s+/).every((word) => folded.includes(word));
}

/** Text as records have it: every run of white space one space. @param {string} text */
export function clean(text) {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The words of a text, each as often as it stands there. @param {string} text */
export function wordCounts(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** How alike two texts are by their words, from 0 to 1. @param {Map<string, number>} a @param {Map<string, number>} b */
export function likeness(a, b) {
  let shared = 0;
  let total = 0;
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}

/** Whether a text has words, as they stand and whole. @param {string | null | undefined} text @param {string} words */
export function holdsWhole(text, words) {
  return ` ${clean(text ?? "")} `.includes(` ${words} `);
}

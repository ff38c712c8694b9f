// What keys do, and the page that says so.

import { h, button } from "./dom.js";
import { t } from "./texts.js";

/** The record's tabs, in the order of their keys. */
export const tabs = ["doubts", "tasks", "outline", "scores", "timeline", "references", "done"];

const keys = [["j / k", "help.walk"], ["a", "help.accept"], ["c", "help.confirm"], ["e", "help.edit"], ["d", "help.dismiss"],
  ["u · Ctrl+Z / Ctrl+Shift+Z", "help.undo"], ["/", "help.search"], ["1 – 7", "help.tabs"], ["Ctrl+S", "help.save"], ["Esc", "help.close"]];

/** @returns {HTMLDialogElement} */
export function drawHelp() {
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, t("help.title")), h("p", null, t("help.text")),
    h("table", null, h("tbody", null, keys.map(([key, text]) =>
      h("tr", null, h("th", { scope: "row" }, h("kbd", null, key)), h("td", null, t(text)))))),
    h("p", { class: "actions" }, button(t("close"), () => /** @type {HTMLDialogElement} */ (dialog).close(), { class: "accept" })));
  return /** @type {HTMLDialogElement} */ (dialog);
}

/** @param {import("./app.js").Page} page @param {KeyboardEvent} event */
export function pressKey(page, event) {
  const isTyping = event.target.closest?.("input, textarea, select");
  const hasCommand = event.ctrlKey || event.metaKey;
  if (hasCommand && event.key.toLowerCase() === "s") {
    event.preventDefault();
    page.save();
  } else if (hasCommand && event.key.toLowerCase() === "z" && !isTyping) {
    event.preventDefault();
    if (event.shiftKey) page.corrections.redo();
    else page.corrections.undo();
  } else if (event.key === "Escape" && !page.help.open) page.editor.open(null);
  else if (!hasCommand && !event.altKey && !isTyping && !page.help.open) pressPlainKey(page, event);
}

/** @param {import("./app.js").Page} page @param {KeyboardEvent} event */
function pressPlainKey(page, event) {
  const number = Number(event.key);
  if (event.key === "j" || event.key === "k") page.walk(event.key === "j" ? 1 : -1);
  else if ("aced".includes(event.key) && event.key.length === 1) page.decide(event.key);
  else if (event.key === "u") page.corrections.undo();
  else if (event.key === "/") document.getElementById("search")?.focus();
  else if (event.key === "?") page.help.showModal();
  else if (number >= 1 && number <= tabs.length) page.showTab(tabs[number - 1]);
  else return;
  event.preventDefault();
}

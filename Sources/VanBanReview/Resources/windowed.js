// Long lists: only what is near the window stands on the page, so that thousands of rows scroll as lightly as ten.

import { h } from "./dom.js";

/** Lists up to this long are on the page as a whole, where the browser's own search finds everything. */
const wholeLimit = 300;

export class Windowed {
  /**
   * @param {HTMLElement} container what the items stand in
   * @param {(index: number) => HTMLElement} draw makes an item
   * @param {{chunk?: number, height?: number}} [options] items at a time, and how high one is thought to be before it is seen
   */
  constructor(container, draw, options = {}) {
    this.container = container;
    this.draw = draw;
    this.chunk = options.chunk ?? 20;
    this.height = options.height ?? 90;
    this.count = 0;
    /** @type {{element: HTMLElement, isThere: boolean}[]} */
    this.chunks = [];
    this.observer = new IntersectionObserver((entries) => this.notice(entries), { rootMargin: "1200px 0px" });
  }

  /** Shows so many items, all of them new. @param {number} count */
  show(count) {
    this.count = count;
    this.observer.disconnect();
    this.chunks = [];
    this.container.replaceChildren();
    const isWhole = count <= wholeLimit;
    for (let start = 0; start < count; start += this.chunk) {
      const element = h("div", { class: "chunk" });
      this.container.append(element);
      this.chunks.push({ element, isThere: false });
      if (isWhole) this.put(this.chunks.length - 1);
      else {
        element.style.minHeight = `${Math.min(this.chunk, count - start) * this.height}px`;
        this.observer.observe(element);
      }
    }
  }

  /** Draws anew what is on the page: the same items, changed. */
  refresh() {
    this.chunks.forEach((chunk, index) => {
      if (!chunk.isThere) return;
      chunk.isThere = false;
      this.put(index);
    });
  }

  /** The element of an item, which is on the page then. @param {number} index */
  reveal(index) {
    const number = Math.floor(index / this.chunk);
    if (!this.chunks[number]) return null;
    this.put(number);
    return /** @type {HTMLElement | null} */ (this.chunks[number].element.children[index - number * this.chunk] ?? null);
  }

  /** Everything on the page, for the printer. */
  showAll() {
    this.chunks.forEach((_, index) => this.put(index));
  }

  /** @param {number} number */
  put(number) {
    const chunk = this.chunks[number];
    if (chunk.isThere) return;
    chunk.isThere = true;
    const start = number * this.chunk;
    const items = [];
    for (let index = start; index < Math.min(start + this.chunk, this.count); index++) items.push(this.draw(index));
    chunk.element.replaceChildren(...items);
    chunk.element.style.minHeight = "";
  }

  /** @param {IntersectionObserverEntry[]} entries */
  notice(entries) {
    for (const entry of entries) {
      const number = this.chunks.findIndex((chunk) => chunk.element === entry.target);
      if (number < 0) continue;
      const chunk = this.chunks[number];
      if (entry.isIntersecting) this.put(number);
      else if (chunk.isThere && !chunk.element.contains(document.activeElement)) {
        // What is far away leaves its room, so that nothing moves.
        chunk.element.style.minHeight = `${entry.boundingClientRect.height}px`;
        chunk.element.replaceChildren();
        chunk.isThere = false;
      }
    }
  }
}

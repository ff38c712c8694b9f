// Both sides show each other's places: what is pointed at on one side lights up on the other.

/**
 * A place of the document on the page. A source with pages says its page and the box on it, too, so that a picture of the
 * page can show it: nothing else here asks how a place is drawn.
 * @typedef {{start: number, end: number, owner: string, item: number, key: string, page?: number, box?: number[]}} Spot
 */

export class Links {
  constructor() {
    /** @type {Spot[]} */
    this.spots = [];
    /** @type {Map<string, Spot[]>} */
    this.byOwner = new Map();
    /** @type {Map<string, Spot>} */
    this.byKey = new Map();
    /** @type {Element[]} */
    this.lit = [];
    /** How the document brings a spot onto the page. @type {(spot: Spot) => Element | null} */
    this.reveal = () => null;
    /** How the record brings what is of an owner onto the page. @type {(owner: string) => Element | null} */
    this.revealRecord = () => null;
    /** Where both stand. @type {{document: HTMLElement, record: HTMLElement} | null} */
    this.panes = null;
  }

  clear() {
    this.spots = [];
    this.byOwner.clear();
    this.byKey.clear();
    this.lit = [];
  }

  /** @param {Spot} spot */
  add(spot) {
    this.spots.push(spot);
    this.byKey.set(spot.key, spot);
    const same = this.byOwner.get(spot.owner);
    if (same) same.push(spot);
    else this.byOwner.set(spot.owner, [spot]);
  }

  /** The spots that a place of the source meets. @param {{start: number, end: number}} location */
  at(location) {
    const end = Math.max(location.end, location.start + 1);
    const meeting = this.spots.filter((spot) => spot.start < end && spot.end > location.start);
    // A cell that a page break cut reaches over its neighbours.
    const inside = meeting.filter((spot) => spot.start <= location.start && spot.end >= location.end);
    const shortest = inside.sort((a, b) => (a.end - a.start) - (b.end - b.start))[0];
    return shortest && shortest.end - shortest.start < 2000 ? [shortest] : meeting;
  }

  /** The spots that an element of the record speaks of. @param {HTMLElement} element */
  spotsOf(element) {
    const { owner, start, end, spot } = element.dataset;
    if (spot) return [this.byKey.get(spot)].filter((found) => found !== undefined);
    if (owner) {
      const own = this.byOwner.get(owner);
      if (own) return own;
      const below = this.spots.filter((entry) => entry.owner.startsWith(`${owner}.`));
      if (below.length > 0) return below;
    }
    return start === undefined ? [] : this.at({ start: Number(start), end: Number(end) });
  }

  /** Lights up what an element speaks of, on both sides. @param {HTMLElement} element */
  light(element) {
    this.dark();
    const isOfDocument = this.panes?.document.contains(element);
    const found = [];
    if (isOfDocument) {
      const spot = this.byKey.get(element.dataset.key ?? "");
      if (spot) found.push(...this.inRecord(spot));
    } else {
      for (const spot of this.spotsOf(element).slice(0, 400)) {
        const element = this.panes && shown(this.panes.document, spot.key);
        if (element) found.push(element);
      }
    }
    for (const entry of isOfDocument ? [element, ...found] : found) {
      entry.classList.add("lit");
      this.lit.push(entry);
    }
  }

  dark() {
    for (const element of this.lit) element.classList.remove("lit");
    this.lit = [];
  }

  /** What of the record on the page speaks of a spot. @param {Spot} spot */
  inRecord(spot) {
    const record = this.panes?.record;
    if (!record) return [];
    const exact = record.querySelectorAll(`[data-owner="${CSS.escape(spot.owner)}"], [data-spot="${CSS.escape(spot.key)}"]`);
    if (exact.length > 0) return [...exact];
    const around = record.querySelector(`[data-owner="${CSS.escape(spot.owner.split(".")[0])}"]`);
    return around ? [around] : [];
  }

  /** Brings the place of something of the record into view. @param {HTMLElement} element */
  showInDocument(element) {
    const spot = this.spotsOf(element)[0];
    if (spot) this.show(spot);
    this.light(element);
    return spot !== undefined;
  }

  /** @param {Spot} spot */
  show(spot) {
    const element = this.reveal(spot);
    scrollTo(element);
    return element;
  }

  /** Brings what the record has of a place of the document into view. @param {HTMLElement} element */
  showInRecord(element) {
    const spot = this.byKey.get(element.dataset.key ?? "");
    if (!spot) return;
    const field = this.revealRecord(spot.owner);
    scrollTo(field);
    this.light(element);
    if (field) {
      field.classList.add("lit");
      this.lit.push(field);
    }
  }
}

/**
 * The element of a place where it is drawn, be it as a part of a merged cell.
 * @param {Element} pane
 * @param {string} key
 */
export function shown(pane, key) {
  return pane.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? pane.querySelector(`[data-also~="${CSS.escape(key)}"]`);
}

/** Scrolls an element into the middle of its pane; at once for whoever wants nothing to move. @param {Element | null} element */
export function scrollTo(element) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "center", inline: "nearest", behavior: isCalm ? "auto" : "smooth" });
}

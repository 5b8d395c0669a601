// Cards of names: what the archive knows of the name under the pointer or the focus.
// A card can be pointed at, stays until the reader leaves it, and goes at Escape (WCAG 1.4.13).

const OPENING = 350;
const CLOSING = 250;
const MARGIN = 8;

class Cards {
  constructor() {
    this.card = null;
    this.name = null;
    this.timer = 0;
    this.known = new Map();
  }

  contains(element) {
    return this.card?.contains(element) ?? false;
  }

  /** Take note that the pointer or the focus is on a name, on the card, or elsewhere. */
  enter(name, isInCard, atOnce) {
    clearTimeout(this.timer);
    if (isInCard || (name && name === this.name)) {
      return;
    }
    if (name) {
      this.timer = setTimeout(() => this.open(name), atOnce ? 0 : OPENING);
    } else if (this.card) {
      this.timer = setTimeout(() => this.close(), CLOSING);
    }
  }

  async open(name) {
    this.close();
    this.name = name;
    const content = await this.fetch(name.dataset.card);
    if (!content || this.name !== name) {
      return;
    }
    this.card = document.createElement("div");
    this.card.className = "name-popup";
    this.card.id = "name-popup";
    this.card.append(...content.cloneNode(true).childNodes);
    document.body.append(this.card);
    name.setAttribute("aria-describedby", this.card.id);
    this.place();
  }

  /** Give the content of a card; null where it cannot be had: the name is a link all the same. */
  async fetch(address) {
    if (!this.known.has(address)) {
      try {
        const answer = await fetch(address);
        const text = answer.ok ? await answer.text() : "";
        this.known.set(address, text ? new DOMParser().parseFromString(text, "text/html").body : null);
      } catch {
        return null;
      }
    }
    return this.known.get(address);
  }

  /** Put the card under its name, or above it where there is more room; a name out of sight has none. */
  place() {
    if (!this.card) {
      return;
    }
    const name = this.name.getClientRects()[0] ?? this.name.getBoundingClientRect();
    if (name.bottom < 0 || name.top > innerHeight) {
      this.close();
      return;
    }
    const { width, height } = this.card.getBoundingClientRect();
    const isBelow = name.bottom + height + MARGIN < innerHeight || name.top < height + MARGIN;
    const left = Math.max(MARGIN, Math.min(name.left, document.documentElement.clientWidth - width - MARGIN));
    this.card.style.left = `${left}px`;
    this.card.style.top = `${isBelow ? name.bottom : name.top - height}px`;
  }

  /** Take the card away; false where there was none. */
  close() {
    clearTimeout(this.timer);
    const wasOpen = this.card !== null;
    this.name?.removeAttribute("aria-describedby");
    this.card?.remove();
    this.card = null;
    this.name = null;
    return wasOpen;
  }
}

const cards = new Cards();

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, ({ target, pointerType }) => {
    if (pointerType !== "touch") {
      cards.enter(target.closest?.("a[data-card]"), cards.contains(target), kind === "focusin");
    }
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && cards.close()) {
    event.preventDefault();
  }
});
addEventListener("scroll", () => cards.place(), { passive: true });
addEventListener("resize", () => cards.close());

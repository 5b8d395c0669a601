// Next and previous match of an article, by buttons; keyboard.js presses them for the keys n and p.

function stepThroughMatches(bar) {
  const walk = new Walk(bar);
  const steps = { "next-match": 1, "previous-match": -1 };
  for (const [id, step] of Object.entries(steps)) {
    const button = document.getElementById(id);
    button.hidden = false;
    button.addEventListener("click", () => walk.move(step));
  }
  document.getElementById("minimap")?.addEventListener("click", (event) => {
    const tick = event.target.closest("a[data-match]");
    if (tick && walk.show(Number(tick.dataset.match))) {
      event.preventDefault();
    }
  });
  walk.showAddressed();
}

class Walk {
  constructor(bar) {
    this.data = bar.dataset;
    this.first = Number(bar.dataset.first);
    this.last = Number(bar.dataset.last);
    this.total = Number(bar.dataset.total);
    this.current = 0;
  }

  /** Go one match further or back; from the last of a part of a long article on to the next part. */
  move(step) {
    const wanted = this.current ? this.current + step : this.nearest(step);
    if (wanted < 1 || wanted > this.total || this.show(wanted)) {
      return;
    }
    const address = wanted > this.last ? this.data.after : this.data.before;
    if (address) {
      location.assign(`${address}#m${wanted}`);
    }
  }

  /** Give the first match that can be seen or stands below, or the last one above. */
  nearest(step) {
    const marks = [...document.querySelectorAll("mark[id]")];
    const below = marks.findIndex((mark) => mark.getBoundingClientRect().bottom > 0);
    const rank = below < 0 ? marks.length : below;
    return this.first + (step > 0 ? Math.min(rank, Math.max(this.last - this.first, 0)) : rank - 1);
  }

  /** Outline a match, bring it into view and say its number; false where this page has not got it. */
  show(number) {
    const mark = document.getElementById(`m${number}`);
    if (!mark) {
      return false;
    }
    for (const each of document.querySelectorAll("mark[aria-current]")) {
      each.removeAttribute("aria-current");
    }
    for (const each of document.querySelectorAll(`mark[data-match="${number}"]`)) {
      each.setAttribute("aria-current", "true");
    }
    mark.scrollIntoView({ block: "center" });
    this.current = number;
    const said = this.data.said.replace("{n}", number).replace("{total}", this.total);
    document.getElementById("match-status").textContent = said;
    return true;
  }

  /** Begin at the match named at the end of the address, if any. */
  showAddressed() {
    const wanted = /^#m(\d+)$/.exec(location.hash);
    if (wanted) {
      this.show(Number(wanted[1]));
    }
  }
}

const bar = document.getElementById("matches");
if (bar) {
  stepThroughMatches(bar);
}

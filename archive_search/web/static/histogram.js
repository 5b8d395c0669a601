// A period of the answer is chosen by dragging over its bars, and shown meanwhile.

/** Let a reader select bars of a figure; what is selected becomes the period of a form, which is submitted. */
export function selectPeriods(figure, form) {
  const drawing = figure.querySelector("svg");
  const bars = [...drawing.querySelectorAll(".bar")];
  const told = figure.querySelector("output");
  const state = { from: -1, to: -1 };

  drawing.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      drawing.setPointerCapture(event.pointerId);
      state.from = barAt(event);
      extend(event);
    }
  });
  drawing.addEventListener("pointermove", (event) => state.from >= 0 && extend(event));
  drawing.addEventListener("pointerup", (event) => {
    if (state.from >= 0) {
      extend(event);
      submit(form, periodOf(...chosen()));
    }
  });
  drawing.addEventListener("pointercancel", forget);
  document.addEventListener("keydown", (event) => event.key === "Escape" && forget());

  /** Find the bar under or over a place: the whole height counts, that of empty bars too. */
  function barAt(event) {
    const { left, width } = drawing.getBoundingClientRect();
    const place = Math.floor(((event.clientX - left) / width) * bars.length);
    return Math.min(Math.max(place, 0), bars.length - 1);
  }

  function chosen() {
    return [bars[Math.min(state.from, state.to)], bars[Math.max(state.from, state.to)]];
  }

  function extend(event) {
    state.to = barAt(event);
    const [first, last] = chosen();
    const [start, end] = [bars.indexOf(first), bars.indexOf(last)];
    bars.forEach((bar, place) => bar.classList.toggle("is-chosen", start <= place && place <= end));
    const names = [nameOf(first), nameOf(last)];
    told.textContent = names[0] === names[1] ? names[0] : names.join(" – ");
  }

  function forget() {
    Object.assign(state, { from: -1, to: -1 });
    bars.forEach((bar) => bar.classList.remove("is-chosen"));
    told.textContent = "";
  }
}

/** Give the name of a bar, which its title has before the number of articles. */
function nameOf(bar) {
  return bar.querySelector("title").textContent.split(" : ")[0];
}

function periodOf(first, last) {
  const [start, end] = [first.dataset.first, last.dataset.last];
  return start === end ? start : `${start}..${end}`;
}

/** Ask for a period in the place of those that the form has. */
function submit(form, period) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "period", value: period });
  form.append(field);
  form.requestSubmit();
}

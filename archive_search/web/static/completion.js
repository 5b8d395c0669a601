// Ways in which the query may go on, under the box: a combobox with a list (ARIA Authoring Practices Guide).

const WAIT = 120;
const SHORTEST = 2;

/** Offer completions in a box; its element names their address in data-completions and the words for kinds in data-*. */
export function completeBox(holder) {
  const list = document.createElement("ul");
  const state = { holder, list, asked: 0, timer: 0, active: -1, controller: null };
  Object.assign(list, { id: "completions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", holder.dataset.label);
  holder.append(list);
  announce(state);
  holder.addEventListener("input", (event) => event.isTrusted && schedule(state));
  holder.addEventListener("keydown", (event) => steer(state, event));
  holder.addEventListener("focusout", () => close(state));
  // The box must keep the focus while one presses the mouse on the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take(state, event.target.closest("[role=option]")));
}

const boxOf = (state) => state.holder.querySelector("#q");

/** Tell assistive technology what the box is, and which completion is the active one. */
function announce(state) {
  const box = boxOf(state);
  const attributes = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": state.list.id,
    "aria-expanded": String(!state.list.hidden),
  };
  for (const [name, value] of Object.entries(attributes)) {
    box.setAttribute(name, value);
  }
  const active = state.list.children[state.active];
  if (active) {
    box.setAttribute("aria-activedescendant", active.id);
  } else {
    box.removeAttribute("aria-activedescendant");
  }
  for (const option of state.list.children) {
    option.setAttribute("aria-selected", String(option === active));
  }
  active?.scrollIntoView({ block: "nearest" });
}

function close(state) {
  clearTimeout(state.timer);
  state.asked += 1;
  state.list.hidden = true;
  state.active = -1;
  announce(state);
}

function schedule(state) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => ask(state), WAIT);
}

/** Ask for completions of what stands before the caret; an answer that is not to the last question is dropped. */
async function ask(state) {
  const box = boxOf(state);
  const text = box.value.slice(0, box.selectionEnd);
  const number = ++state.asked;
  state.controller?.abort();
  if (text.trim().length < SHORTEST) {
    close(state);
    return;
  }
  state.controller = new AbortController();
  const address = new URL(state.holder.dataset.completions, location.href);
  address.searchParams.set("text", text);
  try {
    const answer = await fetch(address, { signal: state.controller.signal });
    const { completions } = answer.ok ? await answer.json() : { completions: [] };
    if (number === state.asked) {
      show(state, completions);
    }
  } catch {
    // The box works without completions: the server is busy or gone, or a newer question was asked.
    return;
  }
}

function show(state, completions) {
  state.list.replaceChildren(...completions.map((each, rank) => makeOption(state, each, rank)));
  state.list.hidden = completions.length === 0;
  state.active = -1;
  announce(state);
}

function makeOption(state, { text, completed, kind, articles }, rank) {
  const option = document.createElement("li");
  Object.assign(option, { id: `completion-${rank}`, role: "option" });
  option.dataset.text = text;
  option.append(makePart("completed", completed));
  const told = state.holder.dataset[kind];
  if (told) {
    option.append(makePart(`kind ${kind}`, told));
  }
  if (articles !== null) {
    option.append(makePart("count", articles.toLocaleString(document.documentElement.lang)));
  }
  return option;
}

function makePart(name, text) {
  const part = document.createElement("span");
  part.className = name;
  part.textContent = text;
  return part;
}

function steer(state, event) {
  if (event.isComposing) {
    return;
  }
  if (event.key === "Escape" && !state.list.hidden) {
    event.preventDefault();
    close(state);
  } else if (event.key === "Enter" && !state.list.hidden && state.active >= 0) {
    event.preventDefault();
    take(state, state.list.children[state.active]);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    move(state, event);
  }
}

/** Go to the next or the previous completion; between the last and the first stands the box itself. */
function move(state, event) {
  const count = state.list.children.length;
  if (state.list.hidden || !count) {
    return;
  }
  event.preventDefault();
  const places = count + 1;
  const step = event.key === "ArrowDown" ? 1 : -1;
  state.active = ((state.active + 1 + step + places) % places) - 1;
  announce(state);
}

/** Write a completion in the place of what stands before the caret. */
function take(state, option) {
  if (!option) {
    return;
  }
  const box = boxOf(state);
  const text = option.dataset.text + (option.dataset.text.endsWith(":") ? "" : " ");
  box.setRangeText(text, 0, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
  close(state);
}

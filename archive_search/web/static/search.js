// The search page: choices apply at once, operators are inserted where one writes, long equations get room.

import { completeBox } from "./completion.js";
import { selectPeriods } from "./histogram.js";

const form = document.getElementById("search");
const KEPT = "choice";
const PLAIN = { sort: "relevance", size: "10", syntax: "standard" };

form.classList.add("is-live");
form.addEventListener("formdata", ({ formData }) => dropPlain(formData));
form.addEventListener("input", () => fit());
form.addEventListener("paste", keepLines);
form.addEventListener("keydown", submitOnEnter);
form.querySelector("#operators").addEventListener("click", insertOperator);
document.addEventListener("change", applyChoice);
// What the browser restores on going back is the state before the page was left, not that of its address.
window.addEventListener("pageshow", (event) => event.persisted && form.reset());

placeCaret();
completeBox(form.querySelector(".searchbox"));
const figure = document.getElementById("histogram");
if (figure) {
  selectPeriods(figure, form);
}
fit();
goOn();

/** Leave out of the address what goes without saying. */
function dropPlain(formData) {
  for (const [name, value] of [...formData]) {
    if (value === "" ? name !== "q" : PLAIN[name] === value) {
      formData.delete(name);
    }
  }
}

function applyChoice({ target }) {
  const isChoice = target.matches("select, input[type=checkbox]");
  if (target.form === form && isChoice) {
    const { name, value, type } = target;
    sessionStorage.setItem(KEPT, JSON.stringify({ name, value: type === "checkbox" ? value : null, top: scrollY }));
    form.requestSubmit();
  }
}

/** Go on where a choice was made, so that the next one needs no way back from the top of the page. */
function goOn() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  const same = (field) => field.name === kept?.name && (kept.value === null || field.value === kept.value);
  const field = [...form.elements].find(same);
  if (field) {
    field.closest("details")?.setAttribute("open", "");
    field.focus({ preventScroll: true });
    scrollTo({ top: kept.top, behavior: "instant" });
  }
}

/** Place the caret behind the words, where an operator goes until the reader places it elsewhere. */
function placeCaret() {
  const box = document.getElementById("q");
  box.setSelectionRange(box.value.length, box.value.length);
}

/** Give the box as many lines as its text, and make it a field of several lines when one does not do. */
function fit() {
  const box = document.getElementById("q");
  if (box.tagName === "INPUT" && box.scrollWidth > box.clientWidth) {
    widen(box);
  } else if (box.tagName === "TEXTAREA") {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }
}

/** Put a field of several lines in the place of the box, with its text and its caret. */
function widen(box) {
  const area = document.createElement("textarea");
  for (const { name, value } of box.attributes) {
    if (name !== "type" && name !== "value") {
      area.setAttribute(name, value);
    }
  }
  area.rows = 1;
  area.value = box.value;
  const wasFocused = document.activeElement === box;
  const { selectionStart, selectionEnd } = box;
  box.replaceWith(area);
  if (wasFocused) {
    area.focus();
    area.setSelectionRange(selectionStart, selectionEnd);
  }
  fit();
  return area;
}

/** Keep the lines of an equation that is pasted: a field of one line would glue its words together. */
function keepLines(event) {
  const text = event.clipboardData?.getData("text") ?? "";
  if (event.target.id === "q" && event.target.tagName === "INPUT" && /[\r\n]/.test(text)) {
    event.preventDefault();
    insert(widen(event.target), text.trim());
  }
}

function submitOnEnter(event) {
  const isPlain = event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.defaultPrevented;
  if (isPlain && event.target.tagName === "TEXTAREA") {
    event.preventDefault();
    form.requestSubmit();
  }
}

/** Put an operator around the words that are selected in the box, or at the caret. */
function insertOperator(event) {
  const link = event.target.closest("a[data-before]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const box = document.getElementById("q");
  const { before, after } = link.dataset;
  const chosen = box.value.slice(box.selectionStart, box.selectionEnd);
  const touches = before.trimStart() === before && before && /[^\s(]$/.test(box.value.slice(0, box.selectionStart));
  insert(box, (touches ? " " : "") + before + chosen + after);
  if (!chosen && after) {
    const caret = box.selectionEnd - after.length;
    box.setSelectionRange(caret, caret);
  }
}

function insert(box, text) {
  box.focus();
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// Keys of every page. What they do is told in templates/help/keys.html, which "?" shows.

// A search that is too long for so many links has buttons in their place.
const TITLES = ".hits .hit :is(h2, h3) > :is(a, button)";

const KEYS = {
  "/": focusSearch,
  j: () => moveToHit(1),
  k: () => moveToHit(-1),
  n: () => press("next-match"),
  p: () => press("previous-match"),
  u: () => press("back"),
  "?": showHelp,
};

document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  if (act && !isTaken(event) && act() !== false) {
    event.preventDefault();
  }
});

/** Tell whether a key belongs to a field, a dialog or the browser. */
function isTaken(event) {
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  const presses = "[type=checkbox], [type=radio], [type=submit], [type=button]";
  const fields = `input:not(${presses}), select, textarea:not([readonly]), dialog`;
  return event.defaultPrevented || event.isComposing || modified || event.target.closest?.(fields) !== null;
}

function focusSearch() {
  const box = document.getElementById("q");
  box?.focus();
  box?.select();
  return box !== null;
}

/** Move the focus to the title of the next hit that can be seen, or of the first one. */
function moveToHit(step) {
  const titles = [...document.querySelectorAll(TITLES)].filter((each) => each.checkVisibility());
  const hit = document.activeElement?.closest(".hit");
  const here = titles.findIndex((each) => each.closest(".hit") === hit);
  const next = titles[here < 0 ? (step > 0 ? 0 : titles.length - 1) : here + step];
  next?.focus({ preventScroll: true });
  next?.closest(".hit").scrollIntoView({ block: "nearest", behavior: "instant" });
  return titles.length > 0;
}

/** Do as if a button or a link was pressed, on the pages that have it. */
function press(id) {
  const button = document.getElementById(id);
  button?.click();
  return button !== null;
}

let sheet = null;

/** Show the keys of the help page; where it cannot be had, go there, so that the reader sees what is wrong. */
async function showHelp() {
  if (!sheet && document.getElementById("keys")) {
    location.hash = "keys";
    return;
  }
  const link = document.getElementById("to-help");
  try {
    sheet ??= makeSheet(link.href);
    (await sheet).showModal();
  } catch {
    link.click();
  }
}

async function makeSheet(address) {
  const answer = await fetch(address);
  const help = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog");
  dialog.id = "key-sheet";
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.append(document.adoptNode(help.getElementById("keys")), closingForm(help));
  document.body.append(dialog);
  return dialog;
}

/** Give the button that closes the sheet, as the help page has it in a template. */
function closingForm(help) {
  return document.importNode(help.getElementById("close-sheet").content, true);
}

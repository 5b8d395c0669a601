// Dossiers: forms that keep the reader where they are, and the count of the articles that are ticked.
//
// A form with data-stay is sent from here. The answer is the page that would have come; every part of ours that is
// marked data-fresh takes its content from the part of the same id there.

const selection = document.getElementById("selection");

document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-stay]")) {
    event.preventDefault();
    stay(event.target);
  }
});

if (selection) {
  document.addEventListener("change", countTicked);
  document.getElementById("tick-all").addEventListener("click", tickAll);
  document.getElementById("tick-all").hidden = false;
  // What the browser ticks again on going back.
  addEventListener("pageshow", countTicked);
  countTicked();
}

async function stay(form) {
  if (form.dataset.sent) {
    return;
  }
  form.dataset.sent = "yes";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) {
      // What is typed stays where nothing was done with it.
      if (!page.querySelector("#desk-news .warning")) {
        form.reset();
        form.closest("details")?.removeAttribute("open");
      }
      refresh(page);
      countTicked();
    } else {
      leaveFor(form);
    }
  } catch {
    leaveFor(form);
  } finally {
    delete form.dataset.sent;
  }
}

/** Send the form as a browser does, so that its reader sees what is wrong. */
function leaveFor(form) {
  form.submit();
}

function refresh(page) {
  for (const part of document.querySelectorAll("[data-fresh][id]")) {
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML) {
      const hadFocus = part.contains(document.activeElement);
      part.replaceChildren(...document.adoptNode(fresh).childNodes);
      if (hadFocus) {
        part.querySelector("summary, a, select, input:not([type=hidden]), button")?.focus();
      }
    }
  }
}

function boxes() {
  return [...document.querySelectorAll("input[type=checkbox][form=selection]")];
}

function countTicked() {
  const said = document.getElementById("ticked")?.dataset;
  if (said) {
    const count = boxes().filter((box) => box.checked).length;
    const sentences = [said.none ?? "", said.one];
    document.getElementById("ticked").textContent = sentences[count] ?? said.many.replace("{count}", count);
  }
}

function tickAll() {
  const all = boxes();
  const ticked = all.some((box) => !box.checked);
  for (const box of all) {
    box.checked = ticked;
  }
  countTicked();
}

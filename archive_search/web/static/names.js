// Names: offers names while one is being typed, and says that a correction is under way.

const DELAY = 200;
const MOST = 8;

function offerNames(field) {
  const list = document.getElementById(field.getAttribute("list"));
  let waiting = 0;
  let asked = "";

  async function ask() {
    const text = field.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    const address = new URL(field.dataset.completions, location.href);
    address.searchParams.set("text", text);
    address.searchParams.set("type", field.dataset.type);
    address.searchParams.set("size", MOST);
    const answer = await fetch(address).catch(() => null);
    // A later question may have been answered first.
    if (!answer?.ok || text !== asked) return;
    const { entities } = await answer.json();
    list.replaceChildren(...entities.map((entity) => makeOption(entity, entities)));
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, DELAY);
  });
}

// The id where the name alone would not tell.
function makeOption(entity, entities) {
  const option = document.createElement("option");
  const isAlone = entities.filter((other) => other.name === entity.name).length === 1;
  option.value = isAlone ? entity.name : entity.id;
  option.label = `${isAlone ? "" : `${entity.name} `}(${entity.articles})`;
  return option;
}

// A correction takes seconds: a second press would ask for it twice.
function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = status.dataset.working;
  });
}

for (const field of document.querySelectorAll("input[data-completions][list]")) offerNames(field);
for (const form of document.querySelectorAll("form.correction")) sendOnce(form);
// A page that the browser brings back from its memory can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form.correction")) {
    delete form.dataset.sent;
    form.querySelector("[role=status]")?.replaceChildren();
  }
});

// What a script adds to the page of an article; every part of the page works without it.
// Matches are in article-matches.js, cards of names in article-cards.js.

leadToPart();
offerCopies();
fetchSimilar();

/** Go to the part of a long article that has the paragraph named at the end of the address. */
function leadToPart() {
  const article = document.querySelector("article[data-parts]");
  const wanted = /^#p(\d+)$/.exec(location.hash);
  if (!wanted || document.getElementById(wanted[0].slice(1))) {
    return;
  }
  const beginnings = article.dataset.parts.split(" ").map(Number);
  const part = Math.max(beginnings.findLastIndex((first) => first <= Number(wanted[1])) + 1, 1);
  const address = new URL(location.href);
  if (part !== Number(article.dataset.part)) {
    address.searchParams.set("part", part);
    location.replace(address);
  }
}

/** Let each reference be copied by a button, which says so. */
function offerCopies() {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(document.getElementById(button.dataset.copy));
      button.parentElement.querySelector("[role=status]").textContent = button.dataset.copied;
    });
  }
}

async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Some browsers keep the clipboard from pages; all of them copy what is selected.
    document.execCommand("copy");
  }
}

/** Put the list of similar articles in place of the link to it, once the reader comes near. */
function fetchSimilar() {
  const section = document.getElementById("similar");
  const watch = new IntersectionObserver(async (entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      const answer = await fetch(section.dataset.fragment);
      if (answer.ok) {
        const list = new DOMParser().parseFromString(await answer.text(), "text/html");
        section.querySelector("p").before(...list.body.children);
      }
    }
  });
  watch.observe(section);
}

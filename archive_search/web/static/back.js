// From an article, or from why it is found, back to the results as they were left, in their order and at their page;
// at the same place too, where the browser tells that they are the page before.

const link = document.getElementById("back");
const from = new URL(document.referrer || location.href);

if (link && from.pathname === new URL(link.href).pathname) {
  link.href = from;
  link.addEventListener("click", (event) => {
    const before = window.navigation?.entries()[window.navigation.currentEntry.index - 1];
    if (before?.url === link.href && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.back();
    }
  });
}

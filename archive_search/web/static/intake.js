// Show how far indexing is as it goes on; its page is loaded again once it ends.

const job = document.getElementById("job");
const bar = document.getElementById("job-progress");

/** Write a sentence where it differs: what a screen reader has said is not said again. */
function say(name, sentence) {
  const place = document.getElementById(`job-${name}`);
  if (place && place.textContent !== sentence) place.textContent = sentence;
}

function show({ job: state, said }) {
  for (const [name, sentence] of Object.entries(said)) say(name, sentence);
  if (state.total) {
    bar.max = state.total;
    bar.value = state.done;
  } else {
    bar.removeAttribute("value");
  }
}

if (job) {
  const source = new EventSource(job.dataset.events);
  source.addEventListener("progress", (event) => show(JSON.parse(event.data)));
  source.addEventListener("end", () => {
    source.close();
    location.reload();
  });
}

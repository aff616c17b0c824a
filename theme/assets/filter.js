// Indexes: a field that leaves only the lines with the words typed into it.
const lists = [...document.querySelectorAll(".formula-index")];
const lines = lists.flatMap((list) => [...list.querySelectorAll("li, dd > *")]);
const place = document.querySelector(".md-content :is(h2, h3)");

function keep(words) {
  for (const line of lines) {
    const text = line.textContent.toLowerCase();
    line.hidden = !words.every((word) => text.includes(word));
  }
  for (const entry of document.querySelectorAll(".formula-index dd")) {
    entry.hidden = entry.previousElementSibling.hidden = ![...entry.children].some((line) => !line.hidden);
    entry.classList.toggle("thinned", words.length > 0);
  }
  for (const list of lists) {
    list.hidden = ![...list.children].some((line) => !line.hidden);
    if (list.previousElementSibling.tagName[0] === "H" && list.tagName === "UL" && list.previousElementSibling !== place) list.previousElementSibling.hidden = list.hidden;
  }
}

function report(words) {
  const shown = new Set(lines.filter((line) => !line.hidden).map((line) => (line.querySelector("code") ?? line).textContent));
  const names = [...shown].filter((name) => /^\w+\.\w+$/.test(name)).length;
  return words.length ? `${names} found` : "";
}

export function enhance() {
  const form = document.createElement("div");
  form.className = "filter";
  form.innerHTML = `<label for="filter">Show only lines with</label>
    <input id="filter" type="search" autocomplete="off" spellcheck="false"><p role="status"></p>`;
  place.before(form);
  const field = form.querySelector("input");
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    keep(words);
    form.querySelector("[role=status]").textContent = report(words);
  });
}

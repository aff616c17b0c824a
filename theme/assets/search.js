// Search: every word must occur; titles weigh most. The index is the one MkDocs writes, fetched once.
const site = new URL("../", import.meta.url);
let entries;

async function load() {
  const { docs } = await (await fetch(new URL("search/search_index.json", site))).json();
  entries = docs.map(({ location, title, text }) => {
    const plain = new DOMParser().parseFromString(text, "text/html").body.textContent;
    const heading = new DOMParser().parseFromString(title, "text/html").body.textContent;
    return { location, heading, plain, low: [heading.toLowerCase(), plain.toLowerCase()] };
  });
}

function weigh({ low: [heading, plain] }, words) {
  let sum = 0;
  for (const word of words) {
    const found = (heading.includes(word) ? 10 : 0) + (heading.startsWith(word) ? 5 : 0) + (plain.includes(word) ? 1 : 0);
    if (!found) return 0;
    sum += found;
  }
  return sum;
}

function passage({ plain, low }, word) {
  const start = Math.max(0, low[1].indexOf(word) - 40);
  return (start ? "… " : "") + plain.slice(start, start + 130).trim() + (plain.length > start + 130 ? " …" : "");
}

function show(dialog, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = words.length ? entries.map((entry) => [weigh(entry, words), entry]).filter(([weight]) => weight) : [];
  const best = ranked.sort((a, b) => b[0] - a[0]).slice(0, 12).map(([, entry]) => entry);
  dialog.querySelector("ol").replaceChildren(...best.map((entry) => item(entry, words[0])));
  const count = ranked.length > best.length ? `The best ${best.length} of ${ranked.length} results` : `${best.length} results`;
  dialog.querySelector("[role=status]").textContent = words.length ? count.replace(/^1 results/, "1 result") : "";
}

function item(entry, word) {
  const link = Object.assign(document.createElement("a"), { href: new URL(entry.location, site), textContent: entry.heading });
  const line = document.createElement("li");
  line.append(link, Object.assign(document.createElement("span"), { textContent: passage(entry, word) }));
  return line;
}

function furnish(dialog) {
  dialog.innerHTML = `<form role="search" method="dialog"><label for="query">Search</label>
    <input id="query" type="search" autocomplete="off" spellcheck="false" autofocus><button>Close</button></form>
    <p role="status"></p><ol></ol>`;
  const field = dialog.querySelector("input");
  field.addEventListener("input", () => entries && show(dialog, field.value));
  dialog.addEventListener("keydown", (event) => walk(dialog, event));
  dialog.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
}

// Arrow keys walk from the field through the results and back; Enter in the field opens the first.
function walk(dialog, event) {
  const stops = [dialog.querySelector("input"), ...dialog.querySelectorAll("ol a")];
  const place = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter" && place === 0) {
    event.preventDefault();
    stops[1]?.click();
  } else if (step && place >= 0) {
    event.preventDefault();
    stops[Math.min(Math.max(place + step, 0), stops.length - 1)].focus();
  }
}

export async function open(dialog) {
  if (!dialog.firstChild) furnish(dialog);
  if (!dialog.open) dialog.showModal();
  if (!entries) await load();
  show(dialog, dialog.querySelector("input").value);
}

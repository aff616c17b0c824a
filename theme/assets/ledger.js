// What is checked: the head of each column sorts its table, and a field leaves only the rows with the words typed into it.
const tables = [...document.querySelectorAll("table.ledger")];
const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);

function sortable(table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(table, head, column));
  });
}

function sort(table, head, column) {
  const down = head.ariaSort === "ascending";
  for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
  head.ariaSort = down ? "descending" : "ascending";
  const text = (row) => row.cells[column].textContent;
  const order = new Intl.Collator("en", { numeric: true }).compare; // 9 before 12; a dash before both
  const sorted = [...table.tBodies[0].rows].sort((one, other) => order(text(one), text(other)));
  table.tBodies[0].append(...(down ? sorted.reverse() : sorted));
}

function keep(words) {
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
  for (const page of document.querySelectorAll(".ledger-page")) {
    page.hidden = !page.querySelector("tbody tr:not([hidden])");
    page.open = words.length > 0 && !page.hidden;
  }
}

export function enhance() {
  tables.forEach(sortable);
  const form = document.createElement("div");
  form.className = "filter";
  form.innerHTML = `<label for="filter">Show only rows with</label>
    <input id="filter" type="search" autocomplete="off" spellcheck="false"><p role="status"></p>`;
  (tables[0].closest(".ledger-page") ?? tables[0]).before(form);
  const [field, status] = [form.querySelector("input"), form.querySelector("[role=status]")];
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    keep(words);
    status.textContent = words.length ? `${rows.filter((row) => !row.hidden).length} rows found` : "";
  });
}

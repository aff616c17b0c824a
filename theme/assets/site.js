// What a page does beyond being read: menu, theme, search opener, copy buttons. Everything else works without this file.
const root = document.documentElement;
const one = (selector) => document.querySelector(selector);
const nav = one("#site-nav");
const opener = one(".menu-opener");
const narrow = matchMedia("(width < 60rem)");

// Menu: on narrow screens the contents cover the page while open, and are out of reach while closed.
function showMenu(open) {
  opener.setAttribute("aria-expanded", open);
  nav.inert = narrow.matches && !open;
  for (const behind of document.querySelectorAll(".md-content, .page-contents, .site-footer")) behind.inert = open;
  root.classList.toggle("menu-open", open);
}
opener.addEventListener("click", () => showMenu(opener.getAttribute("aria-expanded") === "false"));
narrow.addEventListener("change", () => showMenu(false));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !root.classList.contains("menu-open")) return;
  showMenu(false);
  opener.focus();
});
nav.addEventListener("click", (event) => event.target.closest("a") && showMenu(false));
showMenu(false);

// Theme: as the system says, light, dark, and around again.
const THEMES = ["auto", "light", "dark"];
function showTheme(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  one("#theme-name").textContent = `Theme: ${theme}`;
}
one("#theme-switch").addEventListener("click", () => {
  const theme = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
  showTheme(theme);
  try {
    if (theme === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {} // a browser that stores nothing still switches
});
showTheme(root.dataset.theme ?? "auto");

// Search: its script and index are fetched when somebody searches.
const scripts = one("script[data-search]").dataset;
const load = (script) => import(new URL(scripts[script], location));
const search = async () => (await load("search")).open(one("#search"));
one("#search-opener").addEventListener("click", search);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  search();
});

// Boxes that may scroll sideways are a stop for the keyboard only while there is something to scroll.
const boxes = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll(".formula-body, .derivation-math, .derivation-left, .md-content table, [data-figure]")) boxes.observe(box);

// Derivations: lines that can be hidden and come back one by one.
for (const derivation of document.querySelectorAll(".derivation")) load("derivation").then(({ enhance }) => enhance(derivation));

// Indexes: a field that leaves only what is looked for.
if (one(".formula-index")) load("filter").then(({ enhance }) => enhance());

// What is checked: tables that can be sorted, and a field that leaves only the rows looked for.
if (one("table.ledger")) load("ledger").then(({ enhance }) => enhance());

// On paper every answer is open, also in browsers whose style sheets cannot open one.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll(".md-content details:not(.formula-evidence, .ledger-page, [open])")) {
    folded.open = true;
    addEventListener("afterprint", () => (folded.open = false), { once: true });
  }
});

// Source code: a button that copies it.
for (const code of document.querySelectorAll("pre > code")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "Copy" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  code.parentElement.after(button);
}

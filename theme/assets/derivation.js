// A derivation to work out by oneself: hides its lines, and shows them again one by one or all at once.
const make = (text) => Object.assign(document.createElement("button"), { type: "button", textContent: text });

export function enhance(figure) {
  const list = figure.querySelector(".derivation-lines");
  const [, ...lines] = list.children;
  const next = make(""), all = make("Show all");

  function show(count) {
    lines.forEach((line, place) => (line.hidden = place >= count));
    const done = count >= lines.length;
    if (done && document.activeElement === all) next.focus();
    all.hidden = done;
    next.textContent = done ? "Line by line" : `Next line: ${count + 1} of ${lines.length}`;
  }

  next.addEventListener("click", () => {
    const hidden = lines.findIndex((line) => line.hidden);
    list.ariaLive = "polite"; // from now on a line that appears is read out
    show(hidden + 1);
  });
  all.addEventListener("click", () => show(lines.length));
  figure.querySelector(".derivation-tools").append(next, all);
  show(lines.length);
}

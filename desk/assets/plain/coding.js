// Coding: cells by keyboard; a value can be accepted while its sentence is in view; what is typed is kept until it is sent.
const pane = document.querySelector(".coding");
const article = pane.querySelector(".report");
const status = document.getElementById("coding-status");
pane.classList.add("scripted");
const cells = [...pane.querySelectorAll("form.cell")];
const blind = pane.dataset.blind === "true";
const inView = new Set();
let at = -1;

const watcher = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) entry.isIntersecting ? inView.add("#" + entry.target.id) : inView.delete("#" + entry.target.id);
    cells.forEach(judgeView);
  },
  { threshold: 0.6 },
);
article.querySelectorAll(".s").forEach((sentence) => watcher.observe(sentence));

const linksOf = (cell) => [...cell.querySelectorAll("a[data-statement]")];
// The statement whose sentence is before the coder's eyes: in the article, or opened from another report.
const seen = (cell) => linksOf(cell).find((link) => (link.classList.contains("here") ? inView.has(link.hash) : link.dataset.opened))?.dataset.statement ?? "";

function judgeView(cell) {
  const button = cell.querySelector('button[value="accept"]');
  const choice = cell.querySelector('select[name="evidence"]');
  if (!button) return;
  const statement = seen(cell);
  if (choice) choice.value = statement;
  button.disabled = Number(button.dataset.needs) > 0 && !statement;
  button.title = button.disabled ? "bring its sentence into view first (v)" : "";
}

// Scrolls the article alone: the rows beside it stay where they are.
function show(sentences) {
  pane.querySelectorAll(".s.here").forEach((sentence) => sentence.classList.remove("here"));
  sentences.forEach((sentence) => sentence.classList.add("here"));
  const top = sentences[0]?.getBoundingClientRect().top - article.getBoundingClientRect().top;
  if (sentences.length) article.scrollTo({ top: article.scrollTop + top - article.clientHeight / 3 });
}

function look(cell) {
  const link = linksOf(cell)[0];
  if (!link) return;
  if (link.classList.contains("here")) show([document.getElementById(link.hash.slice(1))].filter(Boolean));
  else link.click();
}

// What a doubtful item is about is shown in the article from the start.
const report = new URLSearchParams(location.search).get("document");
const asked = [...pane.querySelectorAll(".doubtful .side a[href*='#s']")].filter((link) => decodeURIComponent(link.pathname).endsWith(report));
show([...new Set(asked.map((link) => document.getElementById(link.hash.slice(1))))].filter(Boolean));

function go(to) {
  at = Math.max(0, Math.min(cells.length - 1, to));
  pane.querySelectorAll(".cell.on").forEach((cell) => cell.classList.remove("on"));
  const cell = cells[at];
  if (!cell) return;
  cell.classList.add("on");
  cell.scrollIntoView({ block: "nearest" });
  cell.querySelector('a[data-statement], button')?.focus({ preventScroll: true });
  if (!blind) look(cell);
}

async function send(cell, act) {
  const data = new URLSearchParams(new FormData(cell));
  data.set("act", act);
  data.set("evidence", seen(cell));
  const csrf = data.get("csrf");
  data.delete("csrf");
  status.textContent = "…";
  const answer = await fetch("/coding/cell", { method: "POST", body: data, headers: { "X-CSRF-Token": csrf } }).catch(() => null);
  if (answer?.status !== 204) { // a login page answers too, when the session is over
    status.textContent = !answer ? "the desk cannot be reached; what you typed is kept here" : answer.redirected ? "your session is over: log in again; what you typed is kept here" : await answer.text();
    return false;
  }
  cell.classList.remove("accepted", "corrected");
  cell.classList.add(act === "accept" ? "accepted" : "corrected");
  cell.dispatchEvent(new CustomEvent("kept"));
  localStorage.removeItem(draft(cell));
  unsent.delete(cell);
  status.textContent = `${cell.dataset.column}: ${act === "accept" ? "accepted" : "kept"}`;
  return true;
}

const draft = (cell) => `annals cell ${cell.elements.left.value} ${cell.elements.codebook.value} ${cell.dataset.column} ${blind ? "blind" : ""}`;
const unsent = new Set();
for (const cell of cells) {
  const field = cell.elements.value;
  const kept = localStorage.getItem(draft(cell));
  if (kept !== null && kept !== field.value) {
    field.value = kept;
    unsent.add(cell);
    cell.classList.add("unsent");
  }
  field.addEventListener("input", () => {
    localStorage.setItem(draft(cell), field.value);
    unsent.add(cell);
  });
  field.addEventListener("focus", () => {
    at = cells.indexOf(cell);
    pane.querySelectorAll(".cell.on").forEach((other) => other.classList.remove("on"));
    cell.classList.add("on");
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    send(cell, "correct").then((kept) => kept && go(at + 1));
  });
  cell.addEventListener("submit", (event) => {
    event.preventDefault();
    send(cell, event.submitter?.value ?? "correct");
  });
  for (const link of linksOf(cell)) {
    link.addEventListener("click", (event) => {
      if (!link.classList.contains("here")) link.dataset.opened = "1";
      else {
        event.preventDefault();
        at = cells.indexOf(cell);
        look(cell);
      }
      judgeView(cell);
    });
  }
  judgeView(cell);
}
addEventListener("beforeunload", (event) => {
  if (unsent.size) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select") || document.querySelector("dialog[open]")) return;
  const cell = cells[at];
  switch (event.key) {
    case "j": go(at + 1); break;
    case "k": go(at - 1); break;
    case "v": if (cell) look(cell); break;
    case "a":
      if (!cell || blind) return;
      if (cell.querySelector('button[value="accept"]').disabled) status.textContent = "bring its sentence into view first (v)";
      else send(cell, "accept").then((kept) => kept && go(at + 1));
      break;
    case "c": cell?.elements.value.focus(); break;
    default: return;
  }
  event.preventDefault();
});

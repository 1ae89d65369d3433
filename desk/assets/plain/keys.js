// Keys: ? tells them all.
const places = { o: "/", e: "/events", a: "/actors", n: "/network", c: "/claims", k: "/conflicts", d: "/documents", s: "/sources", i: "/inbox", r: "/review", w: "/coding", l: "/audit", h: "/help" };
let going = 0;

const rows = () => [...document.querySelectorAll("main a.row")].filter((row) => row.offsetParent);
const lineOf = (link) => link.closest("tr, li, article") ?? link;
let at = -1;

function move(step) {
  const all = rows();
  if (!all.length) return;
  document.querySelectorAll(".on").forEach((line) => line.classList.remove("on"));
  at = Math.max(0, Math.min(all.length - 1, at + step));
  lineOf(all[at]).classList.add("on");
  all[at].focus({ preventScroll: true });
  lineOf(all[at]).scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], .island")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (going && event.key in places) {
    going = clearTimeout(going) ?? 0;
    event.preventDefault();
    location.assign(places[event.key]);
    return;
  }
  switch (event.key) {
    case "g": going = setTimeout(() => (going = 0), 1500); break;
    case "/": document.querySelector('input[type="search"]')?.focus(); break;
    case "?": location.assign("/help"); break;
    case "j": if (!document.querySelector(".coding")) move(1); return;
    case "k": if (!document.querySelector(".coding")) move(-1); return;
    case "e": document.querySelector(".on a.evidence")?.click(); return;
    case "[": document.querySelector('a[rel="prev"]')?.click(); return;
    case "]": document.querySelector('a[rel="next"]')?.click(); return;
    default: {
      const way = [...document.querySelectorAll("main [data-key]")].find((x) => x.dataset.key === event.key && x.offsetParent);
      if (!way) return;
      way.click();
    }
  }
  event.preventDefault();
});

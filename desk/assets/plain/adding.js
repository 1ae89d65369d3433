// Files dropped on the form are sent as they come; how each fares is told while it happens.
const form = document.querySelector("form.drop");
const batch = document.querySelector(".batch");

function show({ items, done }) {
  const table = document.createElement("table");
  table.className = "rows";
  const head = table.createTHead().insertRow();
  for (const title of ["What", "State", "Message"]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { name, state, message, href } of items) {
    const row = body.insertRow();
    const what = row.insertCell();
    what.dir = "auto";
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = name;
      what.append(link);
    } else what.textContent = name;
    const tag = document.createElement("span");
    tag.className = state === "failed" ? "tag bad" : "tag";
    tag.textContent = state;
    row.insertCell().append(tag);
    row.insertCell().textContent = message ?? "";
  }
  const bar = document.createElement("progress");
  bar.max = items.length;
  bar.value = items.filter((item) => item.state !== "waiting").length;
  bar.setAttribute("aria-label", "reports read");
  batch.replaceChildren(...(done ? [] : [bar]), table);
}

function follow(href) {
  const events = new EventSource(`${href}/events`);
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    show(state);
    if (state.done) events.close();
  };
  events.onerror = () => events.close();
}

async function send(data) {
  const refused = (message) => {
    show({ items: [{ name: "not added", state: "failed", message }], done: true });
    return false;
  };
  const answer = await fetch("/add", { method: "POST", body: data, headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer) return refused("the desk cannot be reached");
  if (answer.redirected) return refused("your session is over: log in again");
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return refused(page.querySelector("main p")?.textContent ?? page.body.textContent);
  }
  follow((await answer.json()).href);
  return true;
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  send(new FormData(form)).then((taken) => {
    if (!taken) return; // what was chosen and typed stays
    form.querySelector("textarea").value = "";
    form.querySelector('input[type="file"]').value = "";
  });
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  form?.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.toggle("over", kind === "dragover");
    if (kind !== "drop") return;
    const data = new FormData();
    data.set("csrf", form.elements.csrf.value);
    for (const file of event.dataTransfer.files) data.append("files", file);
    const address = event.dataTransfer.getData("text/uri-list");
    if (address) data.set("addresses", address);
    send(data);
  });
}
if (batch?.dataset.events) follow(batch.dataset.events.replace(/\/events$/, ""));

// A value is a link to its sentences. Here they open in a dialog over the page; without scripts the link leads to a page of its own.
const dialog = document.getElementById("evidence-dialog");

async function open(href) {
  const answer = await fetch(href, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`${answer.status} at ${href}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const list = page.querySelector(".evidence-list");
  if (!list) throw new Error(`no evidence at ${href}`);
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const whole = document.createElement("p");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = "this as a page of its own";
  whole.append(link);
  dialog.replaceChildren(close, document.adoptNode(list), whole);
  for (const line of dialog.querySelectorAll(".copyable")) line.after(copyButton(line.textContent));
  if (!dialog.open) dialog.showModal();
  close.focus();
}

function copyButton(text) {
  const button = document.createElement("button");
  button.className = "plain copy";
  button.textContent = "copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea"); // the clipboard is open to secure pages only
      field.value = text;
      button.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    button.textContent = "copied";
  });
  return button;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.evidence");
  const href = link?.getAttribute("href"); // of pictures' links too, whose href is no text
  if (!href?.startsWith("/evidence/") || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  event.preventDefault();
  open(href).catch(() => location.assign(href));
});
dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
for (const line of document.querySelectorAll("main .copyable")) line.after(copyButton(line.textContent));

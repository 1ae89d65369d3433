// What is typed into a form that changes the record is kept in the browser until the desk says that it has it.
const sent = sessionStorage.getItem("annals sent");
sessionStorage.removeItem("annals sent");
if (sent && document.querySelector('.notice[role="status"]')) localStorage.removeItem(sent);

const forms = [...document.querySelectorAll('form[method="post"]:not(.cell, .drop)')].filter((form) => !form.action.endsWith("/login"));
const typed = (form) => [...form.elements].filter((field) => /^(text|textarea|select-one|search)$/.test(field.type) && field.name && field.name !== "csrf");
const key = (form) => `annals draft ${location.pathname} ${form.getAttribute("action")} ${form.elements.left?.value ?? ""} ${form.elements.field?.type === "hidden" ? form.elements.field.value : ""}`;
const unsent = new Set();

for (const form of forms) {
  const fields = typed(form);
  if (!fields.length) continue;
  const kept = JSON.parse(localStorage.getItem(key(form)) ?? "null");
  if (kept) {
    for (const field of fields) if (field.name in kept) field.value = kept[field.name];
    unsent.add(form);
  }
  form.addEventListener("input", () => {
    localStorage.setItem(key(form), JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
    unsent.add(form);
  });
  form.addEventListener("submit", () => {
    sessionStorage.setItem("annals sent", key(form));
    unsent.delete(form);
  });
}
addEventListener("beforeunload", (event) => {
  if (unsent.size) event.preventDefault();
});

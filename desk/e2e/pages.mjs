// Every page of the desk, with one event, actor, report, conflict and sentence
// as they come first in the lists.

const fixed = {
  overview: '/', events: '/events', actors: '/actors', network: '/network', claims: '/claims', conflicts: '/conflicts', documents: '/documents',
  search: '/search?q=airport', sources: '/sources', audit: '/audit', coding: '/coding', inbox: '/inbox', adjudicate: '/adjudicate', add: '/add', help: '/help',
  'events-none': '/events?actor=nobody-of-this-name', 'search-none': '/search?q=zzzz',
};
const firsts = { event: ['/events', '/events/'], actor: ['/actors', '/actors/'], document: ['/documents', '/documents/'], conflict: ['/conflicts', '/conflicts/'], evidence: ['/events', '/evidence/'] };

export async function pages(page) {
  const out = Object.entries(fixed).map(([name, path]) => ({ name, path }));
  for (const [name, [list, prefix]] of Object.entries(firsts)) {
    await page.goto(list);
    const path = await page.locator(`main a[href^="${prefix}"]`).first().getAttribute('href');
    out.push({ name, path });
  }
  return out;
}

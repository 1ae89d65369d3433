// Every page of the desk, with one event, actor, report, conflict and sentence
// as they come first in the lists; of events, the first that somebody counted.

const fixed = {
  overview: '/', events: '/events', actors: '/actors', network: '/network', claims: '/claims', conflicts: '/conflicts', documents: '/documents',
  search: '/search?q=airport', sources: '/sources', audit: '/audit', coding: '/coding', inbox: '/inbox', review: '/review', doubtful: '/review/next', adjudicate: '/adjudicate', add: '/add', help: '/help',
  'events-none': '/events?actor=nobody-of-this-name', 'search-none': '/search?q=zzzz',
};
const firsts = { event: ['/events', '/events/', 'tr:has(td.n a[href*="/killed"])'], actor: ['/actors', '/actors/'], document: ['/documents', '/documents/'], conflict: ['/conflicts', '/conflicts/'], evidence: ['/events', '/evidence/'], 'doubtful-event': ['/review?kind=event', '/coding?'], split: ['/review?kind=doubtful+join', '/split?'] };

export async function pages(page) {
  const out = Object.entries(fixed).map(([name, path]) => ({ name, path }));
  for (const [name, [list, prefix, within = 'main']] of Object.entries(firsts)) {
    await page.goto(list);
    const first = page.locator(`${within} a[href^="${prefix}"]`);
    if (await first.count()) out.push({ name, path: await first.first().getAttribute('href') });
  }
  return out;
}

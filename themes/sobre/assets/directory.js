// Filters a directory in place: links become selects, the choice stands in the address.
// A card's `data-in` has the facets that hold it, as addresses end: `region/bretagne`.
const all = (selector) => [...document.querySelectorAll(selector)];
const holding = (facets) => all('.card' + facets.map((it) => `[data-in~="${it}"]`).join(''));
const [status, nav, { content }] = all('[role=status], .filters, template'), whole = status.textContent;
const [form, ways] = content.children, [page] = ways.children, selects = [...form];

selects.forEach((select, at) => {
  for (const { text, pathname } of nav.children[at].querySelectorAll('a')) {
    const option = new Option(text, pathname.split('/').slice(-3, -1).join('/'));
    option.words = text;
    select.add(option);
  }
});
nav.replaceWith(form);

function show(asked) {
  for (const it of all('option')) it.selected = !it.value || asked.includes(it.value);
  const chosen = selects.filter((it) => it.value), facets = chosen.map((it) => it.value), [first, second] = facets;
  const found = holding(facets), count = status.dataset[Math.min(found.length, 2)].replace('{count}', found.length);
  for (const it of all('.card, .cards, section')) it.hidden = !found.some((card) => it.contains(card));
  for (const { value, options: [, ...own] } of selects) {
    const others = facets.filter((it) => it !== value);
    for (const it of own) it.text = `${it.words} (${holding([...others, it.value]).length})`;
  }
  status.textContent = first ? [...chosen.map((it) => it.selectedOptions[0].words), count].join(' · ') : whole;
  page.href = first + (second?.replace(/.*\//, '/') ?? '') + '/';
  page.hidden = second && !(found[0] && chosen.at(-1).matches('[data-crossed]'));
  first ? form.after(ways) : ways.remove();
  history.replaceState(0, '', first ? '?' + new URLSearchParams(facets.map((it) => it.split('/'))) : location.pathname);
}

form.onchange = () => show(selects.map((it) => it.value));
(onpopstate = () => show([...new URLSearchParams(location.search)].map((it) => it.join('/'))))();

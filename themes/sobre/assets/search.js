// Search as one types; src/search.rs describes the files.
const form = document.querySelector('.search'), [, input, status, list] = form.children;
let files = {}, active = -1, turn = 0;

const read = (name) => files[name] ??=
  fetch(`index/${name}.json`, { cache: 'no-cache' }).then((it) => it.json());

// Entries' worth by a word.
async function find(word) {
  const starts = await read('index'), end = word[1] ? '' : ' ', found = [];
  const last = (text) => starts.findLastIndex((it) => it <= text);
  const files = [...starts.keys()].slice(last(word), last(word + (end || '\uffff')) + 1).slice(0, 6);
  const rows = await Promise.all(files.map((it) => read('words-' + it)));
  for (const [words, ...steps] of rows.flat()) {
    if (!words.includes(` ${word}${end}`)) continue;
    const whole = words.includes(` ${word} `);
    if (whole && !steps[0]) return;
    let place = 0;
    for (const step of steps) found[(place += step) >> 1] |= (whole + 1) * (place & 1 || 4);
  }
  return found.length || !/s$/.test(word) ? found : find(word.slice(0, -1));
}

async function search() {
  const own = ++turn, text = input.value.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = text.replace(/œ/g, 'oe').match(/[\p{L}\p{N}]+/gu) ?? [];
  let html = [], { count, most, none, failed: told } = form.dataset;
  history.replaceState(0, '', '?q=' + encodeURIComponent(input.value));
  try {
    const all = (await Promise.all(words.map(find))).filter(Boolean), [first = []] = all;
    const worth = (at) => all.reduce((sum, it) => sum + it[at], 0);
    const found = first.flatMap((_, entry) => worth(entry) ? entry : []);
    found.sort((a, b) => worth(b) - worth(a) || a - b);
    html = await Promise.all(found.slice(0, 20).map(async (entry) => {
      const [href, title, kind] = (await read('titles-' + (entry >> 4)))[entry & 15];
      return `<a role="option" tabindex="-1" id="found-${entry}" href="${href}">${title} <small>${kind}</small></a>`;
    }));
    told = found.length ? count + found.length + (found[20] ? most : '') : all[0] ? none : '';
  } catch {
    files = {};
  }
  if (own < turn) return;
  list.innerHTML = html.join('');
  status.textContent = told;
  show(html[0]);
}

function show(is, to = -1) {
  const link = list.children[active = to];
  list.hidden = !is;
  input.ariaExpanded = !!is;
  for (const it of list.children) it.ariaSelected = it === link;
  link?.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', link?.id ?? '');
}

input.oninput = search;
input.onkeydown = (event) => {
  const { key } = event, { length } = list.children, on = active >= 0;
  const to = { ArrowDown: active + 1, ArrowUp: active - on, Home: on && 0, End: on && -1 }[key];
  if (to === +to && length) show(1, (to + length) % length);
  else if (key === 'Enter' && on) list.children[active].click();
  else if (key === 'Escape' && !list.hidden) show();
  else return;
  event.preventDefault();
};
form.hidden = false;
input.value = new URL(location).searchParams.get('q');
if (input.value) search();

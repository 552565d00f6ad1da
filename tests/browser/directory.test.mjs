// The directories of the real site, filtered in a real browser. `public/` is built by tests/run before this.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { violations } from './accessibility.mjs';
import { BuiltSite } from './built-site.mjs';
import { Chromium } from './chromium.mjs';

let site, browser;

before(async () => {
  site = await BuiltSite.serve();
  browser = await Chromium.launch();
});

afterEach(() => browser.closeContexts());

after(async () => {
  await browser?.close();
  site?.close();
});

async function open(path, options = {}) {
  const page = await (await browser.context(options)).newPage();
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(site.origin + path, { waitUntil: 'load' });
  return { page, errors, status: page.getByRole('status') };
}

/** The addresses that the cards which show lead to. */
const shown = (page) => page.locator('.card:visible > a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
const query = (page) => page.evaluate(() => location.search);
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ').trim();
const told = async (status) => plain(await status.textContent());
/** The choice of each list, without its count. */
const choices = (page) => page.locator('select').evaluateAll((selects) => selects.map((select) => select.selectedOptions[0].text.replace(/ \(\d+\)$/, '')));

/** Goes down the list that has the focus to a choice. Letters would not do: a list forgets them after a second. */
const goDownTo = async (page, name) => {
  const chosen = () => page.evaluate(() => document.activeElement.selectedOptions[0].text);
  for (let key = 0; key < 40 && !(await chosen()).startsWith(name); key += 1) await page.keyboard.press('ArrowDown');
};

test('a choice filters, is told and stands in the address, by keyboard alone', async () => {
  const { page, errors, status } = await open('/poles/');
  assert.equal(await told(status), '57 pôles');
  const all = await shown(page);
  const region = page.getByLabel('Par région');
  for (let key = 0; key < 40 && !await region.evaluate((it) => it === document.activeElement); key += 1) {
    await page.keyboard.press('Tab');
  }
  assert.equal(await page.evaluate(() => document.activeElement.parentNode.firstChild.textContent.trim()), 'Par région');
  await goDownTo(page, 'Bretagne');
  await page.waitForURL(/region=bretagne/);
  assert.equal(await told(status), 'Bretagne · 7 pôles');
  assert.equal((await shown(page)).length, 7);
  assert.equal(await query(page), '?region=bretagne');
  await page.keyboard.press('Tab');
  await goDownTo(page, 'Numérique');
  await page.waitForURL(/secteur=numerique/);
  assert.equal(await query(page), '?region=bretagne&secteur=numerique');
  assert.equal(await told(status), 'Bretagne · Numérique · 1 pôle');
  assert.deepEqual(await shown(page), ['/poles/images-et-reseaux/']);
  // The way out is two keys further: the page of this list, then the whole directory.
  for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
  assert.equal(plain(await page.evaluate(() => document.activeElement.textContent)), 'Tous les pôles');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/poles/`);
  assert.deepEqual(await shown(page), all);
  assert.deepEqual(errors, []);
});

test('a choice leaves what its own page lists, and leads there', async () => {
  for (const path of ['/poles/', '/organisations/']) {
    const { page } = await open(path);
    const plainPage = await (await browser.context({ javaScriptEnabled: false })).newPage();
    const selects = page.locator('select');
    for (let at = 0; at < await selects.count(); at += 1) {
      const select = selects.nth(at);
      const option = select.locator('option').nth(1);
      const [value, text] = [await option.getAttribute('value'), await option.textContent()];
      await select.selectOption(value);
      const href = await page.getByRole('link', { name: 'Page de cette liste' }).getAttribute('href');
      await plainPage.goto(new URL(href, site.origin + path).href);
      const listed = await plainPage.locator('main .card > a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.deepEqual((await shown(page)).sort(), listed.sort(), value);
      assert.ok(text.endsWith(` (${listed.length})`), `${text}: ${listed.length}`);
      await select.selectOption('');
    }
  }
});

test('a region and a sector have a page together, other pairs have none', async () => {
  const { page } = await open('/poles/?region=bretagne&secteur=mer');
  const own = page.getByRole('link', { name: 'Page de cette liste' });
  const cards = await shown(page);
  assert.ok(cards.length > 0);
  await page.getByLabel('Par phase').selectOption('phase/phase-v');
  assert.equal(await own.count(), 0);
  await page.getByLabel('Par phase').selectOption('');
  await own.click();
  await page.waitForURL(`${site.origin}/poles/region/bretagne/mer/`);
  assert.deepEqual((await shown(page)).sort(), cards.sort());
  await page.goBack();
  await page.locator('select').first().waitFor();
  assert.deepEqual(await choices(page), ['Bretagne', 'Mer', 'Toutes les phases']);
  assert.deepEqual(await shown(page), cards);
});

test('counts beside choices are those of the other choices', async () => {
  const { page } = await open('/poles/?region=bretagne');
  const sectors = await page.getByLabel('Par secteur').locator('option:not([value=""])').evaluateAll(
    (options) => options.map(({ value, text }) => [value, Number(/\((\d+)\)$/.exec(text)[1])]));
  for (const [value, count] of sectors) {
    await page.getByLabel('Par secteur').selectOption(value);
    assert.equal((await shown(page)).length, count, value);
  }
});

test('a shared address is read in either language; what it asks that is not there is dropped', async () => {
  const english = await open('/en/poles/?region=bretagne&sector=mer');
  assert.deepEqual(await choices(english.page), ['Brittany', 'Sea', 'All phases']);
  assert.match(await told(english.status), /^Brittany · Sea · \d clusters?$/);

  const { page, status } = await open('/poles/?region=atlantide&secteur=energie&secteur=finance&x=1');
  assert.deepEqual(await choices(page), ['Toutes les régions', 'Finance', 'Toutes les phases']);
  assert.equal(await query(page), '?secteur=finance');
  assert.equal(await told(status), 'Finance · 1 pôle');
  await page.goto(`${site.origin}/poles/?region=atlantide`);
  assert.equal(await query(page), '');
  assert.equal(await told(status), '57 pôles');
});

test('back and forward within the page and over it restore the choice', async () => {
  const { page, status } = await open('/poles/?region=bretagne');
  await page.evaluate(() => history.pushState(0, '', '?secteur=energie'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  assert.match(await told(status), /^Énergie · \d+ pôles$/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent.startsWith('Bretagne'));
  assert.deepEqual(await choices(page), ['Bretagne', 'Tous les secteurs', 'Toutes les phases']);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent.startsWith('Énergie'));
  await page.getByLabel('Par secteur').selectOption('secteur/finance');
  await page.locator('.card:visible > a').first().click();
  await page.waitForURL(/\/poles\/[^?]+\/$/);
  await page.goBack();
  await page.waitForURL(`${site.origin}/poles/?secteur=finance`);
  await page.locator('select').first().waitFor();
  assert.deepEqual(await choices(page), ['Toutes les régions', 'Finance', 'Toutes les phases']);
  assert.equal((await shown(page)).length, 1);
});

test('where nothing is left, the page says what to do, and the way out is there', async () => {
  const { page, status } = await open('/poles/?region=bretagne&secteur=finance');
  assert.match(await told(status), /^Bretagne · Finance · 0 pôle\. Rien ne réunit ces critères : /);
  assert.deepEqual(await shown(page), []);
  assert.equal(await page.locator('main h2:visible').count(), 0, 'no heading stands over nothing');
  assert.equal(await page.getByRole('link', { name: 'Page de cette liste' }).count(), 0);
  await page.getByRole('link', { name: 'Tous les pôles' }).click();
  await page.waitForURL(`${site.origin}/poles/`);
  assert.equal(await told(status), '57 pôles');
});

test('an emptied group of organisations hides its heading', async () => {
  const { page, status } = await open('/organisations/');
  const headings = page.locator('main h2:visible');
  const before = await headings.count();
  await page.getByLabel('Par type').selectOption('type/cluster');
  assert.deepEqual(await headings.allTextContents(), ['Cluster']);
  assert.match(await told(status), /^Cluster · \d+ organisations$/);
  await page.getByLabel('Par type').selectOption('');
  assert.equal(await headings.count(), before);
});

test('without script the lists of links are there, and no control that does nothing', async () => {
  for (const path of ['/poles/', '/organisations/']) {
    const { page } = await open(path, { javaScriptEnabled: false });
    assert.ok(await page.locator('.filters details a').count() > 10);
    assert.equal(await page.locator('select').count(), 0);
    assert.equal(await page.locator('.card[hidden]').count(), 0);
  }
});

test('two clicks lead from the home page to a pole without script', async () => {
  for (const way of ['.map a[href="/regions/bretagne/"]', 'a[href="/poles/secteur/energie/"]']) {
    const { page } = await open('/', { javaScriptEnabled: false });
    await page.locator(`main ${way}`).click();
    await page.locator('main .card > a').first().click();
    await page.waitForURL(/\/poles\/[^/]+\/$/);
  }
});

test('axe finds nothing while a directory is filtered or empty, and nothing scrolls sideways', async () => {
  const addresses = ['/poles/?region=bretagne&secteur=mer', '/poles/?region=bretagne&secteur=finance', '/organisations/?type=cluster'];
  for (const address of addresses) {
    for (const colorScheme of ['light', 'dark']) {
      const { page, errors } = await open(address, { colorScheme, viewport: { width: 320, height: 640 } });
      await page.locator('select').first().waitFor();
      assert.deepEqual(await violations(page), [], `${address} ${colorScheme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, address);
      assert.deepEqual(errors, []);
    }
  }
});

test('the list does not jump when the script makes its form', async () => {
  for (const width of [320, 1280]) {
    const { page } = await open('/poles/', { viewport: { width, height: 640 } });
    await page.locator('select').first().waitFor();
    const shift = await page.evaluate(() => new Promise((tell) => {
      new PerformanceObserver((list) => tell(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
        .observe({ type: 'layout-shift', buffered: true });
      setTimeout(tell, 2000, 0);
    }));
    assert.ok(shift < 0.05, `${shift} at ${width} px`);
  }
});

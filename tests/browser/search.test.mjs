// Search on the real site in a real browser. `public/` is built by tests/run before this.

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
  await page.goto(site.origin + path, { waitUntil: 'load' });
  return { page, input: page.getByRole('combobox'), options: page.getByRole('option') };
}

const active = (page) => page.evaluate(() => {
  const input = document.querySelector('[role=combobox]');
  return document.getElementById(input.getAttribute('aria-activedescendant'))?.getAttribute('href') ?? '';
});

test('what is typed is found, told and kept in the address', async () => {
  const { page, input, options } = await open('/recherche/');
  await input.fill('phase 5');
  await options.first().waitFor();
  assert.equal(await options.first().getAttribute('href'), '/phases/phase-v/');
  assert.match(await page.getByRole('status').textContent(), /^Résultats\s: \d+/);
  assert.match(page.url(), /\?q=phase%205$/);
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  await page.reload();
  await options.first().waitFor();
  assert.equal(await input.inputValue(), 'phase 5');
});

test('arrows, Home and End choose, Enter follows', async () => {
  const { page, input, options } = await open('/recherche/?q=bretagne');
  await options.first().waitFor();
  await input.focus();
  const all = await options.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(all.length > 2, 'there is something to choose from');
  for (const [key, expected] of [['ArrowDown', 0], ['ArrowDown', 1], ['End', -1], ['ArrowDown', 0], ['ArrowUp', -1], ['Home', 0]]) {
    await page.keyboard.press(key);
    assert.equal(await active(page), all.at(expected), key);
    const chosen = await page.locator('[aria-selected=true]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(chosen, [all.at(expected)], key);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), 'query', 'the focus stays in the field');
  await page.keyboard.press('Enter');
  await page.waitForURL(site.origin + all[0]);
  await page.goBack();
  await options.first().waitFor();
  assert.equal(await input.inputValue(), 'bretagne');
});

test('Escape closes, an arrow opens again, a pointer follows', async () => {
  const { page, input, options } = await open('/recherche/?q=bretagne');
  await options.first().waitFor();
  await input.focus();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  assert.equal(await input.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('ArrowDown');
  const href = await active(page);
  await options.first().click();
  await page.waitForURL(site.origin + href);
});

test('what is not there is told, with what to do', async () => {
  const { page, input, options } = await open('/en/search/');
  await input.fill('qxzwv');
  const status = page.getByRole('status').filter({ hasText: 'Nothing matches' });
  await status.waitFor();
  assert.equal(await options.count(), 0);
});

test('the page without script is the list from A to Z', async () => {
  const { page, input } = await open('/recherche/', { javaScriptEnabled: false });
  assert.equal(await input.isVisible(), false);
  assert.ok(await page.locator('main li a').count() > 150);
});

test('axe finds nothing while results are shown, light and dark, and nothing scrolls sideways', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, input, options } = await open('/recherche/?q=bretagne', { colorScheme, viewport: { width: 320, height: 640 } });
    await options.first().waitFor();
    await input.focus();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await violations(page), [], colorScheme);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
  }
});

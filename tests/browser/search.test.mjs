// Search on the real site in a real browser. `public/` is built by tests/run before this.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const root = new URL('../../public/', import.meta.url).pathname;
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.json': 'application/json' };
let server, origin, browser;

before(async () => {
  assert.ok(existsSync(join(root, 'index.html')), 'public/ is built first: cargo run -- build');
  server = createServer((request, response) => {
    let path = join(root, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
    if (!path.startsWith(root) || !existsSync(path)) { response.writeHead(404).end(); return; }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function open(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: 'load' });
  return { context, page, input: page.getByRole('combobox'), options: page.getByRole('option') };
}

const active = (page) => page.evaluate(() => {
  const input = document.querySelector('[role=combobox]');
  return document.getElementById(input.getAttribute('aria-activedescendant'))?.getAttribute('href') ?? '';
});

test('what is typed is found, told and kept in the address', async () => {
  const { context, page, input, options } = await open('/recherche/');
  await input.fill('phase 5');
  await options.first().waitFor();
  assert.equal(await options.first().getAttribute('href'), '/phases/phase-v/');
  assert.match(await page.getByRole('status').textContent(), /^Résultats\s: \d+/);
  assert.match(page.url(), /\?q=phase%205$/);
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  await page.reload();
  await options.first().waitFor();
  assert.equal(await input.inputValue(), 'phase 5');
  await context.close();
});

test('arrows, Home and End choose, Enter follows', async () => {
  const { context, page, input, options } = await open('/recherche/?q=bretagne');
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
  await page.waitForURL(origin + all[0]);
  await page.goBack();
  await options.first().waitFor();
  assert.equal(await input.inputValue(), 'bretagne');
  await context.close();
});

test('Escape closes, an arrow opens again, a pointer follows', async () => {
  const { context, page, input, options } = await open('/recherche/?q=bretagne');
  await options.first().waitFor();
  await input.focus();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  assert.equal(await input.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('ArrowDown');
  const href = await active(page);
  await options.first().click();
  await page.waitForURL(origin + href);
  await context.close();
});

test('what is not there is told, with what to do', async () => {
  const { context, page, input, options } = await open('/en/search/');
  await input.fill('qxzwv');
  const status = page.getByRole('status').filter({ hasText: 'Nothing matches' });
  await status.waitFor();
  assert.equal(await options.count(), 0);
  await context.close();
});

test('the page without script is the list from A to Z', async () => {
  const { context, page, input } = await open('/recherche/', { javaScriptEnabled: false });
  assert.equal(await input.isVisible(), false);
  assert.ok(await page.locator('main section a').count() > 50);
  await context.close();
});

test('axe finds nothing while results are shown, light and dark, and nothing scrolls sideways', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { context, page, input, options } = await open('/recherche/?q=bretagne', { colorScheme, viewport: { width: 320, height: 640 } });
    await options.first().waitFor();
    await input.focus();
    await page.keyboard.press('ArrowDown');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], colorScheme);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
    await context.close();
  }
});

// Pages of the real site in a real browser. `public/` is built by tests/run before this.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const root = new URL('../../public/', import.meta.url).pathname;

// One page of each kind, in both languages where words differ.
const pages = [
  '/', '/en/', '/actualites/', '/actualites/2023/', '/actualites/2023/enter-labellise/', '/en/news/2023/enter-labelled/',
  '/poles/', '/poles/images-et-reseaux/', '/en/poles/enter/', '/organisations/', '/organisations/naos/',
  '/regions/', '/regions/nouvelle-aquitaine/', '/partenariats/', '/partenariats/images-et-reseaux-tes-merger/',
  '/agenda/', '/agenda/2017-10-02-journee-numerique-nouvelle-aquitaine/', '/appels-a-projets/', '/appels-a-projets/appel-phase-v/',
  '/chiffres-cles/', '/publications/', '/publications/2024-enquete-vingt-ans/', '/phases/', '/phases/phase-v/', '/programmes/', '/programmes/france-2030/', '/personnes/', '/personnes/alain-rousset/',
  '/poles/region/bretagne/', '/poles/region/bretagne/mer/', '/poles/secteur/energie/', '/poles/phase/phase-v/', '/organisations/type/cluster/',
  '/recherche/', '/en/search/', '/gouvernance/', '/espace-presse/', '/donnees-ouvertes/',
  '/mentions-legales/', '/accessibilite/', '/plan-du-site/', '/404.html',
];

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.json': 'application/json', '.xml': 'application/xml' };
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
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('requestfailed', (request) => errors.push(request.url()));
  const answer = await page.goto(origin + path, { waitUntil: 'load' });
  assert.equal(answer.status(), 200, path);
  return { context, page, errors };
}

for (const path of pages) {
  test(`${path}: axe finds nothing, light and dark`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { context, page, errors } = await open(path, { colorScheme });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
      assert.deepEqual(told, [], colorScheme);
      assert.deepEqual(errors, []);
      await context.close();
    }
  });

  test(`${path}: nothing scrolls sideways at 320 px`, async () => {
    const { context, page } = await open(path, { viewport: { width: 320, height: 640 } });
    const { wide, width } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > 321 && !element.closest('.table'))
        .map((element) => element.outerHTML.slice(0, 80)).slice(0, 3),
    }));
    assert.ok(width <= 320, `${width}: ${wide.join(' | ')}`);
    await context.close();
  });
}

test('the first key leads to the skip link, which leads to the content', async () => {
  const { context, page } = await open('/poles/enter/');
  await page.keyboard.press('Tab');
  const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('Enter');
  const target = await page.evaluate(() => document.activeElement.tagName);
  assert.deepEqual([href?.startsWith('#'), target], [true, 'MAIN']);
  await context.close();
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    // Void elements are written as HTML writes them; long titles are the content's.
    rules: { 'long-title': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
  });
  const faults = [];
  for (const path of pages) {
    const file = join(root, path.endsWith('/') ? join(path, 'index.html') : path);
    const report = await validator.validateString(readFileSync(file, 'utf8'), file);
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`));
    }
  }
  assert.deepEqual(faults, []);
});

// Pages of the real site in a real browser. `public/` is built by tests/run before this.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { violations } from './accessibility.mjs';
import { BuiltSite } from './built-site.mjs';
import { Chromium } from './chromium.mjs';

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
  page.on('requestfailed', (request) => errors.push(request.url()));
  const answer = await page.goto(site.origin + path, { waitUntil: 'load' });
  assert.equal(answer.status(), 200, path);
  return { page, errors };
}

for (const path of pages) {
  test(`${path}: axe finds nothing, light and dark`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { page, errors } = await open(path, { colorScheme });
      assert.deepEqual(await violations(page), [], colorScheme);
      assert.deepEqual(errors, []);
    }
  });

  test(`${path}: nothing scrolls sideways at 320 px`, async () => {
    const { page } = await open(path, { viewport: { width: 320, height: 640 } });
    const { wide, width } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > 321 && !element.closest('.table'))
        .map((element) => element.outerHTML.slice(0, 80)).slice(0, 3),
    }));
    assert.ok(width <= 320, `${width}: ${wide.join(' | ')}`);
  });
}

test('the first key leads to the skip link, which leads to the content', async () => {
  const { page } = await open('/poles/enter/');
  await page.keyboard.press('Tab');
  const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('Enter');
  const target = await page.evaluate(() => document.activeElement.tagName);
  assert.deepEqual([href?.startsWith('#'), target], [true, 'MAIN']);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    // Void elements are written as HTML writes them; long titles are the content's.
    rules: { 'long-title': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
  });
  const faults = [];
  for (const path of pages) {
    const report = await validator.validateString(site.read(path), path);
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`));
    }
  }
  assert.deepEqual(faults, []);
});

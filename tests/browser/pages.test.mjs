// Pages of the real site in a real browser. `public/` is built by tests/run before this.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { faintColours, violations } from './accessibility.mjs';
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

// What the focus is on: what it is, whether it can be seen, and whether its ring can.
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // The ring of a tile is that of the whole tile.
  const { outlineStyle, outlineWidth } = getComputedStyle(element, element.closest('.tiles') ? '::after' : null);
  const { width, height } = element.getBoundingClientRect();
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')];
  return {
    what: element.outerHTML.slice(0, 80),
    place: all.indexOf(element),
    isSeen: width > 0 && height > 0 && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  };
});

// One page at a time, looked at in every way: opening it takes longer than looking.
for (const path of pages) {
  test(path, async (t) => {
    t.after(() => browser.closeContexts());
    const { page, errors } = await open(path);

    await t.test('axe finds nothing, light and dark', async () => {
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await faintColours(page), [], 'dark');
      await page.emulateMedia({ colorScheme: 'light' });
      assert.deepEqual(errors, []);
    });

    await t.test('nothing scrolls sideways at 320 px', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      const { wide, width } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        wide: [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > 321 && !element.closest('.table'))
          .map((element) => element.outerHTML.slice(0, 80)).slice(0, 3),
      }));
      assert.ok(width <= 320, `${width}: ${wide.join(' | ')}`);
      await page.setViewportSize({ width: 1280, height: 720 });
    });

    await t.test('the keyboard walks through all of it, in order, and is seen', async () => {
      let last = -1;
      let steps = 0;
      for (; steps < 1_000; steps += 1) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        if (!at || at.place < last) break;
        assert.ok(at.isSeen, `the ring of ${at.what}`);
        assert.ok(at.place > last, `${at.what} twice`);
        last = at.place;
      }
      const reachable = await page.locator('a[href]:visible').count();
      assert.ok(steps >= reachable, `${steps} of ${reachable}`);
    });

    await t.test('it reads the same, in order, without its styles', async () => {
      const words = () => page.evaluate(() => document.body.innerText.toLowerCase().replaceAll(/\s/g, ''));
      // Drawings say nothing that words beside them do not.
      await page.evaluate(() => document.querySelectorAll('figure[aria-hidden] svg').forEach((svg) => svg.remove()));
      const styled = await words();
      await page.evaluate(() => document.querySelectorAll('link[rel=stylesheet]').forEach((sheet) => sheet.remove()));
      assert.equal(await words(), styled);
      assert.equal(await page.locator('h1').count(), 1);
      const levels = await page.locator('main :is(h1, h2, h3, h4, h5, h6)').evaluateAll((all) => all.map(({ localName }) => Number(localName[1])));
      levels.forEach((level, place) => assert.ok(place === 0 ? level === 1 : level <= levels[place - 1] + 1, `${levels}`));
    });
  });
}

test('the first key leads to the skip link, which leads to the content', async (t) => {
  t.after(() => browser.closeContexts());
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

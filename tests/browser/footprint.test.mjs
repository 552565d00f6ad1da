// What the audit says of each kind of page is what Chromium measures: files asked for over the scrolled page, their
// bytes as sent, and elements. `public/` is a release, built by tests/run before this.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { BuiltSite } from './built-site.mjs';
import { Chromium } from './chromium.mjs';

const root = new URL('../../', import.meta.url).pathname;
const audited = JSON.parse(execFileSync(process.env.GRAPPE, ['--site', root, 'audit', '--format', 'json'], {
  encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'], timeout: 300_000,
}));

// How far apart the two may be.
const bearable = 0.02;

// Of each kind, the page with most elements and the one with fewest.
const kinds = [...new Set(audited.pages.map((page) => page.kind))];
const pages = kinds.flatMap((kind) => {
  const sorted = audited.pages.filter((page) => page.kind === kind).sort((one, other) => one.elements - other.elements);
  return [...new Set([sorted[0], sorted.at(-1)])];
});

let site, browser;

before(async () => {
  site = await BuiltSite.serve();
  browser = await Chromium.launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function measured(address) {
  const page = await (await browser.context()).newPage();
  await page.goto(site.origin + address, { waitUntil: 'networkidle' });
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
  });
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    // The icon is asked for once a site, apart from any page: tools that measure pages do not list it.
    const isIcon = (entry) => entry.name === document.querySelector('link[rel=icon]').href;
    const files = performance.getEntriesByType('resource').filter((entry) => !isIcon(entry));
    const entries = [...performance.getEntriesByType('navigation'), ...files];
    return {
      elements: document.querySelectorAll('*').length - document.querySelectorAll('svg *').length,
      requests: entries.length,
      sent: entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0),
      bytes: entries.reduce((sum, entry) => sum + entry.decodedBodySize, 0),
    };
  });
}

test('every kind of page is audited', () => assert.ok(pages.length >= 40, `${pages.length} pages`));

for (const page of pages) {
  test(`${page.kind} ${page.address}`, async () => {
    const found = await measured(page.address);
    for (const figure of ['elements', 'requests', 'sent', 'bytes']) {
      const apart = Math.abs(found[figure] - page[figure]) / page[figure];
      assert.ok(apart <= bearable, `${figure}: Chromium ${found[figure]}, audit ${page[figure]}`);
    }
    await browser.closeContexts();
  });
}

// Pages as nginx and Apache send them when they follow the hosting kit: no page breaks its
// Content-Security-Policy, and scripts work. tests/hosting starts the servers and runs this; NGINX and
// APACHE are their origins, PAGES has an address for each template.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Chromium } from './chromium.mjs';

const servers = ['NGINX', 'APACHE'].map((name) => [name, process.env[name]]);
const pages = (process.env.PAGES ?? '').split(' ').filter((address) => address);

let browser;

before(async () => {
  assert.ok(servers.every(([, origin]) => origin) && pages.length, 'tests/hosting runs this: cargo test --test hosting -- --ignored browser');
  browser = await Chromium.launch();
});

afterEach(() => browser.closeContexts());

after(() => browser?.close());

// A page in a tab of its own, with all that went wrong on it.
async function open(origin) {
  const page = await (await browser.context()).newPage();
  const faults = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(String(error)));
  // A browser gives up what it still waits for when it is sent to the next page.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed`);
  });
  await page.exposeFunction('breach', (directive, what) => { faults.push(`${directive} refuses ${what}`); });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => breach(event.violatedDirective, event.blockedURI));
  });
  const go = async (path) => {
    const answer = await page.goto(origin + path, { waitUntil: 'load' });
    assert.ok([200, 304].includes(answer.status()), `${path}: ${answer.status()}`);
    assert.match(answer.headers()['content-security-policy'], /default-src 'none'/, path);
  };
  return { page, faults, go };
}

for (const [name, origin] of servers) {
  test(`${name}: a page of each kind breaks no policy`, async () => {
    const { faults, go } = await open(origin);
    for (const path of pages) {
      await go(path);
      assert.deepEqual(faults, [], path);
    }
  });

  test(`${name}: search finds`, async () => {
    const { page, faults, go } = await open(origin);
    await go('/recherche/');
    await page.getByRole('combobox').fill('phase 5');
    await page.getByRole('option').first().waitFor();
    assert.equal(await page.getByRole('option').first().getAttribute('href'), '/phases/phase-v/');
    assert.deepEqual(faults, []);
  });

  test(`${name}: a directory is filtered`, async () => {
    const { page, faults, go } = await open(origin);
    await go('/poles/');
    const cards = page.locator('.card:visible');
    const all = await cards.count();
    await page.locator('select').first().selectOption({ index: 1 });
    await page.waitForURL((url) => url.search !== '');
    const left = await cards.count();
    assert.ok(left > 0 && left < all, `${left} of ${all}`);
    assert.deepEqual(faults, []);
  });

  test(`${name}: what stands in a page runs where the policy lists it`, async () => {
    const { page, faults, go } = await open(origin);
    await go('/essais/permis/');
    assert.equal(await page.title(), 'ran');
    const colour = await page.locator('p').evaluate((paragraph) => getComputedStyle(paragraph).color);
    assert.equal(colour, 'rgb(1, 2, 3)');
    assert.deepEqual(faults, []);
  });

  test(`${name}: a script that nobody allowed is refused`, async () => {
    const { page, faults, go } = await open(origin);
    await go('/essais/refuse/');
    assert.equal(await page.title(), 'a');
    assert.ok(faults.some((fault) => fault.includes('script-src')), `told: ${faults}`);
  });
}

// `grappe serve` on a copy of the real site, as writers see it in a browser.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { violations } from './accessibility.mjs';
import { Chromium } from './chromium.mjs';
import { Site } from './preview-site.mjs';

const post = 'content/news/2023/2023-03-30-enter-labellise.md';
const postPage = '/actualites/2023/enter-labellise/';
const pole = 'content/poles/enter.yaml';
const polePage = '/poles/enter/';
const template = 'themes/sobre/templates/pole.html';

let browser, site;
let told = [];

before(async () => {
  site = new Site();
  await site.serve();
  browser = await Chromium.launch();
});

afterEach(async () => {
  await browser.closeContexts();
  await site.restore();
  assert.deepEqual(told, [], 'what the browser complained of');
  told = [];
});

after(async () => {
  await browser?.close();
  await site?.stop();
  site?.remove();
});

async function open(path, { within, ...options } = {}) {
  const page = await (within ?? await browser.context(options)).newPage();
  page.on('pageerror', (error) => told.push(error.message));
  await page.goto(site.origin + path, { waitUntil: 'load' });
  return page;
}

const mark = (page) => page.evaluate(() => { window.isTheSame = true; });
const isMarked = (page) => page.evaluate(() => window.isTheSame === true);
const bar = (page) => page.locator('grappe-apercu .bar');
const overlay = (page) => page.locator('grappe-apercu .overlay');
const shows = (where, text) => where.filter({ hasText: text }).first().waitFor();
const isGone = (where) => where.waitFor({ state: 'detached' });

async function until(is, what) {
  const deadline = Date.now() + 30_000;
  while (!await is()) {
    if (Date.now() > deadline) assert.fail(what);
    await new Promise((turn) => setTimeout(turn, 20));
  }
}

// A browser that shows a page alone has no way to hide it: the page is told what a tab is told.
const hide = (page, isHidden = true) => page.evaluate((hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}, isHidden);

test('a page reloads when its file is saved, and another does not', async () => {
  const [page, other] = [await open(postPage), await open(polePage)];
  await mark(page);
  await mark(other);
  site.edit(post, 'La Nouvelle-Aquitaine gagne', 'Voici que la Nouvelle-Aquitaine gagne');
  await shows(page.locator('main p'), 'Voici que la Nouvelle-Aquitaine gagne');
  assert.equal(await isMarked(page), false);
  // What both tabs are told next finds the other as it was.
  site.edit('content/poles/tes.yaml', 'name:', 'nom');
  await overlay(other).waitFor();
  assert.equal(await isMarked(other), true);
});

test('the place on the page and what is unfolded are kept', async () => {
  const page = await open('/actualites/', { viewport: { width: 800, height: 600 } });
  const folded = page.locator('main details');
  await folded.nth(1).locator('summary').click();
  await page.evaluate(() => { scrollTo(0, 700); window.isTheSame = true; });
  const mended = site.edit(pole, 'name: ENTER', 'name: ENTRE');
  await page.waitForFunction(() => !window.isTheSame && document.body.textContent.includes('ENTRE') && scrollY === 700);
  assert.deepEqual(await folded.evaluateAll((all) => all.slice(0, 3).map(({ open }) => open)), [false, true, false]);
  await mark(page);
  mended();
  await page.waitForFunction(() => !window.isTheSame && scrollY === 700);
});

test('a style sheet is changed without a reload', async () => {
  const page = await open(polePage);
  await mark(page);
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
  const before = await colour();
  site.write('themes/sobre/assets/css/site.css', site.read('themes/sobre/assets/css/site.css') + '\nh1 { color: rgb(1, 2, 3) }\n');
  await until(async () => await colour() === 'rgb(1, 2, 3)', 'the new style sheet');
  assert.notEqual(before, 'rgb(1, 2, 3)');
  assert.equal(await page.locator('link[rel=stylesheet]').count(), 1);
  assert.equal(await isMarked(page), true);
});

test('an error of the page is told over its last good state, and goes by itself', async () => {
  const page = await open(polePage);
  const line = site.read(pole).split('\n').findIndex((text) => text.startsWith('regions:')) + 1;
  const mended = site.edit(pole, 'regions: [nouvelle-aquitaine]', 'regions: [nouvelle-aquitaine');
  await overlay(page).waitFor();
  const fault = overlay(page).locator('.fault').first();
  const place = fault.locator('.where .place').first();
  assert.match(await place.textContent(), new RegExp(`^${pole}:\\d+:\\d+$`));
  const [, at] = (await place.textContent()).split(':');
  assert.ok([line, line + 1].includes(Number(at)), `line ${at}, not ${line}`);
  assert.equal(await place.getAttribute('href'), `vscode://file${site.path(await place.textContent())}`);
  assert.match(await fault.locator('pre').first().textContent(), /nouvelle-aquitaine|seat/);
  assert.ok((await fault.locator('.hint').first().textContent()).length > 10);
  await shows(overlay(page), 'Sur cette page');
  await shows(overlay(page), 'la dernière version sans erreur');
  assert.equal(await page.locator('h1').textContent(), 'ENTER');
  await mark(page);
  mended();
  await isGone(overlay(page));
  assert.equal(await isMarked(page), true, 'nothing else changed');
});

for (const [what, file, from, to] of [
  ['template', template, '{% block', '{% if %}{% block'],
  ['configuration', 'site-config.toml', 'address = "https://poles.example"', 'address = "poles.example"'],
]) {
  test(`a ${what} at fault is told over the last good page, and goes by itself`, async () => {
    const page = await open(polePage);
    const mended = site.edit(file, from, to);
    await shows(overlay(page).locator('.where .place'), `${file}:`);
    await shows(overlay(page), 'la dernière version sans erreur');
    assert.equal(await page.locator('h1').textContent(), 'ENTER');
    await page.reload();
    await shows(overlay(page).locator('.where .place'), `${file}:`);
    assert.equal(await page.locator('h1').textContent(), 'ENTER');
    mended();
    await isGone(overlay(page));
  });
}

test('a reference that leads nowhere is told at its line', async () => {
  const page = await open(postPage);
  const mended = site.edit(post, '[[naos|', '[[naoss|');
  await shows(overlay(page).locator('.what'), 'naoss');
  const fault = overlay(page).locator('.fault', { hasText: 'naoss' });
  assert.equal(await fault.locator('pre mark').first().textContent(), 'naoss');
  await shows(fault.locator('.hint'), 'naos');
  await shows(overlay(page), 'Sur cette page');
  mended();
  await isGone(overlay(page));
});

test('the page follows its file to another name', async () => {
  const page = await open(postPage);
  const [to, english] = ['content/news/2023/2023-03-30-enter-arrive.md', post.replace('.md', '.en.md')];
  site.rename(post, to);
  site.rename(english, to.replace('.md', '.en.md'));
  await page.waitForURL('**/actualites/2023/enter-arrive/');
  await shows(page.locator('h1'), 'ENTER');
});

test('eight tabs are renewed as they are shown, and a hidden one holds nothing', async () => {
  const within = await browser.context();
  const pages = [];
  for (let number = 0; number < 8; number += 1) {
    const page = await open(postPage, { within });
    await mark(page);
    await hide(page);
    pages.push(page);
  }
  await until(() => site.connections() === 0, 'eight hidden tabs hold no connection');
  await hide(pages[0], false);
  await until(() => site.connections() === 1, 'the one that is shown waits');
  site.edit(post, 'La Nouvelle-Aquitaine gagne', 'Huit fois, la Nouvelle-Aquitaine gagne');
  await shows(pages[0].locator('main p'), 'Huit fois');
  for (const page of pages.slice(1)) {
    assert.equal(await isMarked(page), true, 'a hidden tab asks nothing');
    await hide(page, false);
    await shows(page.locator('main p'), 'Huit fois');
    await hide(page);
  }
});

test('eight browsers at once are all renewed', async () => {
  const pages = await Promise.all(Array.from({ length: 8 }, () => open(postPage)));
  site.edit(post, 'La Nouvelle-Aquitaine gagne', 'Ensemble, la Nouvelle-Aquitaine gagne');
  await Promise.all(pages.map((page) => shows(page.locator('main p'), 'Ensemble')));
});

test('without script the preview works by hand', async () => {
  const page = await open(polePage, { javaScriptEnabled: false });
  assert.equal(await bar(page).isVisible(), true);
  const mended = site.edit(pole, 'regions: [nouvelle-aquitaine]', 'regions: [nouvelle-aquitain]');
  await until(async () => { await page.reload(); return await overlay(page).count() === 1; }, 'the error');
  await shows(overlay(page).locator('.where .place'), `${pole}:`);
  assert.equal(await overlay(page).isVisible(), true);
  assert.equal(await overlay(page).locator('.close').isVisible(), false, 'a button that does nothing');
  await bar(page).locator('summary').first().click();
  assert.equal(await overlay(page).isVisible(), false);
  mended();
  await until(async () => { await page.reload(); return await overlay(page).count() === 0; }, 'the end of the error');
});

test('the list shows all, and how a page looks narrow and printed', async () => {
  const mended = site.edit(pole, 'regions: [nouvelle-aquitaine]', 'regions: [nouvelle-aquitain]');
  const list = await open('/_grappe/');
  await shows(list.locator('.fault .where .place'), `${pole}:`);
  await shows(list.locator('.counts .error'), '1');
  const rule = list.locator('.fault .rule').first();
  await rule.click();
  await list.locator(`details[open] #${await rule.textContent()}`).waitFor();
  mended();
  await shows(list.locator('.counts .fine'), '0\u00a0erreur');
  assert.equal(await list.locator('.fault').count(), 0);
  const narrow = await open(`/_grappe/320?page=${polePage}`);
  const frame = narrow.frameLocator('iframe');
  await shows(frame.locator('h1'), 'ENTER');
  assert.equal(await frame.locator('html').evaluate((html) => html.clientWidth), 320);
  assert.equal(await bar(frame).isVisible(), false);
  const printed = await open(`/_grappe/print?page=${polePage}`);
  await shows(printed.frameLocator('iframe').locator('h1'), 'ENTER');
  assert.equal(await printed.frameLocator('iframe').locator('nav').first().isVisible(), false);
});

test('a draft is marked, and what is to come', async () => {
  const head = (more) => `---\ntitle: Un essai\ndate: 2026-11-20\n${more}---\n\nUn texte.\n`;
  const file = 'content/news/2026/2026-11-20-un-essai.md';
  site.write(file, head('draft: true\n'));
  const page = await open('/');
  await until(async () => (await page.goto(`${site.origin}/actualites/2026/un-essai/`)).status() === 200, 'the draft');
  await shows(bar(page).locator('.state'), 'brouillon');
  site.write(file, head('publish: 2026-12-24\n'));
  await shows(bar(page).locator('.state'), 'programmé pour le 24');
  site.write(file, head(''));
  await shows(bar(page).locator('.state'), 'publié');
});

test('the bar says what the page weighs and where its file is', async () => {
  const page = await open(polePage, { viewport: { width: 1280, height: 720 } });
  assert.match(await bar(page).textContent(), /EcoIndex/);
  assert.match(await bar(page).locator('.place').getAttribute('href'), new RegExp(`^vscode://file.*/${pole}:1:1$`));
  await bar(page).getByRole('link', { name: 'en', exact: true }).click();
  await page.waitForURL('**/en/poles/enter/');
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in the panel, ${colorScheme}`, async () => {
    const clean = [await open(polePage, { colorScheme }), await open('/_grappe/', { colorScheme })];
    site.edit(pole, 'regions: [nouvelle-aquitaine]', 'regions: [nouvelle-aquitain]');
    const faulty = [await open('/_grappe/', { colorScheme }), await open(polePage, { colorScheme })];
    await faulty[0].locator('.fault').first().waitFor();
    await overlay(faulty[1]).waitFor();
    for (const page of [...clean, ...faulty]) {
      assert.deepEqual(await violations(page), [], page.url());
    }
  });
}

test('the keyboard reaches the errors and closes them', async () => {
  const mended = site.edit(pole, 'regions: [nouvelle-aquitaine]', 'regions: [nouvelle-aquitain]');
  const page = await open(postPage);
  await overlay(page).waitFor();
  const focused = () => page.evaluate(() => document.querySelector('grappe-apercu').shadowRoot.activeElement?.className);
  // The panel is the last of the page: going back from its beginning leads there.
  for (let key = 0; key < 30 && await focused() !== 'overlay'; key += 1) await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'overlay');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'close');
  await page.keyboard.press('Enter');
  await overlay(page).waitFor({ state: 'hidden' });
  const focus = await page.evaluate(() => document.querySelector('grappe-apercu').shadowRoot.activeElement.localName);
  assert.equal(focus, 'summary');
  await page.keyboard.press('Enter');
  await overlay(page).waitFor();
  await page.keyboard.press('Escape');
  await overlay(page).waitFor({ state: 'hidden' });
  // What was closed stays closed on the next page.
  await page.goto(site.origin + '/poles/');
  await bar(page).waitFor();
  await page.waitForFunction(() => 'live' in document.querySelector('grappe-apercu').dataset);
  await overlay(page).waitFor({ state: 'hidden' });
  mended();
  await isGone(overlay(page));
});

test('a preview that is stopped says so, and goes on once it is back', async () => {
  const page = await open(postPage);
  await mark(page);
  await site.stop();
  await bar(page).locator('.stopped').waitFor();
  site.edit(post, 'La Nouvelle-Aquitaine gagne', 'Après coup, la Nouvelle-Aquitaine gagne');
  await site.serve(site.port);
  await shows(page.locator('main p'), 'Après coup');
  await bar(page).locator('.stopped').waitFor({ state: 'hidden' });
});

test('nothing of the preview is in what is built', () => {
  const built = site.run('build', '--output', 'construit');
  assert.equal(built.status, 0, built.stderr);
  const files = readdirSync(site.path('construit'), { recursive: true }).filter((file) => file.endsWith('.html'));
  assert.ok(files.length > 100);
  for (const file of files) assert.doesNotMatch(readFileSync(join(site.path('construit'), file), 'utf8'), /grappe-apercu|_grappe/, file);
});

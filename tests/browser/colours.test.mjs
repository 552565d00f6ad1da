// The colours of the real site in a browser: the ring of focus shows on every ground, a person's own
// colours hide nothing, nothing moves. `public/` is built by tests/run before this.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { BuiltSite } from './built-site.mjs';
import { Chromium } from './chromium.mjs';

const pages = ['/', '/poles/', '/poles/images-et-reseaux/', '/partenariats/images-et-reseaux-tes-merger/', '/regions/', '/phases/', '/recherche/'];
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

async function open(path, options) {
  const page = await (await browser.context(options)).newPage();
  await page.goto(site.origin + path, { waitUntil: 'load' });
  return page;
}

// Where a key can lead: the ring around it is too thin, or does not stand out from what is around it.
function hiddenRings() {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((channel) => channel / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba.*, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const focusable = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
  return focusable.filter((element) => element.checkVisibility()).flatMap((element) => {
    element.focus({ focusVisible: true });
    // In a tile the ring is the tile's.
    const rings = [getComputedStyle(element), getComputedStyle(element, '::after')];
    const ring = rings.find((style) => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2);
    if (!ring) return [`no ring: ${element.outerHTML.slice(0, 80)}`];
    // The ring stands off the element: what is around it is its parent's.
    const [one, other] = [light(ring.outlineColor), light(ground(element.parentElement))];
    const contrast = Math.max(one, other) / Math.min(one, other);
    return contrast >= 3 ? [] : [`${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 80)}`];
  });
}

for (const [colorScheme, forcedColors] of [['light', 'none'], ['dark', 'none'], ['light', 'active'], ['dark', 'active']]) {
  test(`the ring of focus shows everywhere: ${colorScheme}, forced colours ${forcedColors}`, async () => {
    for (const path of pages) {
      const page = await open(path, { colorScheme, forcedColors });
      await page.keyboard.press('Tab');
      assert.deepEqual(await page.evaluate(hiddenRings), [], path);
    }
  });
}

// How many points of an element's picture have the colour of links.
async function inLinkColour(page, selector, { left = 0, width } = {}) {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  const picture = await page.screenshot({ clip: { ...box, x: box.x - left, width: width ?? box.width } });
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; color: LinkText';
    const wanted = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    probe.remove();
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) count += wanted.every((channel, index) => data[at + index] === channel);
    return count;
  }, `data:image/png;base64,${picture.toString('base64')}`);
}

for (const colorScheme of ['light', 'dark']) {
  test(`a person's own colours hide no dot, drawing or button: ${colorScheme}`, async () => {
    const seen = async (path, selector, part) => {
      const page = await open(path, { colorScheme, forcedColors: 'active' });
      const count = await inLinkColour(page, selector, part);
      return count;
    };
    assert.ok(await seen('/', '.brand', { width: 18 }) > 40, 'the dots of the brand');
    assert.ok(await seen('/', '.tiles span') > 20, 'the dots of a tile');
    assert.ok(await seen('/poles/images-et-reseaux/', '.time-line svg') > 200, 'the time line of labels');
    assert.ok(await seen('/phases/', '.phase-line svg') > 500, 'the line of phases');
    const steps = await seen('/partenariats/images-et-reseaux-tes-merger/', '.line li', { left: 12, width: 30 });
    assert.ok(steps > 20, 'the dots of steps');
    const page = await open('/', { colorScheme, forcedColors: 'active' });
    const button = page.locator('.button').first();
    const { width, height } = await button.boundingBox();
    const filled = await inLinkColour(page, '.button') / (width * height);
    assert.ok(filled > 0.6 && filled < 0.95, `the words of the button show in it: ${filled}`);
    const edge = await page.locator('.tiles li').first().evaluate((tile) => getComputedStyle(tile).outlineColor);
    assert.doesNotMatch(edge, /^rgba.*, 0\)$/, 'the edge of a tile');
  });
}

test('nothing moves, whether one asked for less motion or not', async () => {
  for (const path of pages) {
    const page = await open(path, { reducedMotion: 'no-preference' });
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth';
    }).map((element) => element.outerHTML.slice(0, 80)));
    assert.deepEqual(moving, [], path);
  }
});

// What axe finds in a page: its usual set of rules, and all those of RGAA 4, of which some are not usual.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function violations(page) {
  return found(page, () => {
    const french = globalThis.axe.getRules(['RGAAv4']);
    return { rules: Object.fromEntries(french.map(({ ruleId }) => [ruleId, { enabled: true }])) };
  });
}

// What depends on colours alone: for a page that was looked at whole in others.
export async function faintColours(page) {
  return found(page, () => ({ runOnly: ['color-contrast', 'link-in-text-block'] }));
}

async function found(page, options) {
  await page.evaluate(axe);
  const found = await page.evaluate(`(async () => (await axe.run(document, (${options})())).violations)()`);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' | ')}`);
}

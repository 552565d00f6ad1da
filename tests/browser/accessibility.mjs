// What axe finds in a page: its usual set of rules, and all those of RGAA 4, of which some are not usual.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const french = globalThis.axe.getRules(['RGAAv4']);
    const rules = Object.fromEntries(french.map(({ ruleId }) => [ruleId, { enabled: true }]));
    const { violations } = await globalThis.axe.run(document, { rules });
    return violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' | ')}`);
}

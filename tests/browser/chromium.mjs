// One Chromium for the tests of a file. Every wait on it has an end.

import { chromium } from 'playwright-core';

const bearable = 30_000;
const closing = 10_000;

export class Chromium {
  contexts = [];

  static async launch() {
    const made = new Chromium();
    await made.start();
    return made;
  }

  async start() {
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      timeout: bearable,
      args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-dev-shm-usage', '--disable-sync'],
    });
  }

  async context(options = {}) {
    const made = await this.browser.newContext(options);
    made.setDefaultTimeout(bearable);
    this.contexts.push(made);
    return made;
  }

  // Closes what a test opened. Chromium sometimes never says that a context closed while its page was loading:
  // then another Chromium takes its place, and the next test starts afresh.
  async closeContexts() {
    const opened = this.contexts.splice(0);
    const closed = Promise.all(opened.map((context) => context.close()));
    if (await isBefore(closing, closed)) return;
    closed.catch(() => {});
    await this.close();
    await this.start();
  }

  async close() {
    await isBefore(bearable, this.browser.close());
  }
}

// Whether something ends within so many milliseconds.
async function isBefore(milliseconds, ending) {
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, milliseconds, false); });
  try {
    return await Promise.race([ending.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

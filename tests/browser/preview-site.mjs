// A copy of the real site in a folder of its own, and `grappe serve` on it.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const program = process.env.GRAPPE;
const parts = ['content', 'themes', 'site-config.toml', 'accessibility.toml', 'published-addresses.txt', 'grappe-baseline.txt'];
// Noon, universal time, on 21 November 2026, so that the calendar alone changes nothing.
const environment = { ...process.env, SOURCE_DATE_EPOCH: '1795262400', LC_ALL: 'fr_FR.UTF-8', NO_COLOR: '1' };

export class Site {
  folder = mkdtempSync(join(tmpdir(), 'grappe-'));
  before = new Map();
  turn = 0;

  constructor() {
    for (const part of parts) cpSync(join(root, part), this.path(part), { recursive: true });
    this.witness();
  }

  path(file) { return join(this.folder, file); }
  read(file) { return readFileSync(this.path(file), 'utf8'); }

  write(file, text) {
    this.remember(file);
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  rename(from, to) {
    this.remember(from);
    this.remember(to);
    renameSync(this.path(from), this.path(to));
  }

  // Changes a file; what is given back puts it as it was.
  edit(file, from, to) {
    const before = this.read(file);
    if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
    this.write(file, before.replace(from, () => to));
    return () => this.write(file, before);
  }

  remember(file) {
    if (!this.before.has(file)) this.before.set(file, existsSync(this.path(file)) ? this.read(file) : undefined);
  }

  // A page that nothing links to, of a turn.
  witness() {
    this.turn += 1;
    writeFileSync(this.path('content/pages/temoin.md'), `---\ntitle: Témoin\n---\n\nTour ${this.turn}.\n`);
  }

  // Puts every file as it was, and waits until the preview has seen it.
  async restore() {
    for (const [file, text] of this.before) {
      if (text === undefined) rmSync(this.path(file), { force: true });
      else if (!existsSync(this.path(file)) || this.read(file) !== text) writeFileSync(this.path(file), text);
    }
    this.before.clear();
    this.witness();
    await this.answers('/temoin/', `Tour ${this.turn}.`);
    await this.answers('/_grappe/', '<li class="fine">0\u00a0erreur');
  }

  async answers(address, text) {
    const deadline = Date.now() + 30_000;
    while (!(await this.answer(address)).includes(text)) {
      if (Date.now() > deadline) throw new Error(`${address} never says ${text}`);
    }
  }

  async answer(address) {
    return (await fetch(this.origin + address, { signal: AbortSignal.timeout(30_000) })).text();
  }

  remove() { rmSync(this.folder, { recursive: true }); }

  run(...words) {
    return spawnSync(program, words, { cwd: this.folder, env: environment, encoding: 'utf8' });
  }

  // Serves on a free port, or on the one it had.
  async serve(port = 0) {
    this.process = spawn(program, ['serve', '--port', String(port)], { cwd: this.folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    const address = await new Promise((resolve, reject) => {
      let told = '';
      this.process.stderr.on('data', (bytes) => {
        told += bytes;
        const found = told.match(/http:\/\/127\.0\.0\.1:(\d+)\//);
        if (found) resolve(found);
      });
      this.process.on('exit', () => reject(new Error(told)));
    });
    this.origin = address[0].slice(0, -1);
    this.port = Number(address[1]);
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill();
    await ended;
  }

  // How many connections browsers hold open.
  connections() {
    const port = this.port.toString(16).toUpperCase().padStart(4, '0');
    const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').map((line) => line.trim().split(/\s+/));
    return lines.filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === '01').length;
  }
}

// The site as it was built in `public/`, served on the loopback as a static host does: the compressed copy of a
// file where there is one.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const root = new URL('../../public/', import.meta.url).pathname;
const types = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.xml': 'application/xml',
};

export class BuiltSite {
  static async serve() {
    assert.ok(existsSync(join(root, 'index.html')), 'public/ is built first: cargo run -- build');
    const made = new BuiltSite();
    made.server = createServer((request, response) => {
      const file = made.file(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
      if (!file.startsWith(root) || !existsSync(file)) { response.writeHead(404).end(); return; }
      const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream' };
      const copy = `${file}.gz`;
      const isCompressed = existsSync(copy) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      if (isCompressed) headers['content-encoding'] = 'gzip';
      response.writeHead(200, headers).end(readFileSync(isCompressed ? copy : file));
    });
    await new Promise((ready) => made.server.listen(0, '127.0.0.1', ready));
    made.origin = `http://127.0.0.1:${made.server.address().port}`;
    return made;
  }

  // The file that answers an address.
  file(address) {
    const file = join(root, address);
    return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
  }

  read(address) { return readFileSync(this.file(address), 'utf8'); }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

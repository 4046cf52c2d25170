// Serves these pages with the package's dist folder as /crossfoot, keeps documents in memory as
// docs/sync.md says, and prices orders again:
//   scripts/build-package && node examples/pages/serve.mjs [PORT]
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { loadNodeEngine } from '../../wasm/node.mjs';

const pages = new URL('.', import.meta.url).pathname;
const dist = new URL('../../build/package/dist/', import.meta.url).pathname;
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const tagOf = (text) => `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One document: read, created, replaced; a write on an old state is refused. */
async function answerDocument(documents, id, request, response) {
  const stored = documents.get(id);
  if (request.method === 'GET') {
    if (stored === undefined) return response.writeHead(404).end();
    const head = { 'Content-Type': types['.json'], ETag: tagOf(stored) };
    return response.writeHead(200, head).end(stored);
  }
  if (request.method !== 'PUT') return response.writeHead(405, { Allow: 'GET, PUT' }).end();
  const text = await bodyOf(request);
  const wanted = request.headers['if-match'];
  const isNew = request.headers['if-none-match'] === '*';
  const now = documents.get(id);
  if (
    isNew ? now !== undefined : wanted !== undefined && (now === undefined || wanted !== tagOf(now))
  )
    return response.writeHead(412).end();
  documents.set(id, text);
  return response.writeHead(now === undefined ? 201 : 200, { ETag: tagOf(text) }).end();
}

/** An order from the form: the total is the server's own. */
async function answerOrder(engine, request, response) {
  const fields = new URLSearchParams(await bodyOf(request));
  const view = JSON.parse(engine.price(fields.get('order') ?? '', false));
  const total = view.error ? view.error.message : `${view.summary.dueNow} ${view.currency}`;
  const customer = escaped(fields.get('customer') ?? '');
  const page = `<!doctype html><html lang="en"><title>Ordered</title>
<h1>Thank you, ${customer}</h1><p>Your order comes to <output>${escaped(total)}</output>.</p></html>`;
  return response.writeHead(view.error ? 422 : 200, { 'Content-Type': types['.html'] }).end(page);
}

function fileFor(path) {
  const [folder, rest] = path.startsWith('/crossfoot/') ? [dist, path.slice(11)] : [pages, path];
  const file = normalize(join(folder, rest));
  if (!file.startsWith(normalize(folder)) || !existsSync(file)) return null;
  if (statSync(file).isFile()) return file;
  const index = join(file, 'index.html');
  return path.endsWith('/') && existsSync(index) ? index : null;
}

/** Starts the server; `{ address, documents, close }`. Port 0 takes a free one. */
export async function servePages(port = 0) {
  const engine = await loadNodeEngine();
  const documents = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    if (path.startsWith('/documents/')) {
      return void answerDocument(documents, path.slice(11), request, response);
    }
    if (path === '/orders' && request.method === 'POST') {
      return void answerOrder(engine, request, response);
    }
    const file = fileFor(path);
    if (file === null) return void response.writeHead(404).end('Not found');
    const type = types[extname(file)] ?? 'application/octet-stream';
    return void response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, documents, close: () => new Promise((done) => server.close(done)) };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { address } = await servePages(Number(process.argv[2] ?? 4180));
  for (const page of ['plain', 'form', 'crm']) console.log(`${address}/${page}/`);
}

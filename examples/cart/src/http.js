// Reading requests and writing answers: the little that Node leaves to do.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const MOST_BYTES = 64 * 1024;
const TYPES = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml' };

/** A form that was sent; null when it is too large or no form at all. */
export async function readForm(request) {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return null;
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

/** Only the shop's own pages, and of other hosts the platform's device tag alone, may do anything in the page. */
export function secure(response, platform) {
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' ${platform}; connect-src ${platform}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
}

export function sendPage(response, page, status = 200) {
  // What a customer typed is kept by nobody on the way, nor shown to the next one at this computer by the back button.
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(page.toString());
}

/** After a form: the browser asks for the page itself, so that reloading it sends nothing again. */
export function redirect(response, path) {
  response.writeHead(303, { Location: path }).end();
}

/** The files of a folder, read once. */
export function readFiles(folder) {
  return new Map(readdirSync(folder).map((name) => {
    const content = readFileSync(new URL(name, folder));
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
    return [`/${name}`, { content, tag, type: TYPES[extname(name)] }];
  }));
}

export function sendFile(request, response, { content, tag, type }) {
  const headers = { ETag: tag, 'Cache-Control': 'no-cache' };
  if (request.headers['if-none-match'] === tag) response.writeHead(304, headers).end();
  else response.writeHead(200, { ...headers, 'Content-Type': type }).end(content);
}

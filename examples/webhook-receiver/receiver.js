// Receives the platform's webhooks: verify, keep, answer, and only then act.
//
//   WEBHOOK_SECRET=whsec_… node receiver.js
//
// WEBHOOK_PORT (4000), WEBHOOK_HOST (127.0.0.1) and WEBHOOK_INBOX (inbox.jsonl) may be set too.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { describe } from './events.js';
import { openInbox } from './inbox.js';

const MOST_BYTES = 1024 * 1024;
const { WEBHOOK_SECRET, WEBHOOK_PORT = '4000', WEBHOOK_HOST = '127.0.0.1', WEBHOOK_INBOX = 'inbox.jsonl' } = process.env;
if (!WEBHOOK_SECRET?.startsWith('whsec_')) {
  console.error('Set WEBHOOK_SECRET to the secret that POST /v1/webhook_endpoints answered (whsec_…).');
  process.exit(1);
}

const webhook = new Webhook(WEBHOOK_SECRET);
const inbox = openInbox(WEBHOOK_INBOX);

const server = createServer(async (request, response) => {
  const answer = (status) => response.writeHead(status).end();
  try {
    if (request.method !== 'POST') return answer(405);
    const body = await readBody(request);
    if (body === null) return answer(413);

    // The signature covers the bytes as they came: parse afterwards, and only what was verified. This also refuses what is older
    // than five minutes, so that a recorded call cannot be played again later.
    let event;
    try {
      event = webhook.verify(body, request.headers);
    } catch (error) {
      console.log(`refused            ${error.message}`);
      return answer(401);
    }

    // Deliveries come at least once, and a webhook-id stays the same over all tries: the second one is answered, not handled.
    const id = request.headers['webhook-id'];
    const isNew = inbox.keep(id, body);
    answer(204);
    if (isNew) console.log(describe(event));
    else console.log(`duplicate          ${id} came again and is ignored.`);
  } catch (error) {
    // Anything but 2xx brings the event again later.
    console.error(error);
    if (!response.headersSent) answer(500);
  }
});

server.listen(Number(WEBHOOK_PORT), WEBHOOK_HOST, () => console.log(`listening          http://${WEBHOOK_HOST}:${server.address().port}`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close(() => process.exit(0)).closeAllConnections());

/** The body as text, or null when it is longer than any event. */
async function readBody(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

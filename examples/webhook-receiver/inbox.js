// What has been received, one JSON line each, so that a restart forgets nothing. A shop with a database would use a table with
// webhook-id as its primary key, in the same transaction as whatever the event changes.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export function openInbox(path) {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // A last line without its end was cut off before its event was answered: the event comes again, on a line of its own.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) appendFileSync(path, '\n');
  const known = new Set(whole.split('\n').flatMap(idOf));
  return {
    /** Keeps an event; false when it is here already. */
    keep(id, body) {
      if (known.has(id)) return false;
      appendFileSync(path, JSON.stringify({ id, body }) + '\n', { mode: 0o600 });
      known.add(id);
      return true;
    },
  };
}

function idOf(line) {
  try {
    return [JSON.parse(line).id];
  } catch {
    return [];
  }
}

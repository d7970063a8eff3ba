// Who is shopping: a random cookie, and what belongs to it in memory. A shop with several servers keeps this in its database.
import { randomBytes, timingSafeEqual } from 'node:crypto';

const LASTS = 2 * 60 * 60 * 1000;
const MOST = 10_000;

export class Sessions {
  #byId = new Map();
  #cookie;
  #attributes;

  constructor({ behindProxy }) {
    this.#cookie = behindProxy ? '__Host-shop' : 'shop';
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${behindProxy ? '; Secure' : ''}`;
  }

  /** The customer's session; a new one when there is none, or when it was left alone for two hours. */
  open(request, response) {
    const id = readCookie(request, this.#cookie);
    const known = this.#byId.get(id);
    if (known && known.seen > Date.now() - LASTS) {
      this.#byId.delete(id);
      this.#byId.set(id, known);
      known.seen = Date.now();
      return known;
    }
    // The one that was used longest ago makes room.
    if (this.#byId.size >= MOST) this.#byId.delete(this.#byId.keys().next().value);
    const session = { token: random(), seen: Date.now(), basket: new Map(), buyer: {}, device: null, payment: null, means: {}, meansTold: false, draft: null, orders: new Map() };
    const fresh = random();
    this.#byId.set(fresh, session);
    response.setHeader('Set-Cookie', `${this.#cookie}=${fresh}; ${this.#attributes}`);
    return session;
  }
}

/** Whether a form was made by this shop for this customer, and not by another site that makes the browser send it. */
export function isOwnForm(session, form) {
  const [expected, given] = [Buffer.from(session.token), Buffer.from(form.get('token') ?? '')];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

export function readCookie(request, name) {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

function random() {
  return randomBytes(32).toString('base64url');
}

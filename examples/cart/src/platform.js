// Speaks to the platform: takes tokens, repeats what may be repeated, and sorts answers into three kinds:
// a result, Refused (the platform said no, and why) and Unavailable (nobody knows: it may have happened or not).
const TRY_FOR = 5_000;
const PAUSES = [300, 900];
const NO_REPEAT = [];

export class Refused extends Error {
  constructor(status, problem) {
    super(`${status} ${problem.code}: ${problem.detail} (${problem.request_id})`);
    Object.assign(this, { status, code: problem.code, errors: problem.errors ?? [], problem });
  }
}

export class Unavailable extends Error {}

export class Platform {
  #settings;
  #token = null;

  constructor(settings) {
    this.#settings = settings;
  }

  get(path) {
    return this.#send('GET', path);
  }

  /** A question before the order. The customer waits: no answer is soon an answer. */
  ask(path, body) {
    return this.#send('POST', path, body, undefined, NO_REPEAT);
  }

  /** The same key makes it safe to send again: the platform then answers what it answered first. */
  post(path, body, key) {
    return this.#send('POST', path, body, key);
  }

  async #send(method, path, body, key, pauses = PAUSES) {
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      try {
        const token = await this.#accessToken();
        const response = await fetch(this.#settings.base + path, {
          method,
          headers: {
            Authorization: `Bearer ${token}`,
            ...(body && { 'Content-Type': 'application/json' }),
            ...(key && { 'Idempotency-Key': key }),
          },
          body: body && JSON.stringify(body),
          signal: AbortSignal.timeout(TRY_FOR),
        });
        if (response.ok) return await response.json();
        const problem = await response.json().catch(() => ({ code: 'unreadable' }));
        if (response.status === 401 && !renewed) {
          this.#token = null;
          renewed = true;
          attempt--;
          continue;
        }
        const again = response.status >= 500 || ['rate_limited', 'idempotency_in_progress'].includes(problem.code);
        if (!again) throw new Refused(response.status, problem);
        throw new Unavailable(`${method} ${path}: ${response.status} ${problem.code}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
        if (attempt >= pauses.length) throw new Unavailable(`${method} ${path}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, pauses[attempt]));
      }
    }
  }

  async #accessToken() {
    if (this.#token && Date.now() < this.#token.until) return this.#token.value;
    const { issuer, clientId, clientSecret } = this.#settings;
    const response = await fetch(`${issuer}/oauth/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(TRY_FOR),
    });
    if (!response.ok) throw new Unavailable(`The token endpoint answered ${response.status}.`);
    const { access_token: value, expires_in: seconds } = await response.json();
    this.#token = { value, until: Date.now() + (seconds - 60) * 1000 };
    return value;
  }
}

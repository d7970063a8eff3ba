import { TokenError } from './problem.js';
import { pauseBefore, type Patience } from './retry.js';

export interface Credentials {
  /** The tenant's issuer: `https://api.example.jp/t/my-brand`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Separated by spaces; all that the client may when left out. */
  readonly scope?: string;
}

/** Takes a token when one is needed, keeps it, and renews it a minute before it ends. Calls at once share one request. */
export class TokenSource {
  private held: { readonly token: string; readonly until: number } | undefined;
  private coming: Promise<string> | undefined;

  constructor(
    private readonly credentials: Credentials,
    private readonly patience: Patience,
    private readonly send: typeof fetch,
  ) {}

  take(): Promise<string> {
    if (this.held && Date.now() < this.held.until) return Promise.resolve(this.held.token);
    this.coming ??= this.request().finally(() => (this.coming = undefined));
    return this.coming;
  }

  /** A token was refused, though it should still live. */
  forget(token: string): void {
    if (this.held?.token === token) this.held = undefined;
  }

  private async request(): Promise<string> {
    const { issuer, clientId, clientSecret, scope } = this.credentials;
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) });
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    for (let attempt = 1; ; attempt++) {
      let response: Response | undefined;
      try {
        response = await this.send(`${issuer.replace(/\/$/, '')}/oauth/token`, {
          method: 'POST',
          headers: { authorization: `Basic ${basic}` },
          body: form,
          signal: AbortSignal.timeout(this.patience.timeoutMs),
        });
      } catch (error) {
        if (attempt >= this.patience.attempts) throw error;
      }
      if (response?.ok) {
        const body = (await response.json()) as { access_token: string; expires_in: number };
        this.held = { token: body.access_token, until: Date.now() + Math.max(body.expires_in - 60, body.expires_in / 2) * 1000 };
        return body.access_token;
      }
      if (response && ((response.status < 500 && response.status !== 429) || attempt >= this.patience.attempts)) {
        const body = (await response.json().catch(() => ({}))) as { error?: string; error_description?: string; code?: string; detail?: string };
        throw new TokenError(response.status, body.error ?? body.code ?? `http_${response.status}`, body.error_description ?? body.detail ?? '');
      }
      await this.patience.sleep(pauseBefore(attempt, response));
    }
  }
}

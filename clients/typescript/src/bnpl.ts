import { createClient, createConfig } from './generated/client/index.js';
import { jsonBodySerializer } from './generated/core/bodySerializer.gen.js';
import { Operations } from './generated/sdk.gen.js';
import { defaultPatience, type Patience } from './retry.js';
import { TokenSource, type Credentials } from './tokens.js';
import { transport } from './transport.js';

export interface BnplSettings extends Credentials {
  /** Where the API is served; the issuer's own host when left out. */
  readonly baseUrl?: string;
  readonly patience?: Partial<Patience>;
  /** Another `fetch`, for proxies and tests. */
  readonly fetch?: typeof fetch;
}

/** The API as one tenant's client sees it: a method for each operation, which answers its body or throws a ProblemError. */
export class Bnpl extends Operations {
  constructor(settings: BnplSettings) {
    const patience: Patience = { ...defaultPatience, ...settings.patience };
    const send = settings.fetch ?? fetch;
    const baseUrl = (settings.baseUrl ?? new URL(settings.issuer).origin).replace(/\/$/, '');
    super({
      client: createClient(
        createConfig({ baseUrl, throwOnError: true, responseStyle: 'data', bodySerializer, fetch: transport(new TokenSource(settings, patience, send), patience, send) }),
      ),
    });
  }
}

// The generator takes JSON Lines for JSON: a file goes as it is.
function bodySerializer(body: unknown): unknown {
  return body instanceof Blob ? body : jsonBodySerializer.bodySerializer(body);
}

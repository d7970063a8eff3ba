import { randomUUID } from 'node:crypto';
import { keyless } from './keyless.gen.js';
import { ProblemError } from './problem.js';
import { pauseBefore, type Patience } from './retry.js';
import type { TokenSource } from './tokens.js';

/**
 * The `fetch` under the generated calls. Brings the token and the idempotency key; repeats, with the same key, what was
 * lost on the way or may be sent again; and turns every refusal into a ProblemError.
 */
export function transport(tokens: TokenSource, patience: Patience, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST' && !request.headers.has('idempotency-key') && needsKey(new URL(request.url).pathname)) {
      request.headers.set('idempotency-key', randomUUID());
    }
    // A change with PATCH, PUT or DELETE may have happened although its answer was lost; only POST has keys against that.
    const repeatable = request.method === 'GET' || request.method === 'POST';
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const token = await tokens.take();
      let response: Response | undefined;
      try {
        response = await once(request, token, patience.timeoutMs, send);
      } catch (error) {
        if (request.signal.aborted || !repeatable || attempt >= patience.attempts) throw error;
      }
      if (response?.ok) return asFile(response);
      if (response?.status === 401 && !renewed) {
        renewed = true;
        tokens.forget(token);
        continue;
      }
      if (response) {
        const problem = await ProblemError.from(response);
        if (attempt >= patience.attempts || !mayRepeat(problem, repeatable)) throw problem;
      }
      await patience.sleep(pauseBefore(attempt, response), request.signal);
    }
  };
}

// A table may be Shift_JIS, so it stays bytes; the generated code reads what calls itself text as UTF-8.
function asFile(response: Response): Response {
  const type = response.headers.get('content-type');
  if (!type?.startsWith('text/csv')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', type.replace('text/', 'application/'));
  return new Response(response.body, { status: response.status, headers });
}

function needsKey(path: string): boolean {
  return !keyless.some((template) => template.test(path));
}

function mayRepeat(problem: ProblemError, repeatable: boolean): boolean {
  // A refused rate and an unfinished first try have changed nothing, whatever the method.
  return problem.status === 429 || problem.code === 'idempotency_in_progress' || (repeatable && problem.status >= 500);
}

function once(request: Request, token: string, timeoutMs: number, send: typeof fetch): Promise<Response> {
  const attempt = new Request(request.clone(), { signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]) });
  attempt.headers.set('authorization', `Bearer ${token}`);
  return send(attempt);
}

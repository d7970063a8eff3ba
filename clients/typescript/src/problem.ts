import type { FieldError, Problem } from './generated/types.gen.js';

/** A refusal: the RFC 9457 problem document as an error. `code` is for programs, `message` for people. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  /** Every invalid field of a 422: `field` is its dotted path. */
  readonly errors: readonly FieldError[];
  /** Quote it when you ask the platform about this call. */
  readonly requestId: string;
  /** With `state_conflict`: where the resource stands, and what may be done instead. */
  readonly currentStatus: string | undefined;
  readonly allowedActions: readonly string[];

  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors;
    this.requestId = problem.request_id;
    this.currentStatus = problem.current_status;
    this.allowedActions = problem.allowed_actions ?? [];
  }

  /** What a response says, also when something on the way answered in the platform's place. */
  static async from(response: Response): Promise<ProblemError> {
    const text = await response.text();
    let body: Partial<Problem> = {};
    try {
      const parsed: unknown = JSON.parse(text);
      if (parsed !== null && typeof parsed === 'object') body = parsed;
    } catch {
      // A proxy's page: its status is all there is.
    }
    return new ProblemError({
      type: 'about:blank',
      title: response.statusText,
      detail: 'The answer is no problem document.',
      code: `http_${response.status}`,
      errors: [],
      request_id: response.headers.get('x-request-id') ?? '',
      ...body,
      status: response.status,
    });
  }
}

/** The token endpoint refused (RFC 6749 section 5.2): wrong secret, revoked client, unknown scope. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  constructor(readonly status: number, readonly code: string, description: string) {
    super(`${status} ${code}: ${description}`);
  }
}

/** How patient a client is. */
export interface Patience {
  /** Tries of one call, the first included. */
  readonly attempts: number;
  /** One try's longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Pauses; tests put their own here. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const defaultPatience: Patience = { attempts: 5, timeoutMs: 30_000, sleep };

const longestPauseMs = 60_000;

/** As `Retry-After` says; otherwise 0.25, 0.5, 1, … seconds at most, by chance, so that many clients do not come back at once. */
export function pauseBefore(attempt: number, response?: Response): number {
  const wanted = response?.headers.get('retry-after');
  if (wanted) {
    const seconds = Number(wanted);
    const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(wanted) - Date.now();
    if (Number.isFinite(ms)) return Math.min(Math.max(ms, 0), longestPauseMs);
  }
  return Math.random() * Math.min(250 * 2 ** (attempt - 1), 8_000);
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

export { Bnpl, type BnplSettings } from './bnpl.js';
export { all, type Page } from './pages.js';
export { ProblemError, TokenError } from './problem.js';
export type { Patience } from './retry.js';
export type { Credentials } from './tokens.js';
export type * from './generated/types.gen.js';

/** A page of any list. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
  readonly next: string | null;
}

/**
 * Every row of a list, page after page, newest first:
 * `for await (const order of all((page) => bnpl.listOrders({ query: { status: 'shipped', ...page } }))) …`
 */
export async function* all<T>(list: (page: { starting_after?: string }) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let page = await list({});
  yield* page.data;
  while (page.has_more && page.next !== null) {
    page = await list({ starting_after: page.next });
    yield* page.data;
  }
}

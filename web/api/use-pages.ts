/** A read that comes in pages: the rows so far, and how to fetch the next ones. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Endpoint, RequestOf, ResponseOf } from '../../contract/endpoint.ts';
import { api } from './api.ts';

export type PagesPlan<E extends Endpoint, Row, Cursor> = {
  readonly endpoint: E;
  /** Tells this list from another one of the same endpoint. */
  readonly key: readonly unknown[];
  /** The request of a page; null for the first one. */
  readonly request: (cursor: Cursor | null) => RequestOf<E>;
  readonly rows: (page: ResponseOf<E>) => readonly Row[];
  /** Null at the end. */
  readonly next: (page: ResponseOf<E>) => Cursor | null;
};

/** `source` and `more` fit `DataTable`. */
export function usePages<E extends Endpoint, Row, Cursor>(plan: PagesPlan<E, Row, Cursor>) {
  // The library forgets the type of its own page parameter inside a generic function.
  const query = useInfiniteQuery({
    queryKey: [plan.endpoint.name, 'pages', ...plan.key],
    queryFn: ({ pageParam, signal }) =>
      api(plan.endpoint, plan.request(pageParam as Cursor | null), signal),
    initialPageParam: null as Cursor | null,
    getNextPageParam: (page) => plan.next(page),
  });
  const data = query.data?.pages.flatMap((page) => plan.rows(page));
  const onMore = () => void query.fetchNextPage();
  return {
    source: { data, error: query.error, refetch: () => query.refetch() },
    more: query.hasNextPage ? { onMore, busy: query.isFetchingNextPage } : undefined,
  };
}

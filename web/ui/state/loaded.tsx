/** A query as a screen part: loading, failed or its value. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, LoadingState } from './whole-states.tsx';

export type LoadedProps<Value> = {
  readonly query: UseQueryResult<Value>;
  readonly children: (value: Value) => ReactNode;
};

export function Loaded<Value>({ query, children }: LoadedProps<Value>) {
  if (query.isSuccess) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingState />;
}

/** Endpoints as React Query: reads are cached by their input, an act makes all reads stale. */
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Endpoint, RequestOf, ResponseOf } from '../../contract/endpoint.ts';
import { api } from './api.ts';
import { LineError } from './api-error.ts';

/** Only a broken line is worth a silent retry; a refusal would be refused again. */
const retry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof LineError;

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 5_000, networkMode: 'always' },
      // What was sent and answered, often contents, is forgotten when its screen is left.
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  });

type ReadOptions = {
  readonly enabled?: boolean;
  readonly refetchMs?: number;
  /** The server records each call as a reading of contents: never call again unasked. */
  readonly recorded?: true;
};

const UNTIL_LEFT = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: false,
  meta: { recorded: true },
} as const;

export function useRead<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  options: ReadOptions = {},
): UseQueryResult<ResponseOf<E>> {
  return useQuery({
    queryKey: [endpoint.name, request],
    queryFn: ({ signal }) => api(endpoint, request, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchMs ?? false,
    ...(options.recorded && UNTIL_LEFT),
  });
}

/**
 * `act.mutate(request)`; after success every read is fetched again, save the recorded ones, then
 * `onDone` runs.
 */
export function useAct<E extends Endpoint>(
  endpoint: E,
  onDone?: (value: ResponseOf<E>) => void,
): UseMutationResult<ResponseOf<E>, Error, RequestOf<E>> {
  const client = useQueryClient();
  return useMutation({
    mutationKey: [endpoint.name],
    mutationFn: (request: RequestOf<E>) => api(endpoint, request),
    onSuccess: async (value) => {
      await client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
      onDone?.(value);
    },
  });
}

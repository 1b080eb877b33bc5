/**
 * The questions to one connection, each sent when the one before has been answered, in the order
 * they were asked; a failed one holds back none behind it. Who asks ahead of an answer (the lane,
 * which works out acts while others are being confirmed) asks through this: the driver itself takes
 * one question at a time.
 */
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

export interface Questions {
  query<Row extends QueryResultRow>(question: string | QueryConfig): Promise<QueryResult<Row>>;
}

export class QueryLine implements Questions {
  readonly #client: PoolClient;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: PoolClient) {
    this.#client = client;
  }

  query<Row extends QueryResultRow>(question: string | QueryConfig): Promise<QueryResult<Row>> {
    const asked = this.#last.then(() => this.#client.query<Row>(question));
    this.#last = asked.catch(() => {});
    return asked;
  }

  /** `destroy`: the connection ends, and with it what is still to be asked. */
  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }
}

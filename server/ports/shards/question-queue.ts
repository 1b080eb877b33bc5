/**
 * The queue between the house and its matcher processes, on an engine that exists already. Each
 * text goes to every shard of the documents; a shard answers it exactly once, whoever dies in
 * between. Bodies are sealed before they come here (`letters.ts`): whoever runs the engine reads
 * nothing and sees sizes. Called by the sharded compare index and by the matcher program.
 */

export type Question = {
  /** A random UUID. */
  readonly id: string;
  readonly body: Uint8Array;
};

export type Answered = {
  readonly id: string;
  /** One for each shard, in their order. */
  readonly answers: readonly Uint8Array[];
};

/** The house's side. Each method throws Fault `matching-unavailable` when the engine fails. */
export interface QuestionQueue {
  /** Durable when it resolves. The same id again changes nothing. */
  ask(question: Question): Promise<void>;
  /** Questions that every shard has answered; waits a while when there is none. */
  collect(): Promise<readonly Answered[]>;
  /** Takes them out of the engine, answered or not. Until then `collect` may repeat them. */
  forget(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The side of a matcher, for the one shard that it holds. */
export interface TaskQueue {
  /**
   * Questions that this shard has not answered, the oldest first, for this caller alone until the
   * lease is over. Waits a while when there is none.
   */
  take(most: number): Promise<readonly Question[]>;
  /** False: the shard's answer stands already. That to a forgotten question comes to nothing. */
  answer(id: string, body: Uint8Array): Promise<boolean>;
  /** What was taken and not answered goes back at once, before its lease is over. */
  close(): Promise<void>;
}

/** How a matcher reaches the engine. */
export type QueueAddress =
  | {
      readonly engine: 'postgres';
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly user: string;
      readonly password: string;
      readonly tls: boolean;
    }
  | { readonly engine: 'nats'; readonly url: string };

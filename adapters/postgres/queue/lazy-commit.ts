/**
 * A statement that joins `lazy` does not wait for the disk. What a crash of the server then loses
 * is its last moments, whole statements from the end: leases, answers and removals that are made
 * again, since the question itself was confirmed on disk.
 */
export const LAZY = `
  lazy AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))`;

/** Times as news pages and feeds write them (ISO 8601, RFC 822) to an instant in UTC. */

/** A time without a zone is Vietnam's, UTC+7: the press in question is Vietnamese. */
export function publishedInstant(written: string | undefined): string | undefined {
  if (written === undefined || written.length > 64) return undefined;
  const text = written.trim();
  const isoLike = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?)?/.exec(text);
  const zoned = /(Z|[+-]\d\d:?\d\d|GMT|UTC?)\s*$/i.test(isoLike ? text.slice(10) : text);
  const withTime =
    isoLike && !isoLike[1]
      ? `${text.slice(0, 10)}T00:00:00`
      : text.replace(/^(\d{4}-\d\d-\d\d) /, '$1T');
  const moment = Date.parse(zoned ? withTime : `${withTime}${isoLike ? '+07:00' : ' +0700'}`);
  return Number.isNaN(moment) || moment < 0 ? undefined : new Date(moment).toISOString();
}

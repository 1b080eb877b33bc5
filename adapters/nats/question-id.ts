/** A question's id travels in a header of its message. */
import { headers, type MsgHdrs } from '@nats-io/transport-node';

export const ID_HEADER = 'Niemphong-Question';

export function withId(id: string): MsgHdrs {
  const made = headers();
  made.set(ID_HEADER, id);
  return made;
}

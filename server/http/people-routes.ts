import * as contract from '../../contract/people.ts';
import { assignDuty, endDuty } from '../people/assign-duty.ts';
import { changeStatus } from '../people/change-status.ts';
import { clearPerson, endClearance } from '../people/clear-person.ts';
import { delegatePower, revokeDelegation } from '../people/delegate.ts';
import { formOptions } from '../people/form-options.ts';
import { listPeople } from '../people/list-people.ts';
import { recordCommitment, recordTraining } from '../people/record-paper.ts';
import { registerPerson, resetPassword } from '../people/register-person.ts';
import { viewPerson } from '../people/view-person.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function peopleRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.formOptions, (_, { actor }) => formOptions(parts, actor)),
    route(contract.listPeople, (_, { actor }) => listPeople(parts, actor)),
    route(contract.viewPerson, ({ params }, { actor }) =>
      viewPerson(parts, actor, params.personId),
    ),
    route(contract.registerPerson, ({ body }, { actor }) => registerPerson(parts, actor, body)),
    route(contract.resetPassword, ({ params, body }, { actor }) =>
      resetPassword(parts, actor, { ...params, ...body }),
    ),
    route(contract.assignDuty, ({ params, body }, { actor }) =>
      assignDuty(parts, actor, { ...params, ...body }),
    ),
    route(contract.endDuty, ({ params, body }, { actor }) =>
      endDuty(parts, actor, { ...params, ...body }),
    ),
    route(contract.clearPerson, ({ params, body }, { actor }) =>
      clearPerson(parts, actor, { ...params, ...body }),
    ),
    route(contract.endClearance, ({ params, body }, { actor }) =>
      endClearance(parts, actor, { ...params, ...body }),
    ),
    route(contract.recordCommitment, ({ params, body }, { actor }) =>
      recordCommitment(parts, actor, { ...params, ...body }),
    ),
    route(contract.recordTraining, ({ params, body }, { actor }) =>
      recordTraining(parts, actor, { ...params, ...body }),
    ),
    route(contract.delegatePower, ({ params, body }, { actor }) =>
      delegatePower(parts, actor, { ...params, ...body }),
    ),
    route(contract.revokeDelegation, ({ params }, { actor }) =>
      revokeDelegation(parts, actor, params),
    ),
    route(contract.changeStatus, ({ params, body }, { actor }) =>
      changeStatus(parts, actor, { ...params, ...body }),
    ),
  ];
}

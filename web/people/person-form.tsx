/** The form that is open over a person's page. */
import { DelegationForm } from './delegation-form.tsx';
import {
  EndClearanceForm,
  EndDutyForm,
  LeaveForm,
  ResetPasswordForm,
  RevokeDelegationForm,
} from './ending-forms.tsx';
import {
  AssignDutyForm,
  ClearPersonForm,
  CommitmentForm,
  type PersonFormProps,
  TrainingForm,
} from './paper-forms.tsx';

export type OpenForm =
  | { readonly name: 'assign' | 'clear' | 'commit' | 'train' | 'delegate' | 'reset' | 'leave' }
  | { readonly name: 'end-duty'; readonly assignmentId: string }
  | { readonly name: 'end-clearance'; readonly clearanceId: string }
  | { readonly name: 'revoke'; readonly delegationId: string };

export function PersonForm({ form, ...props }: PersonFormProps & { readonly form: OpenForm }) {
  switch (form.name) {
    case 'assign':
      return <AssignDutyForm {...props} />;
    case 'clear':
      return <ClearPersonForm {...props} />;
    case 'commit':
      return <CommitmentForm {...props} />;
    case 'train':
      return <TrainingForm {...props} />;
    case 'delegate':
      return <DelegationForm {...props} />;
    case 'reset':
      return <ResetPasswordForm {...props} />;
    case 'leave':
      return <LeaveForm {...props} />;
    case 'end-duty':
      return <EndDutyForm {...props} assignmentId={form.assignmentId} />;
    case 'end-clearance':
      return <EndClearanceForm {...props} clearanceId={form.clearanceId} />;
    case 'revoke':
      return <RevokeDelegationForm {...props} delegationId={form.delegationId} />;
  }
}

/**
 * The closed list of refusals. Order: general, identity, people, vault, determination, registry,
 * access, watch. `not-found` is the one answer for "does not exist" and "not yours to see".
 */
export const REFUSAL_CODES = [
  // general
  'not-found',
  'invalid-input',
  'not-your-duty',
  'already-done',
  'state-forbids',
  'too-large',
  // identity
  'not-signed-in',
  'wrong-credentials',
  'too-many-tries',
  'password-too-short',
  'password-change-needed',
  'setup-already-done',
  'setup-needed',
  // people
  'login-taken',
  'duties-incompatible',
  'last-registrar',
  // vault
  'vault-sealed',
  'vault-not-set-up',
  'share-wrong',
  'share-already-given',
  // determination
  'guide-item-missing',
  'guide-item-unknown',
  'guide-item-level-mismatch',
  'guide-item-not-in-force',
  'guide-condition-unmet',
  'field-forbids-top-level',
  'summary-forbidden',
  'no-authority',
  'delegation-not-in-force',
  'delegation-not-lawful',
  'delegation-out-of-scope',
  'proposer-decides',
  'shorter-period-too-long',
  'shorter-period-not-activity',
  'date-in-future',
  // registry
  'number-taken',
  'number-already-void',
  'copies-out-of-range',
  'copying-forbidden',
  'copy-not-held',
  'copies-still-held',
  'envelope-not-yours',
  'file-unreadable',
  'file-kind-unknown',
  // access
  'clearance-too-low',
  'no-need-to-know',
  'grant-expired',
  'commitment-missing',
  'training-missing',
  'administrator-reads-nothing',
  'grant-too-long',
  // publication
  'submitter-decides',
  'objector-reviews',
  'touches-protected',
  'text-unchanged',
  'releaser-only',
  'checks-too-fast',
  // watch
  'article-unreadable',
  'verdict-given',
  'verdict-unfounded',
  'reason-missing',
  // incident, evidence
  'steps-missing',
  'knew-the-document',
  'not-custodian',
  'evidence-not-kept',
  'authority-silent',
  // parcels of the outside collector
  'collector-key-wrong',
  'parcel-unreadable',
  'parcel-from-stranger',
  'parcel-signature-wrong',
  'parcel-incomplete',
  'parcel-damaged',
  'parcel-taken',
  'parcel-forged',
  'parcel-gap',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Every refusal in English; the same shape and the same fact names as the Vietnamese table. */
import type { RefusalCode } from '../../core/common/refusal-code.ts';
import type { RefusalText } from './refusal-text.ts';

export const refusalTextEn = {
  'not-found': {
    what: 'Not found',
    why: 'There is no such item, or it is not yours to know of.',
    wayOut: 'Check the address or number. If your task needs it, ask whoever gave you the task.',
  },
  'invalid-input': {
    what: 'Something entered is not right[: {field}]',
    why: 'A field is missing or has the wrong form[; expected: {expected}].',
    wayOut: 'Correct the marked field and send again.',
  },
  'not-your-duty': {
    what: 'This is not your duty',
    why: 'Only a person assigned[ to {duty}] may do this.',
    wayOut: 'Pass it to the person assigned, or ask the head to assign you.',
  },
  'already-done': {
    what: 'Already done',
    why: 'Somebody has done this[ at {at}][ ({by})]; it is not done twice[: {which}].',
    wayOut: 'Reload the page to see how things stand.',
  },
  'state-forbids': {
    what: 'The present state does not allow this',
    why: 'This cannot be done while the state is[ “{state}”] as it is.',
    wayOut: 'Reload the page to see the new state and the next step.',
  },
  'too-large': {
    what: 'Too large',
    why: 'The size is over the limit[ of {maxBytes} bytes].',
    wayOut: 'Split the file or text and send the parts.',
  },
  'not-signed-in': {
    what: 'You are not signed in',
    why: 'No session is open, or it has ended.',
    wayOut: 'Sign in and do it again.',
  },
  'wrong-credentials': {
    what: 'Could not sign in',
    why: 'The sign-in name or the password is wrong.',
    wayOut: 'Type them again. If the password is lost, see the registrar in person.',
  },
  'password-too-short': {
    what: 'The password is too short',
    why: 'The new password is shorter than the least allowed[, {least} characters].',
    wayOut: 'Choose a longer one, for example several words.',
  },
  'password-change-needed': {
    what: 'Change your password first',
    why: 'The present password was set by somebody else; until it is changed nothing else opens.',
    wayOut: 'Choose a password that only you know, then go on.',
  },
  'too-many-tries': {
    what: 'Too many tries',
    why: 'It failed several times in a row and is locked[ until {until}].',
    wayOut: 'Wait and try again. If it was not you, tell the administrator at once.',
  },
  'setup-already-done': {
    what: 'Already set up',
    why: 'The agency has been set up on this server; that happens once.',
    wayOut: 'Sign in with an account that was created.',
  },
  'setup-needed': {
    what: 'Not set up yet',
    why: 'The server has no agency, no head and no key custodians.',
    wayOut: 'Run the first set-up.',
  },
  'login-taken': {
    what: 'This sign-in name is taken',
    why: 'An account belongs to one person, also after that person has left[; field: {field}].',
    wayOut: 'Choose another sign-in name.',
  },
  'duties-incompatible': {
    what: 'These duties exclude each other',
    why: 'An administrator reads no state secret: holds no other duty and no clearance.',
    wayOut: 'Assign somebody else, or end the other duty before the first day.',
  },
  'last-registrar': {
    what: 'The last registrar cannot go',
    why: 'Afterwards nobody could assign, clear or relieve anyone.',
    wayOut: 'Assign a second registrar, then do it again.',
  },
  'vault-sealed': {
    what: 'The vault is sealed',
    why: 'Contents can be read or written only while it is open[ ({given}/{needed} shares)].',
    wayOut: 'Ask the key custodians to come and open it.',
  },
  'vault-not-set-up': {
    what: 'The vault is not set up',
    why: 'There is no root key and no share has been handed to a custodian.',
    wayOut: 'Ask the administrator to finish setting up the vault.',
  },
  'share-wrong': {
    what: 'Wrong key share',
    why: 'This share does not belong to this vault, or was mistyped.',
    wayOut: 'Type it again. If it stays wrong, use the share of another custodian.',
  },
  'share-already-given': {
    what: 'This share has been given',
    why: 'Each custodian gives one share; this one is in[ ({given}/{needed})].',
    wayOut: 'Let the next custodian give theirs.',
  },
  'guide-item-missing': {
    what: 'No ground in the guide',
    why: 'Nothing may be determined a state secret without an item of a state-secret list.',
    wayOut: 'Choose an item of the list, or treat it as an ordinary document.',
  },
  'guide-item-unknown': {
    what: 'No such item in the guide',
    why: 'The list in use has no item[ {item}].',
    wayOut: 'Choose an item from the list.',
  },
  'guide-item-level-mismatch': {
    what: 'The level does not fit the guide item',
    why: 'The level proposed[ ({level})] is not the level of the item[ {item}][ ({itemLevel})].',
    wayOut: 'Choose the level of the item, or another item.',
  },
  'guide-item-not-in-force': {
    what: 'The guide item is not in force',
    why: 'Item[ {item}] is not in force on this day[ (from {from})][ (until {until})].',
    wayOut: 'Choose an item in force on the day of determination.',
  },
  'guide-condition-unmet': {
    what: 'The condition of the guide item is not met',
    why: 'Item[ {item}] applies only on a condition[: {condition}].',
    wayOut: 'Confirm the condition if it is true, or choose another item.',
  },
  'field-forbids-top-level': {
    what: 'This field knows no Top secret',
    why: 'The law allows Top secret in five fields only[; the field chosen: {field}].',
    wayOut: 'Choose Secret or Confidential, or check the field.',
  },
  'summary-forbidden': {
    what: 'No summary may be written',
    why: 'The summary of a Top secret document is written nowhere.',
    wayOut: 'Remove the summary; the register holds type, number and symbol only.',
  },
  'no-authority': {
    what: 'No authority',
    why: 'The post[ {post}] has no authority at this level[ ({level})] and no delegation.',
    wayOut: 'Submit it to a competent person, or obtain a written delegation.',
  },
  'delegation-not-in-force': {
    what: 'The delegation is not in force',
    why: 'The written delegation is not in force on this day[ (from {from})][ (until {until})].',
    wayOut: 'Obtain a new delegation, or let the delegating person decide.',
  },
  'delegation-not-lawful': {
    what: 'The delegation is not lawful',
    why: 'Only a head may delegate, to a deputy of their own; nobody delegates onward.',
    wayOut: 'Submit it to the head, or obtain a delegation to the right deputy.',
  },
  'delegation-out-of-scope': {
    what: 'Outside the delegation',
    why: 'The written delegation does not cover this act[ at the level {level}].',
    wayOut: 'Submit it to the delegating person, or obtain a wider delegation.',
  },
  'proposer-decides': {
    what: 'Nobody decides what they proposed',
    why: 'The proposer and the decider must be two persons.',
    wayOut: 'Submit it to another competent person.',
  },
  'shorter-period-too-long': {
    what: 'The protection period is too long',
    why: 'The period[ of {years} years] is longer than the legal one[ of {maxYears} years].',
    wayOut: 'Give an earlier end, or leave it empty for the legal period.',
  },
  'shorter-period-not-activity': {
    what: 'The protection period may not be shortened',
    why: 'A shorter period is only for a secret tied to one definite activity.',
    wayOut: 'Leave it empty for the legal period, or name the activity it is tied to.',
  },
  'date-in-future': {
    what: 'The date is in the future',
    why: 'The day[ {date}] has not come yet.',
    wayOut: 'Give today or an earlier day.',
  },
  'number-taken': {
    what: 'The number is taken',
    why: 'Number[ {number}] stands in the register of this year; numbers are never used again.',
    wayOut: 'Let the system give the next number.',
  },
  'number-already-void': {
    what: 'The number is void',
    why: 'Number[ {number}] has been voided and stays in the register with the reason.',
    wayOut: 'Nothing more to do; the reason stands in the register.',
  },
  'copies-out-of-range': {
    what: 'The number of copies is not right',
    why: 'The number of copies[ {copies}] is out of range[ (up to {max})].',
    wayOut: 'Give the number of copies issued.',
  },
  'copying-forbidden': {
    what: 'This document may not be copied or photographed',
    why: 'The competent person forbade copying when the level was determined.',
    wayOut: 'Read it where it is kept, or ask the determining body for permission.',
  },
  'permit-ended': {
    what: 'The permission to copy is no longer good',
    why: 'All permitted copies were made, its time is over, or it was withdrawn.',
    wayOut: 'Ask the competent person to allow it again.',
  },
  'too-many-pages': {
    what: 'The document has too many pages to be copied from here',
    why: 'It has[ {pages}] pages; copies of up to[ {max}] pages are printed.',
    wayOut: 'Copy it from paper as the rules say, and enter it in the copy register.',
  },
  'copy-not-held': {
    what: 'You do not hold this copy',
    why: 'Only the holder of the copy[ no. {copy}] can hand it on or give it back.',
    wayOut: 'See in the register who holds it, and ask that person.',
  },
  'copies-still-held': {
    what: 'Copies have not been handed over',
    why: 'This person still holds copies of secret documents[: {copies}].',
    wayOut: 'Hand over or recall all copies first.',
  },
  'envelope-not-yours': {
    what: 'Only the person named may open this envelope',
    why: 'It is addressed to a named person[ ({addressee})]; the clerk registers only what stands outside.',
    wayOut: 'Register the outside and hand the closed envelope to the person named.',
  },
  'file-unreadable': {
    what: 'The file cannot be read',
    why: 'It is damaged, has a password, or is over the limits of processing[ ({reason})].',
    wayOut: 'Save it as PDF or DOCX, or give a scanned image.',
  },
  'file-kind-unknown': {
    what: 'This kind of file is not accepted',
    why: 'Accepted are PDF, DOCX, ODT, RTF, TXT and images[; the file sent: {name}].',
    wayOut: 'Convert the file to one of these.',
  },
  'clearance-too-low': {
    what: 'Your clearance is too low',
    why: 'The level of the document[ ({level})] is above your clearance[ ({clearance})].',
    wayOut: 'Ask the head to consider a higher clearance.',
  },
  'no-need-to-know': {
    what: 'No access has been granted',
    why: 'There is no decision that your task needs this document.',
    wayOut: 'Ask a competent person for access with an end date.',
  },
  'grant-expired': {
    what: 'Your access has ended',
    why: 'The grant has ended[ on {until}].',
    wayOut: 'Ask for a new grant if the task is not finished.',
  },
  'commitment-missing': {
    what: 'No commitment to protect state secrets',
    why: 'There is no commitment in force in your name.',
    wayOut: 'Sign the commitment and have it recorded.',
  },
  'training-missing': {
    what: 'No training',
    why: 'No training on protecting state secrets is recorded as valid.',
    wayOut: 'Attend the training and have it recorded.',
  },
  'administrator-reads-nothing': {
    what: 'An administrator reads no content',
    why: 'System administrators keep the machine running and see no secret document.',
    wayOut: 'To read for another task, first give up the administration.',
  },
  'grant-too-long': {
    what: 'The access is too long',
    why: 'The time asked for is over the limit of one grant[ ({maxDays} days)].',
    wayOut: 'Give an earlier end; it can be granted again.',
  },
  'submitter-decides': {
    what: 'Nobody clears their own text',
    why: 'A text that you ask to publish is judged by somebody else.',
    wayOut: 'Wait for the registrar or the head of the agency to decide.',
  },
  'objector-reviews': {
    what: 'Who objected does not hear the appeal',
    why: 'An appeal is decided by a head of the agency who has not objected before.',
    wayOut: 'Leave it to a head of the agency who has given no opinion on this text.',
  },
  'touches-protected': {
    what: 'The text touches content that you may not see',
    why: 'Only who may read every document that the text touches may clear it.',
    wayOut: 'Speak in person to one of those named, or object and say why.',
  },
  'text-unchanged': {
    what: 'The text has not changed',
    why: 'It is exactly the one before.',
    wayOut: 'Change the text and send it again, or choose another step.',
  },
  'releaser-only': {
    what: 'Only the named releaser may do this',
    why: 'To publish before the planned moment is for the person named in the calendar.',
    wayOut: 'Ask the named releaser, or wait for the planned moment.',
  },
  'checks-too-fast': {
    what: 'Checked too fast',
    why: 'Checks while typing are limited[: {most} in a minute].',
    wayOut: 'Go on typing; checking goes on by itself after some seconds.',
  },
  'comparison-stopped': {
    what: 'The loose comparison was stopped',
    why: 'Document and text are too large[ for {seconds} seconds][ for {megabytes} MB of memory].',
    wayOut: 'Try again when the server is less busy. If it stops again, read both yourself.',
  },
  'article-unreadable': {
    what: 'The article cannot be read',
    why: 'The article file[ {name}] holds no readable text.',
    wayOut: 'Save the page as HTML or plain text and import it again.',
  },
  'verdict-given': {
    what: 'A verdict has been given',
    why: 'This match has its verdict[: {verdict}][, by {by}].',
    wayOut: 'See the verdict and its file.',
  },
  'verdict-unfounded': {
    what: 'This verdict has no ground',
    why: 'A leak is said of a state secret only; an early publication only of material with a release that you may see.',
    wayOut: 'Choose another verdict, or ask someone who may see the document.',
  },
  'reason-missing': {
    what: 'The reason is missing',
    why: 'This act needs a reason in words, which goes to the ledger.',
    wayOut: 'Write a short reason without repeating secret content.',
  },
  'steps-missing': {
    what: 'Not everything was done that must be done before closing',
    why: 'Steps that the law asks for have not been noted[: {count} of them].',
    wayOut: 'Do and note each missing step in the clock of the incident.',
  },
  'knew-the-document': {
    what: 'This person held or read the document',
    why:
      'Who held or read the document until the evidence was captured or found does not keep the ' +
      'evidence about it.',
    wayOut: 'Choose somebody else whose duty it is to see incidents. The rule accuses nobody.',
  },
  'not-custodian': {
    what: 'You do not hold this evidence',
    why: 'Only who holds it, or to whom it is being handed, may do this.',
    wayOut: 'The custody lines of the evidence say who holds it.',
  },
  'evidence-not-kept': {
    what: 'The evidence has not been preserved',
    why: 'There is no evidence copy yet, apart from the working copy.',
    wayOut: 'Preserve the evidence first, while the vault is open.',
  },
  'evidence-there': {
    what: 'This file is there already',
    why: 'The incident has evidence that equals this file byte for byte[: {source}].',
    wayOut: 'It need not be added again. If you meant another file, choose it.',
  },
  'authority-silent': {
    what: 'No time-stamp could be had',
    why: 'The time-stamping authority is not configured, did not answer, or cannot be believed.',
    wayOut: 'Have it looked at, then try again. The evidence that was kept stays as it is.',
  },
  'second-officer-needed': {
    what: 'A second officer is needed',
    why: 'Who asked for the reading of a copy mark does not make it: somebody else must.',
    wayOut: 'Ask somebody else who may see incidents and neither held nor read the document.',
  },
  'no-marked-copies': {
    what: 'No copy of this document bears a mark',
    why: 'Only copies shown after copy marks were turned on for the document bear one.',
    wayOut: 'Trace by the leaked words, or look at who held and read the document.',
  },
  'collector-key-wrong': {
    what: 'The key of the collector has no right form',
    why: 'The line is not one that niemphong collect init printed.',
    wayOut: 'Copy the whole line from the collector, nothing added or left out.',
  },
  'parcel-unreadable': {
    what: 'The parcel cannot be read',
    why: 'The files are not one whole parcel of a collector.',
    wayOut: 'Send the json file, the sig file and every numbered file of the same parcel.',
  },
  'parcel-from-stranger': {
    what: 'A parcel of an unknown collector',
    why: 'The key that signed it is not registered or was withdrawn[: {collector}].',
    wayOut: 'The administrator looks at the collector and registers its key.',
  },
  'parcel-signature-wrong': {
    what: 'The signature of the parcel is wrong',
    why: 'The manifest[ of parcel {number}] does not carry the right signature of the collector.',
    wayOut:
      'Do not take it in; copy it again from the collector, and if it stays wrong tell whoever is in charge of security.',
  },
  'parcel-incomplete': {
    what: 'A file of the parcel is missing',
    why: 'A file that the manifest names is not there[: {name}].',
    wayOut: 'Copy all files of the parcel and take it in again.',
  },
  'parcel-damaged': {
    what: 'A file of the parcel is damaged',
    why: 'The file[ {name}] is not what the signed manifest says.',
    wayOut: 'Copy that file again from the collector.',
  },
  'parcel-taken': {
    what: 'The parcel was taken in before',
    why: 'This parcel[, number {number}] of the collector was taken in already.',
    wayOut: 'Nothing needs to be done.',
  },
  'parcel-forged': {
    what: 'The parcel does not fit those taken before',
    why: 'The parcel[, number {number},] differs from the one taken in under its number, or does not follow the one before.',
    wayOut: 'Do not take it in; find out whether the collector was set back or exchanged.',
  },
  'parcel-gap': {
    what: 'Parcels in between are missing',
    why: 'This parcel[, number {number},] came first; those in between are missing[: {from} to {to}].',
    wayOut:
      'Take the missing ones in first; if they are lost for good, take this one in and confirm that they are given up.',
  },
} as const satisfies Record<RefusalCode, RefusalText>;

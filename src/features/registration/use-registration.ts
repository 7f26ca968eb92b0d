/** The one-screen registration: what is typed, what is wrong with it, and the command. */
import { useCallback, useEffect, useMemo, useState } from 'react';

import { CONSENT_VERSION, type OwnVolunteer } from '@contract/volunteer.contract';
import { civilDayOf } from '@domain/time/civil-day';
import type { OptionalConsent } from '@domain/volunteer/consent';
import { toApiError, type ApiError } from '@/lib/api-error';
import { arrivalChannel, arrivalScene } from '@/lib/arrival-channel';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';

import { formFaults, idNumberFault, type FormFaults, type RegistrationForm } from './check-form';
import { readDraft, removeDraft, writeDraft, type RegistrationDraft } from './registration-draft';

/** Everything that looks different once somebody is registered. */
const CHANGED = [
  'volunteer.getMe',
  'activity.getShift',
  'activity.getActivity',
  'attendance.listMyCurrent',
  'attendance.listMyRecords',
] as const;

export interface RegistrationFields extends RegistrationDraft {
  readonly idNumber: string;
  /** proof of the number from the phone itself; empty when it is only typed */
  readonly phoneCode: string;
  readonly hasConsented: boolean;
  readonly optionalConsents: readonly OptionalConsent[];
}

function initialFields(): RegistrationFields {
  const blank = { name: '', phoneNumber: '', countyCode: '', townshipCode: '', communityCode: '' };
  const draft = readDraft() ?? { ...blank, requestId: newRequestId() };
  return { ...draft, idNumber: '', phoneCode: '', hasConsented: false, optionalConsents: [] };
}

function formOf(fields: RegistrationFields): RegistrationForm {
  const { name, idNumber, communityCode, hasConsented, phoneNumber, phoneCode } = fields;
  const phone =
    phoneCode === ''
      ? ({ kind: 'typed', phoneNumber } as const)
      : ({ kind: 'wechat', code: phoneCode } as const);
  return { name, idNumber, phone, communityCode, hasConsented };
}

export interface Submitted {
  readonly volunteer: OwnVolunteer;
  /** nobody new: the record was there already */
  readonly isFound: boolean;
}

export interface Registration {
  readonly fields: RegistrationFields;
  readonly change: (part: Partial<RegistrationFields>) => void;
  readonly faults: FormFaults;
  readonly error: ApiError | null;
  readonly isRunning: boolean;
  /** Null when something is still missing or the server refused. */
  readonly submit: () => Promise<Submitted | null>;
  readonly claim: (phoneCode: string) => Promise<OwnVolunteer | null>;
  readonly claimError: ApiError | null;
  readonly forgetErrors: () => void;
}

interface Claiming {
  /** Null when the server refused. */
  readonly claim: (phoneCode: string) => Promise<OwnVolunteer | null>;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly reset: () => void;
}

/** 认领: the record on which this phone number is proved. */
function useClaim({ name, idNumber }: RegistrationFields): Claiming {
  const { run, isRunning, error, reset } = useCommand('volunteer.claim', { invalidates: CHANGED });
  const claim = async (phoneCode: string): Promise<OwnVolunteer | null> => {
    try {
      const { volunteer } = await run({
        ...{ requestId: newRequestId(), name, idNumber, phoneCode },
        consentVersion: CONSENT_VERSION,
      });
      removeDraft();
      return volunteer;
    } catch {
      return null;
    }
  };
  return { claim, isRunning, error, reset };
}

export function useRegistration(): Registration {
  const [fields, setFields] = useState(initialFields);
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const registering = useCommand('volunteer.register', { invalidates: CHANGED });
  const { claim, ...claiming } = useClaim(fields);
  useEffect(() => writeDraft(fields), [fields]);

  const today = civilDayOf(serverNow());
  const faults = useMemo(
    () => (wasSubmitted ? formFaults(formOf(fields), today) : faultsWhileTyping(fields.idNumber, today)),
    [fields, today, wasSubmitted],
  );

  const submit = async (): Promise<Submitted | null> => {
    setWasSubmitted(true);
    const form = formOf(fields);
    if (Object.keys(formFaults(form, today)).length > 0) return null;
    const { name, idNumber, phone, communityCode } = form;
    const { requestId, optionalConsents } = fields;
    try {
      const { volunteer } = await registering.run({
        ...{ requestId, name, idNumber, phone, communityCode },
        consentVersion: CONSENT_VERSION,
        optionalConsents: [...optionalConsents],
        channel: arrivalChannel(Date.now()),
        scene: arrivalScene(Date.now()),
      });
      removeDraft();
      return { volunteer, isFound: false };
    } catch (thrown) {
      const { code, isUndecided } = toApiError(thrown);
      // Registered or imported before, and the phone has just been proved: that finds the record, too (RG3).
      if (code === 'volunteer.duplicatePerson' && phone.kind === 'wechat') {
        const volunteer = await claim(phone.code);
        if (volunteer !== null) return { volunteer, isFound: true };
        // What is shown next is the way to prove the number on record.
        claiming.reset();
      }
      // A refused command is over; the corrected one is a new command. A phone's proof is good for one
      // attempt.
      if (!isUndecided) setFields((current) => ({ ...current, requestId: newRequestId(), phoneCode: '' }));
      return null;
    }
  };

  const resetRegistering = registering.reset;
  const resetClaiming = claiming.reset;
  return {
    fields,
    change: useCallback((part) => setFields((current) => ({ ...current, ...part })), []),
    faults,
    error: registering.error,
    isRunning: registering.isRunning || claiming.isRunning,
    submit,
    claim,
    claimError: claiming.error,
    forgetErrors: useCallback(() => {
      resetRegistering();
      resetClaiming();
    }, [resetRegistering, resetClaiming]),
  };
}

function faultsWhileTyping(idNumber: string, today: ReturnType<typeof civilDayOf>): FormFaults {
  const fault = idNumberFault(idNumber, today, false);
  return fault === undefined ? {} : { idNumber: fault };
}

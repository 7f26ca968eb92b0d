/** The state of choosing, and the one issue it ends in. */
import { useState } from 'react';

import type { CivilDay } from '@domain/time/civil-day';
import { civilDayOf } from '@domain/time/civil-day';

import { replaceByRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { certificateRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';

import {
  EVERYTHING,
  offerOf,
  periodOfChoice,
  type Choice,
  type Period,
  type PeriodChoice,
} from './choose-records';

export interface ShownFields {
  readonly showsFullName: boolean;
  readonly showsIdNumber: boolean;
}

export function useCertificateForm() {
  const [today] = useState<CivilDay>(() => civilDayOf(serverNow()));
  const [periodChoice, setPeriodChoice] = useState<PeriodChoice>('year');
  const [period, setPeriod] = useState<Period>(() => periodOfChoice('year', today));
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  const [fields, setFields] = useState<ShownFields>({ showsFullName: false, showsIdNumber: false });
  const [requestId, setRequestId] = useState(newRequestId);
  const state = useProcedure('certificate.listCertifiable', period, { keepsPrevious: true });
  const issue = useCommand('certificate.issue', { invalidates: ['certificate.listMine'] });
  // Something else is asked for: a new request, so that a retry of the old one cannot answer for it.
  const renew = (): void => {
    setRequestId(newRequestId());
    issue.reset();
  };
  return {
    today,
    period,
    periodChoice,
    choice,
    fields,
    state,
    issue,
    choosePeriod: (next: PeriodChoice): void => {
      setPeriodChoice(next);
      if (next !== 'own') setPeriod(periodOfChoice(next, today));
      setChoice(EVERYTHING);
      renew();
    },
    setPeriod: (part: Partial<Period>): void => {
      setPeriod((before) => ({ ...before, ...part }));
      setChoice(EVERYTHING);
      renew();
    },
    choose: (part: Partial<Choice>): void => {
      setChoice((before) => ({ ...before, ...part }));
      renew();
    },
    showFields: (part: Partial<ShownFields>): void => {
      setFields((before) => ({ ...before, ...part }));
      renew();
    },
    submit: async (): Promise<void> => {
      const { chosen } = offerOf(state.data?.records ?? [], choice);
      try {
        const shiftIds = chosen.map(({ shiftId }) => shiftId);
        const { certificate } = await issue.run({ requestId, shiftIds, ...fields });
        replaceByRoute(certificateRoute(certificate.certificateId));
      } catch {
        // The form shows `issue.error`.
      }
    },
  };
}
export type CertificateForm = ReturnType<typeof useCertificateForm>;

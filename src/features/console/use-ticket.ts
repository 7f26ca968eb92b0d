/** The computer's part of 扫码登录 (CS1, CS2): a ticket, a look at it now and then, coming in. */
import { useCallback, useEffect, useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { enterConsole } from '@/lib/identity-store';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { thisComputer } from '@/platform/computer';

type Ticket = OutputOf<'console.askTicket'>;

/** Who holds the phone in the hand is quick; who went for it is not. */
const FIRST_LOOKS_MS = 2_000;
const LATER_LOOKS_MS = 5_000;
const EAGER_MS = 30_000;

export function useTicket() {
  const { run: ask, error: askError } = useCommand('console.askTicket');
  const { run: enter, error: enterError } = useCommand('console.enter');
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const renew = useCallback(() => {
    const computer = thisComputer();
    setTicket(null);
    if (computer !== null) void ask(computer).then(setTicket, () => undefined);
  }, [ask]);
  useEffect(renew, [renew]);
  const [isEager, setEager] = useState(true);
  useEffect(() => {
    setEager(true);
    const timer = setTimeout(() => setEager(false), EAGER_MS);
    return () => clearTimeout(timer);
  }, [ticket]);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (ticket === null) return undefined;
    const timer = setTimeout(() => setOver(true), Math.max(0, ticket.expiresAt - serverNow()));
    return () => clearTimeout(timer);
  }, [ticket]);
  const look = useProcedure(
    'console.getTicket',
    { ticketId: ticket?.ticketId ?? '', secret: ticket?.secret ?? '' },
    { enabled: ticket !== null && !isOver, refreshEveryMs: isEager ? FIRST_LOOKS_MS : LATER_LOOKS_MS },
  );
  const state = isOver ? 'expired' : (look.data?.state ?? 'asked');
  useEffect(() => {
    if (state !== 'confirmed' || ticket === null) return;
    const { ticketId, secret } = ticket;
    void enter({ ticketId, secret }).then(
      ({ key }) => enterConsole(key),
      () => undefined,
    );
  }, [state, ticket, enter]);
  return { ticket, state, scannedBy: look.data?.scannedBy ?? null, error: askError ?? enterError, renew };
}

/**
 * 签到 and 签退: one screen, one deed. A scanned code needs one tap; location and the typed short code are each
 * complete ways of their own (AT3).
 */
import { useEffect, useState } from 'react';

import type { AttendanceSummary } from '@contract/attendance-view';
import type { OutputOf } from '@contract/procedures';
import { CompanionTicks } from '@/lib/my-children';
import { openRoute } from '@/lib/open-route';
import { DEED_WORDS, type PresenceDeed } from '@/lib/presence-words';
import { checkInRoute, registerRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { View } from '@/ui/primitives';

import { LocationConsent } from './location-consent';
import { PlaceWays } from './place-ways';
import { PresenceOutcome } from './presence-outcome';
import { ScanPanel } from './scan-panel';
import { usePresence, type Presence } from './use-presence';
import { companionsStored } from './waiting-entry';
import './attendance.scss';

export interface CheckInPanelProps {
  readonly deed: PresenceDeed;
  readonly shiftId: string;
  /** what a scanned rotating code carried */
  readonly code: string | undefined;
  /** when that was, if not just now */
  readonly scannedAt: number | undefined;
  /** scene of the printed code of the place */
  readonly place: string | undefined;
  readonly mine: AttendanceSummary | null;
  readonly brought: OutputOf<'activity.getShift'>['brought'];
  /** called when something has been sent: from now on the outcome is what the screen is about */
  readonly onBegin: () => void;
}

/** Who of the children does the same deed now: all of them, until one is taken off. */
function useCompanions({ deed, shiftId, brought }: Pick<CheckInPanelProps, 'deed' | 'shiftId' | 'brought'>) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const from = deed === 'checkIn' ? 'enrolled' : 'checkedIn';
  // Checked in without a network, a child is here though the server does not know it.
  const [stored] = useState(() => (deed === 'checkOut' ? companionsStored(shiftId) : []));
  const isHere = (id: string, state: string) => state === 'enrolled' && stored.includes(id);
  const children = brought.filter(({ state, volunteerId }) => state === from || isHere(volunteerId, state));
  const all: readonly string[] = children.map(({ volunteerId }) => volunteerId);
  const chosen = all.filter((id) => !left.includes(id));
  const choose = (ids: readonly string[]) => setLeft(all.filter((id) => !ids.includes(id)));
  return { children, chosen, choose };
}

/**
 * When the code was scanned, for whoever registers before they come back to it: by then it is old, and counts
 * at its own instant (AT5.1). The server's clock is known only after the first answer.
 */
function useScannedAt({ scannedAt }: CheckInPanelProps): () => number {
  const [openedAt] = useState(() => Date.now());
  return () => scannedAt ?? serverNow() - (Date.now() - openedAt);
}

export function CheckInPanel(props: CheckInPanelProps) {
  const { deed, shiftId, code, place, mine, onBegin } = props;
  const scannedAt = useScannedAt(props);
  const companions = useCompanions(props);
  const presence = usePresence(deed, shiftId, companions.chosen);
  const { state } = presence;
  const isBusy = state.kind === 'sending' || state.kind === 'locating';
  const isOver = state.kind === 'done' || state.kind === 'waiting';
  const doneAt = deed === 'checkIn' ? mine?.checkedInAt : mine?.checkedOutAt;
  // Somebody who runs the shift was quicker: a confirmation, a scanned card (AT3.2, AT3.4).
  // While a child is still to come, there is something to do here.
  const isDone = typeof doneAt === 'number';
  const isDoneElsewhere = isDone && companions.children.length === 0 && !isBusy && !isOver;
  useEffect(() => {
    if (isBusy || isDoneElsewhere) onBegin();
  }, [isBusy, isDoneElsewhere, onBegin]);
  const mayRegister = state.kind === 'refused' && state.error.code === 'actor.registrationRequired';
  const register = () => {
    const scan = code === undefined ? {} : { code, scannedAt: scannedAt() };
    openRoute(registerRoute(checkInRoute(shiftId, { ...scan, place, isLeaving: deed === 'checkOut' })));
  };
  if (isDoneElsewhere) {
    const done = { kind: 'done', isRepeated: false, attendance: mine } as const;
    return (
      <PresenceOutcome deed={deed} shiftId={shiftId} presence={{ ...presence, state: done }} mine={mine} />
    );
  }
  if (state.kind === 'noConsent') {
    return (
      <LocationConsent
        verb={DEED_WORDS[deed].verb}
        onAgreed={() => void presence.proveByLocation(state.place, true)}
        onDeclined={presence.reset}
      />
    );
  }
  return (
    <>
      <PresenceOutcome deed={deed} shiftId={shiftId} presence={presence} mine={mine} />
      {isOver ? null : (
        <CompanionTicks
          children={companions.children}
          chosen={companions.chosen}
          onChange={companions.choose}
        />
      )}
      {isOver ? null : mayRegister ? (
        <Button size="large" onPress={register}>
          去注册，完成后回到这里
        </Button>
      ) : (
        <>
          {place === undefined ? null : (
            <PlaceWays {...{ deed, shiftId, place, presence, isDone }} onRegister={register} />
          )}
          <Ways
            {...{ deed, code, presence }}
            scannedAt={props.scannedAt}
            isMain={place === undefined}
            hasCompanions={companions.chosen.length > 0}
          />
        </>
      )}
    </>
  );
}

function Ways({
  deed,
  code,
  scannedAt,
  presence,
  isMain,
  hasCompanions,
}: {
  deed: PresenceDeed;
  code: string | undefined;
  scannedAt: number | undefined;
  presence: Presence;
  isMain: boolean;
  hasCompanions: boolean;
}) {
  const { verb } = DEED_WORDS[deed];
  const { state } = presence;
  const isBusy = state.kind === 'sending' || state.kind === 'locating';
  const sentBy = state.kind === 'sending' ? state.by : null;
  const isLocating = state.kind === 'locating' || sentBy === 'location';
  // A code that was refused once is refused again: the way on is a fresh one.
  const isCodeSpent = state.kind === 'refused' && /^attendance\.(code|late)/.test(state.error.code);
  const hasCode = code !== undefined && !isCodeSpent;
  return (
    <>
      {hasCode ? (
        <Button
          size="large"
          icon="check-in"
          isLoading={isBusy && !isLocating}
          onPress={() => void presence.prove({ kind: 'rotatingCode', code }, scannedAt)}
        >
          {hasCompanions ? `和孩子一起${verb}` : `确认${verb}`}
        </Button>
      ) : (
        <ScanPanel text={isCodeSpent ? `重新扫码${verb}` : `扫码${verb}`} isMain={isMain} />
      )}
      <Section title={`也可以这样${verb}`}>
        <Card>
          <Button
            kind="secondary"
            icon="place"
            isLoading={isLocating}
            disabled={isBusy && !isLocating}
            onPress={() => void presence.proveByLocation()}
          >
            {`用定位${verb}`}
          </Button>
          <ShortCode verb={verb} presence={presence} isBusy={isBusy} isSending={sentBy === 'shortCode'} />
        </Card>
      </Section>
    </>
  );
}

const SHORT_CODE = /^\d{8}$/;

interface ShortCodeProps {
  readonly verb: string;
  readonly presence: Presence;
  readonly isBusy: boolean;
  readonly isSending: boolean;
}

function ShortCode({ verb, presence, isBusy, isSending }: ShortCodeProps) {
  const [digits, setDigits] = useState('');
  const [wasTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (SHORT_CODE.test(digits) && !isBusy) void presence.prove({ kind: 'shortCode', digits });
  };
  const type = (text: string) => setDigits(text.normalize('NFKC').replace(/\D/g, '').slice(0, 8));
  return (
    <View className="xf-short-code">
      <TextField
        label="8 位短码"
        hint="在组织者的屏幕上，签到码的下方；每 30 秒更换。"
        kind="digits"
        value={digits}
        onChange={type}
        onEnter={send}
        {...(wasTried && !SHORT_CODE.test(digits)
          ? { error: '短码是 8 位数字，请照屏幕上现在的数字输入。' }
          : {})}
      />
      <View style={{ height: 12 }} />
      <Button kind="secondary" isLoading={isSending} disabled={isBusy && !isSending} onPress={send}>
        {`用短码${verb}`}
      </Button>
    </View>
  );
}

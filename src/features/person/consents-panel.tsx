/** 隐私与授权 (CO1–CO5): each consent in plain words, given or taken back with one tap. */
import { CONSENT_VERSIONS, type ConsentView } from '@contract/consent.contract';
import { isInForce, OPTIONAL_CONSENTS, type OptionalConsent } from '@domain/volunteer/consent';
import { civilDayOf } from '@domain/time/civil-day';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CONSENT_WORDS } from '@/lib/consent-words';
import { formatDay } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { leaveRoute, consentsRoute } from '@/lib/routes';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { InvitationChoice } from './invitation-choice';
import { RegisteredOnly } from './registered-only';

/** A child sends no position of its own: it comes with the guardian's. */
const CHILD_CONSENTS: readonly OptionalConsent[] = ['publicity', 'sync'];

export function ConsentsPanel() {
  return <RegisteredOnly back={consentsRoute}>{() => <Consents />}</RegisteredOnly>;
}

function Consents() {
  const answer = useProcedure('volunteer.listConsents', {});
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ consents, children }) => (
        <>
          <Paragraph isSoft>每一项单独决定，随时可以改；撤回从那一刻起生效，以前做过的不受影响。</Paragraph>
          <Basic consents={consents} />
          {OPTIONAL_CONSENTS.map((kind) => (
            <Choice key={kind} kind={kind} consents={consents} childId={null} />
          ))}
          <InvitationChoice />
          {children.map(({ volunteerId, name, consents: theirs }) => (
            <Section key={volunteerId} title={`${name}的授权，由您决定`}>
              {CHILD_CONSENTS.map((kind) => (
                <Choice key={kind} kind={kind} consents={theirs} childId={volunteerId} />
              ))}
            </Section>
          ))}
        </>
      )}
    </Answer>
  );
}

const consentOf = (consents: readonly ConsentView[], kind: ConsentView['kind']): ConsentView | undefined =>
  consents.find((consent) => consent.kind === kind);

function Basic({ consents }: { consents: readonly ConsentView[] }) {
  const { title, text, without } = CONSENT_WORDS.basic;
  const known = consentOf(consents, 'basic');
  return (
    <Card>
      <Row isSpread>
        <Heading level={2}>{title}</Heading>
        <Tag tone="green">已同意</Tag>
      </Row>
      <Paragraph>{text}</Paragraph>
      <Paragraph isSoft isSmall>
        {`${known === undefined ? '' : `${formatDay(civilDayOf(known.at))}同意。`}${without}`}
      </Paragraph>
      <Button kind="secondary" onPress={() => openRoute(leaveRoute())}>
        注销注册
      </Button>
    </Card>
  );
}

interface ChoiceProps {
  readonly kind: OptionalConsent;
  readonly consents: readonly ConsentView[];
  readonly childId: string | null;
}

function Choice({ kind, consents, childId }: ChoiceProps) {
  const { title, text, without } = CONSENT_WORDS[kind];
  const version = CONSENT_VERSIONS[kind];
  const isGiven = isInForce(consents, kind, version);
  const known = consentOf(consents, kind);
  const changing = useCommand('volunteer.changeConsent', {
    invalidates: ['volunteer.listConsents', 'volunteer.getMyData', 'volunteer.getMe'],
  });
  const change = async () => {
    await changing.run({ requestId: newRequestId(), childId, kind, isGiven: !isGiven, version });
    showToast(isGiven ? '已撤回' : '已同意');
  };
  const words = changing.error === null ? null : messageOf(changing.error);
  const since = isGiven && known !== undefined ? `${formatDay(civilDayOf(known.at))}同意。` : '';
  return (
    <Card>
      <Row isSpread>
        <Heading level={childId === null ? 2 : 3}>{title}</Heading>
        <Tag tone={isGiven ? 'green' : 'plain'}>{isGiven ? '已同意' : '没有同意'}</Tag>
      </Row>
      <Paragraph>{text}</Paragraph>
      <Paragraph isSoft isSmall>{`${since}${without}`}</Paragraph>
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button
        kind="secondary"
        isLoading={changing.isRunning}
        onPress={() => {
          // What went wrong is shown above.
          change().catch(() => undefined);
        }}
      >
        {isGiven ? `撤回“${title}”` : `同意“${title}”`}
      </Button>
    </Card>
  );
}

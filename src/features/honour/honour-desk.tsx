/** 表彰办理: recorded by one person of an office, checked by another, revoked with a reason (CM1–CM3). */
import { useState } from 'react';

import { COMMENDATION_TEXT_MAXIMUM, type CommendationView } from '@contract/commendation.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { MoreButton } from '@/lib/more-button';
import { newRequestId } from '@/lib/request-id';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { TextAreaField } from '@/ui/field';
import { Card, Paragraph, Row, Section, Stack, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';

import { honourLines, KIND_WORDS, STATE_TAGS } from './honour-words';
import { ProposeForm } from './propose-form';

type State = CommendationView['state'];
const STATES = [
  { value: 'waiting', text: '等核对' },
  { value: 'inForce', text: '生效' },
  { value: 'refused', text: '没有通过' },
  { value: 'revoked', text: '已撤销' },
] as const satisfies readonly { value: State; text: string }[];
export const CHANGED = ['commendation.list', 'commendation.listHonours'] as const;

export function HonourDesk() {
  const [state, setState] = useState<State>('waiting');
  const pages = usePages('commendation.list', state, (cursor) => ({ state, cursor }));
  return (
    <>
      <ProposeForm />
      <Section title="本辖区的表彰">
        <Segmented label="哪些" value={state} options={STATES} onChange={setState} />
        <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
          {(found) => {
            const all = found.flatMap((page) => page.commendations);
            return all.length === 0 ? (
              <Paragraph isSoft>现在没有。</Paragraph>
            ) : (
              <Stack>
                {all.map((one) => (
                  <HonourCard key={one.commendationId} one={one} />
                ))}
              </Stack>
            );
          }}
        </Answer>
        <MoreButton of={pages} />
      </Section>
    </>
  );
}

type Deed = 'approve' | 'refuse' | 'revoke';

function HonourCard({ one }: { one: CommendationView }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const { text, tone } = STATE_TAGS[one.state];
  const buttonOf = (which: Deed, words: string) => (
    <Button
      kind={which === 'approve' ? 'primary' : 'secondary'}
      label={`${words}：${one.title}`}
      onPress={() => {
        setDeed(which);
      }}
    >
      {words}
    </Button>
  );
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{`${one.subjectName}：${one.title}`}</Heading>
        <Tag tone={tone}>{text}</Tag>
      </Row>
      {[KIND_WORDS[one.kind], ...honourLines(one)].map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph isSoft>
        {`${one.makerName}登记${one.checkerName === null ? '' : `，${one.checkerName}核对`}`}
      </Paragraph>
      {one.endReason === null ? null : <Paragraph isSoft>{`原因：${one.endReason}`}</Paragraph>}
      {one.state === 'waiting' && one.isMine ? <Paragraph isSoft>由另一个人核对。</Paragraph> : null}
      {one.state === 'waiting' && !one.isMine ? (
        <Row>
          {buttonOf('approve', '核对无误')}
          {buttonOf('refuse', '不同意')}
        </Row>
      ) : null}
      {one.state === 'inForce' ? buttonOf('revoke', '撤销') : null}
      {deed === null ? null : (
        <DeedDialog
          one={one}
          deed={deed}
          onClose={() => {
            setDeed(null);
          }}
        />
      )}
    </Card>
  );
}

const DEED_WORDS: Readonly<
  Record<Deed, { readonly title: string; readonly verb: string; readonly done: string }>
> = {
  approve: { title: '核对无误，让它生效？', verb: '确认生效', done: '已生效' },
  refuse: { title: '不同意这项表彰？', verb: '不同意', done: '已退回' },
  revoke: { title: '撤销这项表彰？', verb: '撤销', done: '已撤销' },
};

function DeedDialog({ one, deed, onClose }: { one: CommendationView; deed: Deed; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const deciding = useCommand('commendation.decide', { invalidates: CHANGED });
  const revoking = useCommand('commendation.revoke', { invalidates: CHANGED });
  const input = { requestId, commendationId: one.commendationId, reason };
  return (
    <CommandDialog
      {...DEED_WORDS[deed]}
      keep="先不办"
      command={deed === 'revoke' ? revoking : deciding}
      run={() =>
        deed === 'revoke' ? revoking.run(input) : deciding.run({ ...input, isApproved: deed === 'approve' })
      }
      onClose={onClose}
    >
      <Paragraph>{`${one.subjectName}：${one.title}`}</Paragraph>
      {deed === 'approve' ? null : (
        <TextAreaField
          label="原因"
          {...(deed === 'revoke' ? { hint: '本人会看到。' } : {})}
          value={reason}
          rows={2}
          maxLength={COMMENDATION_TEXT_MAXIMUM}
          onChange={setReason}
        />
      )}
    </CommandDialog>
  );
}

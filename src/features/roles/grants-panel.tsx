/** 角色 (RL): who holds what in the division of the office; given and taken back with a reason. */
import { useState } from 'react';

import type { GrantView } from '@contract/role.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatMoment } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { GrantForm } from './grant-form';
import { RevokeDialog } from './revoke-dialog';
import { holderWords, ROLE_WORDS, STATE_WORDS, termWords } from './role-words';

export function GrantsPanel() {
  const [group, setGroup] = useState<'all' | 'expiring'>('all');
  const [isGranting, setGranting] = useState(false);
  const [revoked, setRevoked] = useState<GrantView | null>(null);
  const pages = usePages('role.listGrants', group, (cursor) => ({ group, cursor }));
  if (isGranting) return <GrantForm onDone={() => setGranting(false)} />;
  return (
    <>
      <Button onPress={() => setGranting(true)}>授予角色</Button>
      <Segmented
        label="哪些角色"
        value={group}
        options={[
          { value: 'all', text: '全部' },
          { value: 'expiring', text: '30 天内到期' },
        ]}
        onChange={setGroup}
      />
      <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
        {(found) => {
          const grants = found.flatMap((page) => page.grants);
          if (grants.length === 0)
            return <EmptyState icon="people" title="没有角色" text="本辖区授予的角色会列在这里。" />;
          return (
            <>
              {grants.map((grant) => (
                <GrantCard key={grant.grantId} grant={grant} onRevoke={() => setRevoked(grant)} />
              ))}
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
      {revoked === null ? null : <RevokeDialog grant={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

function GrantCard({ grant, onRevoke }: { grant: GrantView; onRevoke: () => void }) {
  const { role, scopeName, volunteerNumber, reason, grantedAt, grantedByName, revocation, mayRevoke } = grant;
  const { text, tone } = STATE_WORDS[grant.state];
  const title = `${holderWords(grant)} · ${ROLE_WORDS[role]}`;
  const given = [formatMoment(grantedAt), grantedByName === '' ? '' : `${grantedByName}授予`, reason];
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{title}</Heading>
        <Tag tone={tone}>{text}</Tag>
      </Row>
      <Paragraph>{[scopeName, termWords(grant)].join('，')}</Paragraph>
      {volunteerNumber === null ? null : <Paragraph isSoft>{`志愿者编号 ${volunteerNumber}`}</Paragraph>}
      <Paragraph isSoft>{given.filter((part) => part !== '').join('，')}</Paragraph>
      {revocation === null ? null : (
        <Paragraph isSoft>
          {`${formatMoment(revocation.at)} ${revocation.byName}收回：${revocation.reason}`}
        </Paragraph>
      )}
      {mayRevoke ? <DeedButton text="收回" about={`${title} ${scopeName}`} onPress={onRevoke} /> : null}
    </Card>
  );
}

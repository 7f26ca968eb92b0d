/** 角色 (RL): who holds what in the division of the office; given and taken back with a reason. */
import { useState } from 'react';

import type { GrantView } from '@contract/role.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { BatchBar } from '@/lib/batch-bar';
import type { BatchChoice } from '@/lib/batch-types';
import { formatCount, formatMoment } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { useAddressChoice } from '@/lib/use-address-choice';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Row, Tag, TopDeed } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';
import { Table, type TableColumn } from '@/ui/table';

import { GrantForm } from './grant-form';
import { RevokeDialog } from './revoke-dialog';
import { holderWords, ROLE_WORDS, STATE_WORDS, termWords } from './role-words';

export function GrantsPanel() {
  const [group, setGroup] = useAddressChoice('group', ['all', 'expiring']);
  const [isGranting, setGranting] = useState(false);
  const [revoked, setRevoked] = useState<GrantView | null>(null);
  const pages = usePages('role.listGrants', group, (cursor) => ({ group, cursor }));
  if (isGranting) return <GrantForm onDone={() => setGranting(false)} />;
  return (
    <>
      <TopDeed>
        <Button onPress={() => setGranting(true)}>授予角色</Button>
      </TopDeed>
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
              <GrantTable
                grants={grants}
                onRevoke={setRevoked}
                onMore={pages.hasMore ? pages.loadMore : undefined}
              />
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
      {revoked === null ? null : <RevokeDialog grant={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

const REVOKING: readonly BatchChoice[] = [
  {
    deed: 'revokeGrants',
    verb: '收回',
    reasonLabel: '理由',
    sumWords: ({ count, people }) =>
      `收回 ${formatCount(count)} 个角色，动到 ${formatCount(people)} 人次，立即失效。`,
  },
];

const titleOf = (grant: GrantView) => `${holderWords(grant)} · ${ROLE_WORDS[grant.role]}`;

const COLUMNS: readonly TableColumn<GrantView>[] = [
  { head: '谁 · 角色', cell: titleOf },
  { head: '范围', cell: ({ scopeName }) => scopeName },
  { head: '编号', cell: ({ volunteerNumber }) => volunteerNumber ?? '—', isTight: true },
  { head: '起止', cell: termWords },
  { head: '依据', cell: ({ reason }) => (reason === '' ? '—' : reason) },
  { head: '状态', cell: (grant) => <GrantState grant={grant} /> },
];

interface GrantTableProps {
  readonly grants: readonly GrantView[];
  readonly onRevoke: (grant: GrantView) => void;
  readonly onMore: (() => void) | undefined;
}
function GrantTable({ grants, onRevoke, onMore }: GrantTableProps) {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const nameOf = (grant: GrantView) => `${titleOf(grant)} ${grant.scopeName}`;
  const byKey = new Map(grants.map((grant) => [grant.grantId, grant]));
  return (
    <>
      <Table
        label="角色"
        rows={grants}
        columns={COLUMNS}
        keyOf={({ grantId }) => grantId}
        nameOf={nameOf}
        card={(grant) => <GrantCard grant={grant} onRevoke={() => onRevoke(grant)} />}
        selection={{ keys, isSelectable: ({ mayRevoke }) => mayRevoke, onChange: setKeys }}
        deeds={(grant) =>
          grant.mayRevoke ? (
            <DeedButton text="收回" about={nameOf(grant)} onPress={() => onRevoke(grant)} />
          ) : null
        }
        onMore={onMore}
      />
      <BatchBar
        choices={REVOKING}
        keys={keys}
        nameOf={(key) => {
          const grant = byKey.get(key);
          return grant === undefined ? key : nameOf(grant);
        }}
        invalidates={['role.listGrants']}
        onChange={setKeys}
      />
    </>
  );
}

function GrantState({ grant }: { grant: GrantView }) {
  const { text, tone } = STATE_WORDS[grant.state];
  const { revocation } = grant;
  return (
    <>
      <Tag tone={tone}>{text}</Tag>
      {revocation === null ? null : (
        <Paragraph isSoft isSmall>
          {`${formatMoment(revocation.at)} ${revocation.byName}收回：${revocation.reason}`}
        </Paragraph>
      )}
    </>
  );
}

function GrantCard({ grant, onRevoke }: { grant: GrantView; onRevoke: () => void }) {
  const { scopeName, volunteerNumber, reason, grantedAt, grantedByName, revocation, mayRevoke } = grant;
  const { text, tone } = STATE_WORDS[grant.state];
  const title = titleOf(grant);
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

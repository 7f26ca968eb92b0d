/** 证明管理 (CE8): what organisations of the office’s divisions issued; by number, revoked with a reason. */
import { useState } from 'react';

import type { IssuedCertificate } from '@contract/certificate.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDays, numberText, revocationText, stateTagOf } from '@/lib/certificate-words';
import { formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { RevokeIssued } from './revoke-issued';

import './issued.scss';

export function IssuedPanel() {
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<string | null>(null);
  const search = (): void => {
    setNumber(typed.trim() === '' ? null : typed);
  };
  return (
    <>
      <Card>
        <View className="xf-issued-search">
          <TextField
            label="按编号查"
            placeholder="例如 20261125-K7MQ-3F9X"
            value={typed}
            maxLength={40}
            onChange={setTyped}
            onEnter={search}
          />
          <View className="xf-issued-search__buttons">
            <Button onPress={search}>查找</Button>
            {number === null ? null : (
              <Button
                kind="secondary"
                onPress={() => {
                  setTyped('');
                  setNumber(null);
                }}
              >
                看全部
              </Button>
            )}
          </View>
        </View>
      </Card>
      <IssuedList key={number ?? ''} number={number} />
    </>
  );
}

function IssuedList({ number }: { number: string | null }) {
  const pages = usePages('certificate.listIssued', number ?? 'all', (cursor) => ({ number, cursor }));
  const [revoking, setRevoking] = useState<IssuedCertificate | null>(null);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={8} />}>
      {(found) => {
        const certificates = found.flatMap((page) => page.certificates);
        const mayRevoke = found[0]?.mayRevoke ?? false;
        if (certificates.length === 0) {
          return number === null ? (
            <EmptyState
              icon="picture"
              title="还没有开出的证明"
              text="本区划的队伍记录的服务被开成证明后，会列在这里。"
            />
          ) : (
            <EmptyState
              icon="info"
              title="没有这个编号"
              text="请对照纸面核对编号；其他区划的单位开出的证明，请联系当地办公室。"
            />
          );
        }
        return (
          <>
            <List>
              {certificates.map((certificate) => (
                <IssuedRow
                  key={certificate.certificateId}
                  certificate={certificate}
                  onRevoke={mayRevoke ? () => setRevoking(certificate) : undefined}
                />
              ))}
            </List>
            <MoreButton of={pages} />
            <Paragraph isSoft isSmall>
              姓名已脱敏。撤销后不能恢复，记录保留，查验页立即显示已作废。
            </Paragraph>
            <RevokeIssued
              key={revoking?.certificateId ?? 'none'}
              certificate={revoking}
              onClose={() => setRevoking(null)}
            />
          </>
        );
      }}
    </Answer>
  );
}

interface IssuedRowProps {
  readonly certificate: IssuedCertificate;
  readonly onRevoke: (() => void) | undefined;
}

function IssuedRow({ certificate, onRevoke }: IssuedRowProps) {
  const { maskedName, fromDay, toDay, minutes, issuerName, revocation } = certificate;
  const { text, tone } = stateTagOf(certificate);
  const about = `${maskedName} · ${formatDays(fromDay, toDay)} · ${formatMinutes(minutes)} · ${issuerName}`;
  return (
    <ListRow
      title={numberText(certificate)}
      detail={revocation === null ? about : `${about} · ${revocationText(revocation)}`}
      value={
        revocation === null && onRevoke !== undefined ? (
          <Button kind="secondary" size="small" label={`撤销 ${numberText(certificate)}`} onPress={onRevoke}>
            撤销
          </Button>
        ) : (
          <Tag tone={tone}>{text}</Tag>
        )
      }
    />
  );
}

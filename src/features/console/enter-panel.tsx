/** 扫码登录 on a computer: the code, what the phone says to it, and the desk behind it. */
import { useEffect, useState } from 'react';

import { addressOf } from '@domain/link/link';
import { leaveConsole, useConsoleTicket } from '@/lib/identity-store';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { RoleEntries } from '@/lib/role-entries';
import { computersRoute } from '@/lib/routes';
import { useCommand } from '@/lib/use-procedure';
import { useMe } from '@/lib/use-me';
import { thisComputer } from '@/platform/computer';
import { copyText } from '@/platform/clipboard';
import { getRuntimeConfig } from '@/platform/runtime-config';
import { getSiteOrigin } from '@/platform/site-origin';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section, Stack } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';
import { EmptyState, Notice, Skeleton } from '@/ui/states';

import { useTicket } from './use-ticket';
import './console.scss';

export function EnterPanel({ hasEnded }: { hasEnded: boolean }) {
  const ticketId = useConsoleTicket();
  if (thisComputer() === null)
    return (
      <EmptyState icon="info" title="请在电脑上打开" text="用电脑的浏览器打开向锋网站，再用微信扫码登录。" />
    );
  if (ticketId !== null) return <Desk ticketId={ticketId} />;
  return (
    <>
      {hasEnded ? (
        <Notice tone="warning" title="电脑登录已结束">
          久未使用、满八小时或已在手机上退出。要继续，请重新扫码。
        </Notice>
      ) : null}
      <AskCard />
    </>
  );
}

/** Who is in, what there is to do, and the way out. */
function Desk({ ticketId }: { ticketId: string }) {
  const leaving = useCommand('console.leaveComputers');
  const roles = useMe().data?.roles ?? [];
  const leave = () => {
    // Whatever the cloud says: nobody stays in at this browser.
    void leaving
      .run({ ticketId })
      .catch(() => undefined)
      .finally(leaveConsole);
  };
  return (
    <>
      <Notice tone="success" title="已登录">
        半小时不用或满八小时自动退出；离开前请退出，别让别人接着用。
      </Notice>
      <Section title="我的角色">
        <List>
          {roles.map(({ scopeName, role }) => (
            <ListRow key={`${role} ${scopeName}`} title={scopeName} />
          ))}
        </List>
      </Section>
      <RoleEntries />
      <Stack isTight>
        <Button kind="secondary" onPress={() => openRoute(computersRoute)}>
          看登录着的电脑
        </Button>
        <Button kind="secondary" isLoading={leaving.isRunning} onPress={leave}>
          退出登录
        </Button>
      </Stack>
    </>
  );
}

const WORDS = {
  asked: ['用微信扫码登录', '请用微信“扫一扫”，在手机上确认。只有组织者和管理员能登录。'],
  scanned: ['已扫码，请在手机上确认', '核对手机上显示的电脑，再点“确认登录”。'],
  confirmed: ['正在登录', '手机已经确认。'],
  refused: ['手机上没有同意', '要登录，请换一个新的登录码。'],
  expired: ['登录码已过期', '登录码两分钟有效，请换一个新的。'],
  used: ['登录码已经用过', '要再登录，请换一个新的。'],
} as const;

interface Site {
  readonly origin: string;
  /** where another window plays the phone */
  readonly isLocal: boolean;
}
function useSite(): Site | null {
  const [site, setSite] = useState<Site | null>(null);
  useEffect(() => {
    const asked = Promise.all([getSiteOrigin(), getRuntimeConfig()]);
    void asked.then(([origin, { isLocal }]) => setSite({ origin, isLocal }));
  }, []);
  return site;
}

function AskCard() {
  const site = useSite();
  const { ticket, state, scannedBy, error, renew } = useTicket();
  const [title, text] = WORDS[state];
  const isShown = state === 'asked' && ticket !== null && site !== null;
  const address = isShown ? addressOf(site.origin, { kind: 'console', ticketId: ticket.ticketId }) : '';
  const canRenew = error !== null || state === 'refused' || state === 'expired' || state === 'used';
  return (
    <Card>
      <Heading level={2} className="xf-section__title">
        {title}
      </Heading>
      {isShown ? <QrPicture className="xf-console__code" text={address} label="电脑登录码" /> : null}
      {state === 'asked' && !isShown && error === null ? <Skeleton lines={4} /> : null}
      <Paragraph>{text}</Paragraph>
      {isShown && site.isLocal ? (
        <Button kind="text" onPress={() => void copyText(address)}>
          没有手机：复制链接，在另一个窗口打开
        </Button>
      ) : null}
      {scannedBy === null ? null : <Paragraph isSoft>{`扫码的人：${scannedBy}`}</Paragraph>}
      {error === null ? null : (
        <Notice tone="error" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
      {canRenew ? <Button onPress={renew}>换一个登录码</Button> : null}
    </Card>
  );
}

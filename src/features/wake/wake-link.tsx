/** The link of an invitation, for a notice or a group: it names nobody, and shows everybody what fits. */
import { parseWakeId } from '@domain/kernel/identifiers';
import { addressOf, miniProgramPathOf, type Link } from '@domain/link/link';
import type { WakeView } from '@contract/wake.contract';
import { Copyable } from '@/lib/share-panel';
import { useSiteOrigin } from '@/lib/use-site-origin';
import { Card, Paragraph, Section } from '@/ui/layout';

export function WakeLink({ wake: { wakeId } }: { wake: WakeView }) {
  const origin = useSiteOrigin();
  const link: Link = { kind: 'invitation', wakeId: parseWakeId(wakeId) };
  const channel = { kind: 'message', number: 0 } as const;
  return (
    <Section title="邀请的链接">
      <Card>
        <Paragraph isSoft>链接里没有人名。谁打开，就看到适合谁的场次；没注册的人可以先注册。</Paragraph>
        {origin === null || origin === '' ? null : (
          <Copyable label="网页地址" text={addressOf(origin, link, channel)} />
        )}
        <Copyable label="小程序路径" text={miniProgramPathOf(link, channel)} />
      </Card>
    </Section>
  );
}

/** 我的证明: what was issued to me, the newest first. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDays, numberText, stateTagOf } from '@/lib/certificate-words';
import { formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { certificateRoute, newCertificateRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Paragraph, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

const open = (): void => {
  openRoute(newCertificateRoute);
};

export function CertificateList() {
  const pages = usePages('certificate.listMine', 'mine', (cursor) => ({ cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
      {(found) => {
        const certificates = found.flatMap((page) => page.certificates);
        if (certificates.length === 0) {
          return (
            <EmptyState
              icon="picture"
              title="还没有开过证明"
              text="选好日期和服务记录，一分钟就能开一份，可以下载、打印，供记录单位盖章。免费。"
              next={{ text: '开一份证明', onPress: open }}
            />
          );
        }
        return (
          <>
            <Button onPress={open}>开一份证明</Button>
            <List>
              {certificates.map((certificate) => {
                const { text, tone } = stateTagOf(certificate);
                const { certificateId, fromDay, toDay, minutes, issuerName } = certificate;
                return (
                  <ListRow
                    key={certificateId}
                    title={numberText(certificate)}
                    detail={`${formatDays(fromDay, toDay)} · ${formatMinutes(minutes)} · ${issuerName}`}
                    value={<Tag tone={tone}>{text}</Tag>}
                    onPress={() => openRoute(certificateRoute(certificateId))}
                  />
                );
              })}
            </List>
            <MoreButton of={pages} />
            <Paragraph isSoft isSmall>
              证明开出后内容不再改变；如有记录更正，查验页会说明。
            </Paragraph>
          </>
        );
      }}
    </Answer>
  );
}

/** One certificate of mine: what it is worth now, the paper, and what to do with it. */
import type { CertificateView } from '@contract/certificate.contract';
import { layoutPaper } from '@domain/certificate/paper';
import { printedCodeOf } from '@domain/certificate/verification-link';
import { addressOf, linkOfScene, miniProgramPathOf } from '@domain/link/link';
import { civilDayOf } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDays, numberText, revocationText } from '@/lib/certificate-words';
import { formatMinutes } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { ReminderOffer } from '@/lib/reminder-offer';
import { certificatesRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { Card, Columns, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';

import { CertificateFiles } from './certificate-files';
import { PaperView } from './paper-view';
import { RevokeOwn } from './revoke-own';

const back = { text: '看我的证明', onPress: () => openRoute(certificatesRoute) };

export function CertificatePanel({ certificateId }: { certificateId: string | undefined }) {
  const answer = useProcedure(
    'certificate.get',
    { certificateId: certificateId ?? '' },
    { enabled: certificateId !== undefined },
  );
  if (certificateId === undefined) {
    return <EmptyState title="没有指明是哪一份" text="请从“我的证明”里打开。" next={back} />;
  }
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={10} />} wayOn={back}>
      {(view) => <Certificate view={view} />}
    </Answer>
  );
}

function Certificate({ view }: { view: CertificateView }) {
  const { certificate, scene, siteOrigin } = view;
  const link = linkOfScene(scene);
  if (link?.kind !== 'certificate') throw new Error('invariant broken: a certificate has a link');
  const code = printedCodeOf(link);
  const pages = layoutPaper({
    issued: { number: certificate.number, printedCode: code, day: civilDayOf(certificate.issuedAt) },
    issuerName: certificate.issuerName,
    name: view.name,
    idNumber: view.maskedIdNumber,
    records: view.records,
  });
  const address = siteOrigin === null ? null : addressOf(siteOrigin, link);
  return (
    <>
      <Worth view={view} />
      <Columns
        main={
          <PaperView pages={pages} codeText={address ?? scene} label={`证明 ${numberText(certificate)}`} />
        }
        aside={
          <>
            {certificate.revocation === null ? (
              <>
                <CertificateFiles
                  certificateId={certificate.certificateId}
                  pageCount={pages.length}
                  linkText={address ?? miniProgramPathOf(link)}
                />
                <ReminderOffer
                  isAlone
                  occasion={{ kind: 'certificateIssued', certificateId: certificate.certificateId }}
                />
              </>
            ) : null}
            <Section title="这份证明">
              <List>
                <ListRow title="编号" detail={numberText(certificate)} />
                <ListRow title="查验码" detail={code} />
                <ListRow title="服务期间" detail={formatDays(certificate.fromDay, certificate.toDay)} />
                <ListRow title="服务时长" detail={formatMinutes(certificate.minutes)} />
                <ListRow title="记录单位" detail={certificate.issuerName} />
              </List>
            </Section>
            {certificate.revocation === null ? (
              <Card>
                <RevokeOwn certificate={certificate} />
              </Card>
            ) : null}
          </>
        }
      />
    </>
  );
}

function Worth({ view }: { view: CertificateView }) {
  const { certificate, state, confirmedMinutes } = view;
  if (certificate.revocation !== null) {
    return (
      <Notice tone="warning" title="这份证明不能再用" next={back}>
        {`${revocationText(certificate.revocation)}。别人查验时会看到已作废；如需要，请重新开一份。`}
      </Notice>
    );
  }
  if (state === 'changed') {
    const now = `现在仍确认的是 ${formatMinutes(confirmedMinutes)}`;
    return (
      <Notice tone="warning" title="开出后有记录变更">
        {`${now}，别人查验时会看到。建议作废这一份，重新开。`}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title="已出具，可以使用">
      下载后打印，请记录单位核对盖章。别人扫码或输入编号和查验码就能查验。
    </Notice>
  );
}

/** 联系人: read after a tap, because each look is on record (DM2). */
import { useState } from 'react';

import { Answer } from '@/lib/answer';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

export function ContactCard({ orderId }: { orderId: string }) {
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <Contact orderId={orderId} />;
  return (
    <Card>
      <Button kind="secondary" onPress={() => setAsked(true)}>
        看联系人和电话
      </Button>
      <Paragraph isSoft isSmall>
        每次查看都有记录，只用来联系这次服务。
      </Paragraph>
    </Card>
  );
}

function Contact({ orderId }: { orderId: string }) {
  const answer = useProcedure('demand.getContact', { orderId });
  return (
    <Answer of={answer}>
      {({ name, phone }) => (
        <List>
          <ListRow title="怎么称呼" value={name} />
          <ListRow
            title="电话"
            value={phone ?? '—'}
            {...(phone === null ? { detail: '没有留电话，请找代点单的村（社区）联系' } : {})}
          />
        </List>
      )}
    </Answer>
  );
}

/**
 * The line above every screen: that the data are for demonstration, and on a local cloud who one is being.
 */
import { useState } from 'react';

import { becomeNewcomer, switchIdentity, useIdentity } from '@/lib/identity-store';
import { useMe } from '@/lib/use-me';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';

import { useLocalIdentities } from './use-local-identities';
import './shell.scss';

export function ShellBanner({ isDemonstration }: { isDemonstration: boolean }) {
  return (
    <>
      {isDemonstration ? <Text className="xf-shell__demonstration">演示数据</Text> : null}
      <IdentitySwitcher />
    </>
  );
}

/** The same in 我的, where people look for it. */
export function IdentitySection() {
  const identities = useLocalIdentities();
  if (identities.length === 0) return null;
  return (
    <Section title="演示身份">
      <Card>
        <Row>
          <IdentitySwitcher />
        </Row>
      </Card>
    </Section>
  );
}

/** 切换身份: one press shows everybody one can be. */
export function IdentitySwitcher() {
  const identities = useLocalIdentities();
  const current = useIdentity();
  const me = useMe().data;
  const [isOpen, setOpen] = useState(false);
  if (identities.length === 0) return null;
  const name = identities.find(({ openid }) => openid === current)?.name ?? me?.volunteer?.name ?? '新访客';
  const choose = (openid: string) => {
    setOpen(false);
    switchIdentity(openid);
  };
  return (
    <>
      <Text>当前身份：{name}</Text>
      <Button kind="text" size="small" label={`切换身份，当前为${name}`} onPress={() => setOpen(true)}>
        切换
      </Button>
      <View className="xf-shell__sheet">
        <Sheet isOpen={isOpen} title="您想以谁的身份使用？" onClose={() => setOpen(false)}>
          <List>
            {identities.map((identity) => (
              <ListRow
                key={identity.openid}
                title={identity.name}
                detail={identity.detail}
                value={identity.openid === current ? '当前' : undefined}
                onPress={() => choose(identity.openid)}
              />
            ))}
            <ListRow
              title="新访客"
              detail="从没来过的人，可以重新走一遍注册"
              onPress={() => {
                setOpen(false);
                becomeNewcomer();
              }}
            />
          </List>
        </Sheet>
      </View>
    </>
  );
}

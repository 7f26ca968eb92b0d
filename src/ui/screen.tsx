import type { ReactNode } from 'react';

import { Heading, View } from './primitives';

export function Screen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="xf-root">
      <Heading level={1}>{title}</Heading>
      {children}
    </View>
  );
}

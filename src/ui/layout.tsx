/** Arrangement without words: everything collapses to one column on a phone. */
import type { CSSProperties, ReactNode } from 'react';

import { Heading, Pressable, Text, View } from './primitives';

export function Stack({ children, isTight }: { children: ReactNode; isTight?: boolean }) {
  return <View className={`xf-stack ${isTight ? 'xf-stack--tight' : ''}`}>{children}</View>;
}

export function Row({ children, isSpread }: { children: ReactNode; isSpread?: boolean }) {
  return <View className={`xf-row ${isSpread ? 'xf-row--spread' : ''}`}>{children}</View>;
}

/** The one deed above a list: as wide as a phone, in a window of a computer as its words. */
export function TopDeed({ children }: { children: ReactNode }) {
  return <View className="xf-top-deed">{children}</View>;
}

/** As many equal columns as fit, each at least `minWidthPx` wide. */
export function Grid({ children, minWidthPx = 280 }: { children: ReactNode; minWidthPx?: number }) {
  const style: CSSProperties & Record<'--xf-grid-min', string> = { '--xf-grid-min': `${minWidthPx}px` };
  return (
    <View className="xf-grid" style={style}>
      {children}
    </View>
  );
}

/** Content and what belongs beside it; below it on a phone. */
export function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <View className="xf-columns">
      <View className="xf-columns__main">{main}</View>
      <View className="xf-columns__aside">{aside}</View>
    </View>
  );
}

export function Card({
  children,
  onPress,
  isFlush,
}: {
  children: ReactNode;
  onPress?: () => void;
  isFlush?: boolean;
}) {
  const className = `xf-card ${isFlush ? 'xf-card--flush' : ''}`;
  if (onPress === undefined) return <View className={className}>{children}</View>;
  return (
    <Pressable className={className} onPress={onPress}>
      {children}
    </Pressable>
  );
}

export interface SectionProps {
  title: string;
  /** Beside the title, e.g. a text button 全部. */
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, action, children }: SectionProps) {
  return (
    <View className="xf-section">
      <View className="xf-section__head">
        <Heading level={2} className="xf-section__title">
          {title}
        </Heading>
        {action}
      </View>
      {children}
    </View>
  );
}

export type TagTone = 'plain' | 'red' | 'green' | 'gold' | 'amber';

/** A word about a thing. Gold only for honours, green for what is done. */
export function Tag({ children, tone = 'plain' }: { children: ReactNode; tone?: TagTone }) {
  return <Text className={`xf-tag ${tone === 'plain' ? '' : `xf-tag--${tone}`}`}>{children}</Text>;
}

/** A paragraph; `soft` for what one need not read. */
export function Paragraph({
  children,
  isSoft,
  isSmall,
}: {
  children: ReactNode;
  isSoft?: boolean;
  isSmall?: boolean;
}) {
  const tone = `${isSoft ? 'xf-text--soft' : ''} ${isSmall ? 'xf-text--small' : ''}`;
  return <View className={tone}>{children}</View>;
}

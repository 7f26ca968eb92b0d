/** Numbers that explain themselves: unit, definition and as-of time beside each. */
import { useState, type ReactNode } from 'react';

import { Icon } from './icon';
import { Pressable, Text, View } from './primitives';
import { DefinitionSheet, type Definition } from './sheet';

/** Figures side by side; `hasLongFirst` gives the first the larger part. */
export function Figures({ children, hasLongFirst = false }: { children: ReactNode; hasLongFirst?: boolean }) {
  return (
    <View className={hasLongFirst ? 'xf-figures xf-figures--long-first' : 'xf-figures'}>{children}</View>
  );
}

export interface FigureProps {
  label: string;
  /** Ready to read, e.g. `12,345` or `3.2%`; `—` when there is none. */
  value: string;
  unit?: string;
  /** The two integers behind a ratio, a change since last month. */
  detail?: ReactNode;
  /** Ready to read, e.g. 截至今天 14:00. */
  asOf?: string;
  definition?: Definition;
  /** Opens the facts behind the number. */
  onPress?: () => void;
}

function Value({ value, unit }: { value: string; unit: string | undefined }) {
  return (
    <View className="xf-figure__value">
      <Text>{value}</Text>
      {unit ? <Text className="xf-figure__unit">{unit}</Text> : null}
    </View>
  );
}

export function Figure({ label, value, unit, detail, asOf, definition, onPress }: FigureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="xf-figure">
      <View className="xf-figure__label">
        <Text>{label}</Text>
        {definition ? (
          <Pressable
            className="xf-figure__what"
            label={`${label}的口径`}
            onPress={() => {
              setOpen(true);
            }}
          >
            <Icon name="info" />
          </Pressable>
        ) : null}
      </View>
      {onPress ? (
        <Pressable onPress={onPress} label={`${label} ${value}${unit ?? ''}，查看明细`}>
          <Value value={value} unit={unit} />
        </Pressable>
      ) : (
        <Value value={value} unit={unit} />
      )}
      {detail ? <View className="xf-figure__detail">{detail}</View> : null}
      {asOf ? <Text className="xf-figure__as-of">{asOf}</Text> : null}
      {definition ? (
        <DefinitionSheet
          definition={definition}
          isOpen={isOpen}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </View>
  );
}

export interface BarRowProps {
  /** Empty when not ranked. */
  rank?: string;
  label: string;
  /** The exact figure in words. */
  value: string;
  detail?: string;
  /** Length of the bar, 0 to 1; undefined draws none. */
  share?: number | undefined;
  /** Where the target or the parent's value stands, 0 to 1. */
  targetShare?: number | undefined;
  isCurrent?: boolean;
  onPress?: () => void;
}

function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}

/** One line of a ranking: the bar shows the proportion, the words the exact figure. */
export function BarRow(props: BarRowProps) {
  const { rank, label, value, detail, share, targetShare, isCurrent, onPress } = props;
  const className = `xf-bar-row ${isCurrent ? 'xf-bar-row--current' : ''}`;
  const content = (
    <>
      <Text className="xf-bar-row__rank">{rank ?? ''}</Text>
      <Text className="xf-bar-row__label">{label}</Text>
      <View className="xf-bar-row__value">
        <Text>{value}</Text>
        {detail ? <View className="xf-bar-row__detail">{detail}</View> : null}
      </View>
      <View className="xf-bar-row__track" decorative>
        {share === undefined ? null : <View className="xf-bar-row__bar" style={{ width: percent(share) }} />}
        {targetShare === undefined ? null : (
          <View className="xf-bar-row__target" style={{ left: percent(targetShare) }} />
        )}
      </View>
    </>
  );
  if (!onPress) return <View className={className}>{content}</View>;
  return (
    <Pressable className={className} onPress={onPress}>
      {content}
    </Pressable>
  );
}

import type { ReactNode } from 'react';

import { Icon, type IconName } from './icon';
import { Heading, Image, Pressable, Text, View } from './primitives';

/** Rows on one surface. */
export function List({ children }: { children: ReactNode }) {
  return <View className="xf-list">{children}</View>;
}

export interface ListRowProps {
  title: ReactNode;
  /** Several: each on a line of its own. */
  detail?: string | readonly string[];
  /** At the right: a number, a state. */
  value?: ReactNode;
  icon?: IconName;
  onPress?: () => void;
}

export function ListRow({ title, detail, value, icon, onPress }: ListRowProps) {
  const content = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <View className="xf-list-row__body">
        <Text>{title}</Text>
        {linesOf(detail).map((line) => (
          <Text key={line} className="xf-list-row__detail">
            {line}
          </Text>
        ))}
      </View>
      {value === undefined ? null : <View className="xf-list-row__value">{value}</View>}
      {onPress ? <Icon name="forward" /> : null}
    </>
  );
  if (!onPress) return <View className="xf-list-row">{content}</View>;
  return (
    <Pressable className="xf-list-row" onPress={onPress}>
      {content}
    </Pressable>
  );
}

function linesOf(detail: string | readonly string[] | undefined): readonly string[] {
  if (detail === undefined || detail === '') return [];
  return typeof detail === 'string' ? [detail] : detail;
}

export interface PictureCardProps {
  picture: string;
  /** What the picture shows. */
  pictureText: string;
  title: string;
  detail?: ReactNode;
  /** Tags and the like below the text. */
  children?: ReactNode;
  /** One below the heading it stands under; 3 within a section. */
  headingLevel?: 2 | 3;
  onPress: () => void;
}

export function PictureCard(props: PictureCardProps) {
  const { picture, pictureText, title, detail, children, headingLevel = 3, onPress } = props;
  return (
    <Pressable className="xf-picture-card" onPress={onPress}>
      <Image className="xf-picture-card__picture" src={picture} alt={pictureText} />
      <View className="xf-picture-card__body">
        <Heading level={headingLevel} className="xf-picture-card__title">
          {title}
        </Heading>
        {detail ? <View className="xf-picture-card__detail">{detail}</View> : null}
        {children}
      </View>
    </Pressable>
  );
}

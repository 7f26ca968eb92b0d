/** 星级 (AT12): the stars I have and what is missing to the next, exact to the minute. */
import { useState } from 'react';

import type { StarScheme } from '@contract/recognition.contract';

import { formatDay, formatHours, formatMinutes } from '@/lib/format';
import { useProcedure } from '@/lib/use-procedure';
import { Icon } from '@/ui/icon';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Pressable, Text, View } from '@/ui/primitives';
import { DefinitionSheet, type Definition } from '@/ui/sheet';

import './star-card.scss';

/** Nothing where the city has no star levels. */
export function StarCard() {
  const { data } = useProcedure('recognition.getMyStars', {}, { isKept: true });
  if (data?.scheme === undefined || data.scheme === null) return null;
  return <Stars scheme={data.scheme} totalMinutes={data.totalMinutes} />;
}

function definitionOf({ levels, document, fromDay }: StarScheme): Definition {
  return {
    title: '星级怎么算',
    entries: [
      ...levels.map(({ name, minutes }) => ({ term: name, text: `满 ${formatHours(minutes)}` })),
      { term: '计入的时长', text: '注册以后、已确认的服务，按分钟累计。' },
      { term: '依据', text: `${document}，自${formatDay(fromDay)}起` },
    ],
  };
}

function nextText({ next }: StarScheme): string {
  if (next === null) return '已到最高星级，谢谢您。';
  return `再服务 ${formatHours(next.missingMinutes)}到${next.level.name}`;
}

function Stars({ scheme, totalMinutes }: { scheme: StarScheme; totalMinutes: number }) {
  const [isOpen, setOpen] = useState(false);
  const { levels, stars, current, next } = scheme;
  const from = current?.minutes ?? 0;
  const share = next === null ? 1 : (totalMinutes - from) / (next.level.minutes - from);
  return (
    <Section title="我的星级">
      <Card>
        <View
          className="xf-stars"
          role="group"
          label={`${current?.name ?? '还没有星级'}，${nextText(scheme)}`}
        >
          <View className="xf-stars__row" decorative>
            {levels.map(({ name }, index) => (
              <Icon key={name} name="star" className={index < stars ? 'xf-star xf-star--on' : 'xf-star'} />
            ))}
          </View>
          <Text className={current === null ? 'xf-text--soft' : 'xf-stars__name'}>
            {current?.name ?? '还没有星级'}
          </Text>
          <View className="xf-stars__track" decorative>
            <View className="xf-stars__bar" style={{ width: `${(share * 100).toFixed(2)}%` }} />
          </View>
          <Text>{nextText(scheme)}</Text>
        </View>
        <Paragraph isSoft isSmall>
          {`注册以来已确认 ${formatMinutes(totalMinutes)}`}
        </Paragraph>
        <Pressable
          className="xf-stars__what"
          label="星级怎么算"
          onPress={() => {
            setOpen(true);
          }}
        >
          <Icon name="info" />
          <Text>星级怎么算</Text>
        </Pressable>
        <DefinitionSheet
          definition={definitionOf(scheme)}
          isOpen={isOpen}
          onClose={() => {
            setOpen(false);
          }}
        />
      </Card>
    </Section>
  );
}

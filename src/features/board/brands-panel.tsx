/** 品牌项目 of a division (ST19): what is published of them, and each project with its own numbers. */
import { useState } from 'react';

import type { Figure } from '@contract/statistics.contract';
import type { BrandRow, Brands } from '@contract/supply.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { projectRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';
import { EmptyState, Notice } from '@/ui/states';

import { askedOf, NotAsked, wayToBoard, type Asked, type AskedParams } from './asked-board';
import { formatBoardClock } from './board-clock';
import './board.scss';
import { FigureTile } from './figure-tile';
import { definitionOf, hoursOf, partNames, reasonOf, titleOf, unitText, valueText } from './figure-text';

const LEVEL_WORDS: Readonly<Record<BrandRow['level'], string>> = {
  county: '县级认定',
  city: '市级认定',
  province: '省级认定',
};
const HOST_WORDS: Readonly<Record<BrandRow['hostLevel'], string>> = {
  centre: '实践中心主办',
  institute: '实践所主办',
  station: '实践站主办',
  organisation: '其他组织主办',
};

export function BrandsPanel(params: AskedParams) {
  const asked = askedOf(params);
  return asked === null ? <NotAsked /> : <BrandsOf {...asked} />;
}

function BrandsOf(asked: Asked) {
  const answer = useProcedure('statistics.getBrands', { ...asked });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={8} />} wayOn={wayToBoard}>
      {(brands) => <BrandsOn key={brands.day} brands={brands} />}
    </Answer>
  );
}

function BrandsOn({ brands }: { brands: Brands }) {
  const [opened, setOpened] = useState<Figure | null>(null);
  return (
    <View className="board">
      <View>
        <Heading level={2} className="board-title">{`${brands.divisionName} · 品牌项目`}</Heading>
        <View className="board-clock">
          <Text>{formatBoardClock(brands)}</Text>
        </View>
      </View>
      <View className="board-tiles">
        {brands.figures.map((figure) => (
          <FigureTile
            key={figure.measure}
            figure={figure}
            onPress={() => {
              setOpened(figure);
            }}
          />
        ))}
      </View>
      {brands.uncovered.length === 0 ? null : (
        <Notice tone="info" title="近 90 天没有品牌服务的县（市、区）">
          {brands.uncovered.map(({ name }) => name).join('、')}
        </Notice>
      )}
      <BrandList brands={brands.brands} />
      <Sheet
        isOpen={opened !== null}
        title="口径与依据"
        onClose={() => {
          setOpened(null);
        }}
      >
        {opened === null ? null : <Explanation figure={opened} clock={formatBoardClock(brands)} />}
      </Sheet>
    </View>
  );
}

function BrandList({ brands }: { brands: readonly BrandRow[] }) {
  if (brands.length === 0) {
    return (
      <EmptyState
        icon="projects"
        title="这里还没有品牌项目"
        text="项目取得有效认定后就出现在这里。"
        next={wayToBoard}
      />
    );
  }
  return (
    <Section title={`${formatCount(brands.length)} 个品牌项目，按本年服务时长排列`}>
      <List>
        {brands.map((brand) => (
          <ListRow
            key={brand.projectId}
            title={`${brand.title} · ${brand.divisionName}`}
            detail={detailOf(brand)}
            value={brand.isLive ? <Tag tone="green">活跃</Tag> : <Tag>近 90 天不活跃</Tag>}
            onPress={() => openRoute(projectRoute(brand.projectId))}
          />
        ))}
      </List>
    </Section>
  );
}

function detailOf(brand: BrandRow): readonly string[] {
  return [
    `本年 ${hoursOf(brand.yearMinutes)} 小时，累计 ${hoursOf(brand.minutes)} 小时`,
    `${formatCount(brand.volunteerCount)} 人参与过，${formatCount(brand.shiftCount)} 场`,
    `${LEVEL_WORDS[brand.level]}，有效至 ${formatDay(brand.validToDay)} · ${HOST_WORDS[brand.hostLevel]}`,
    `依据 ${brand.document}`,
  ];
}

function Explanation({ figure, clock }: { figure: Figure; clock: string }) {
  const [upper, lower] = partNames(figure.measure);
  const reason = reasonOf(figure);
  const { definition, version, rule } = definitionOf(figure.measure);
  const facts = [
    [upper, formatCount(figure.numerator)],
    ...(lower === '' ? [] : [[lower, figure.denominator === null ? '—' : formatCount(figure.denominator)]]),
    ...(figure.source === null ? [] : [['人口来源', figure.source]]),
    ['口径版本', `第 ${String(version)} 版（${rule}）`],
  ];
  return (
    <View className="board-explain">
      <Text className="board-explain__owner">{titleOf(figure.measure)}</Text>
      <View className="board-tile__line">
        <Text className="board-explain__value">{valueText(figure)}</Text>
        <Text className="board-tile__unit">{unitText(figure)}</Text>
      </View>
      {reason === null ? null : <Text className="board-explain__reason">{reason}</Text>}
      <Paragraph>{definition}</Paragraph>
      <View className="board-explain__facts">
        {facts.map(([name, text]) => (
          <View key={name} className="board-explain__fact">
            <Text className="board-card__label">{name}</Text>
            <Text className="board-card__number">{text}</Text>
          </View>
        ))}
      </View>
      <Text className="board-explain__clock">{clock}</Text>
    </View>
  );
}

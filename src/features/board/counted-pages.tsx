/** A list that is the facts behind a published figure: counted anew page by page, and compared at its end. */
import type { ReactNode } from 'react';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import type { PagesState } from '@/lib/use-pages';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Heading, View } from '@/ui/primitives';

import { wayToBoard } from './asked-board';
import { formatBoardClock } from './board-clock';
import './board.scss';

interface CountedPage<Row> extends Readonly<Parameters<typeof formatBoardClock>[0]> {
  readonly divisionName: string;
  readonly rows: readonly Row[];
}

interface CountedPagesProps<Page, Choice extends string> {
  readonly pages: PagesState<Page>;
  readonly choice: {
    readonly label: string;
    readonly value: Choice;
    readonly options: readonly { readonly value: Choice; readonly text: string }[];
    readonly onChange: (choice: Choice) => void;
  };
  /** after the name of the division */
  readonly title: string;
  /** 场, 个村 */
  readonly unit: string;
  /** sentences, and whether the pages so far give what is published */
  readonly compare: (first: Page, found: readonly Page[]) => Comparison;
  readonly notes: (first: Page) => ReactNode;
  readonly rows: (found: readonly Page[]) => ReactNode;
}

export interface Comparison {
  readonly published: string;
  readonly counted: string;
  readonly isSame: boolean;
}

export function CountedPages<Row, Page extends CountedPage<Row>, Choice extends string>({
  pages,
  choice,
  ...props
}: CountedPagesProps<Page, Choice>) {
  return (
    <View className="board">
      <View className="board-choices">
        <Segmented {...choice} />
      </View>
      <Answer of={pages} skeleton={<CardSkeleton lines={8} />} wayOn={wayToBoard}>
        {(found) => {
          const [first] = found;
          if (first === undefined) return null;
          const count = found.reduce((sum, page) => sum + page.rows.length, 0);
          const more = pages.hasMore ? '，还有更多' : '';
          return (
            <>
              <Card>
                <Heading level={2}>{`${first.divisionName} · ${props.title}`}</Heading>
                <Paragraph isSoft isSmall>
                  {formatBoardClock(first)}
                </Paragraph>
                <ComparisonText {...props.compare(first, found)} hasMore={pages.hasMore} />
                {props.notes(first)}
              </Card>
              <Section title={`${formatCount(count)} ${props.unit}${more}`}>
                {props.rows(found)}
                <MoreButton of={pages} />
              </Section>
            </>
          );
        }}
      </Answer>
    </View>
  );
}

function ComparisonText({ published, counted, isSame, hasMore }: Comparison & { hasMore: boolean }) {
  const end = isSame ? '与公布一致。' : '与公布不一致，请看数据核对。';
  return (
    <>
      <Paragraph>{published}</Paragraph>
      <Paragraph isSmall>{`${counted}，${hasMore ? '还没有数完。' : end}`}</Paragraph>
    </>
  );
}

/** The city's three numbers that anybody may see, each with its definition and as-of time (ST4). */
import type { OutputOf } from '@contract/procedures';
import { MEASURES, type MeasureId } from '@domain/statistics/measure';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatAsOf, formatCount } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { publicBoardRoute } from '@/lib/routes';
import type { ProcedureState } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Figure, Figures } from '@/ui/figure';
import { Card, Paragraph, Section } from '@/ui/layout';
import type { Definition } from '@/ui/sheet';

type City = OutputOf<'system.getCity'>;

function definitionOf(measure: MeasureId, asOf: string): Definition {
  const { title, definition, rule, version } = MEASURES[measure];
  return {
    title,
    entries: [
      { term: '怎么算的', text: definition },
      { term: '截至时间', text: asOf },
      { term: '依据', text: `统计规则 ${rule}，第 ${String(version)} 版` },
    ],
  };
}

export function CityFigures({ city }: { city: ProcedureState<City> }) {
  return (
    <Section
      title="全域志愿服务"
      action={
        <Button kind="text" label="看各县的志愿服务统计" onPress={() => openRoute(publicBoardRoute)}>
          看各县
        </Button>
      }
    >
      <Answer of={city} skeleton={<CardSkeleton lines={3} />}>
        {({ figures }) => {
          const asOf = formatAsOf(figures.asOf);
          return (
            <Card>
              <Figures>
                <Figure
                  label="注册志愿者"
                  value={formatCount(figures.registered)}
                  unit="人"
                  definition={definitionOf('registered', asOf)}
                />
                <Figure
                  label="活跃志愿者"
                  value={formatCount(figures.active)}
                  unit="人"
                  definition={definitionOf('active.CUM', asOf)}
                />
                <Figure
                  label="服务时长"
                  value={formatCount(figures.serviceHours)}
                  unit="小时"
                  definition={definitionOf('serviceHours', asOf)}
                />
              </Figures>
              <Paragraph isSoft isSmall>
                {asOf}
              </Paragraph>
            </Card>
          );
        }}
      </Answer>
    </Section>
  );
}

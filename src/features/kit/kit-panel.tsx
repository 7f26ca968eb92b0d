/** 复制到别的县: what goes along, where to, who carries it on. */
import { useState } from 'react';

import { TEAM_NAME_MAXIMUM, type KitView } from '@contract/kit.contract';
import { Answer } from '@/lib/answer';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { brandDeskRoute, projectRoute } from '@/lib/routes';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';

const NEW_TEAM = 'new';

export function KitPanel({ projectId }: { projectId: string }) {
  const [countyCode, setCountyCode] = useState<string | null>(null);
  const kit = useProcedure('kit.getKit', { projectId, countyCode }, { keepsPrevious: true });
  return (
    <Answer of={kit}>
      {(data) => (
        <>
          <Section title={`复制“${data.origin.title}”`}>
            <WhatGoes kit={data} />
          </Section>
          {data.isBrand ? (
            <Where
              key={countyCode}
              projectId={projectId}
              kit={data}
              countyCode={countyCode}
              onCounty={setCountyCode}
            />
          ) : (
            <Notice tone="info">只有认定有效的品牌项目才能复制。</Notice>
          )}
        </>
      )}
    </Answer>
  );
}

function WhatGoes({ kit: { goal, safeguards, outcomeName, words, origin } }: { kit: KitView }) {
  const counted =
    words === null
      ? '怎么数由承接的队伍来定'
      : `数${words.countedWord}，分${words.doneWord}和${words.missedWord}`;
  return (
    <>
      <List>
        <ListRow icon="projects" title="从哪里来" detail={origin.divisionName} />
        <ListRow icon="done" title="目标" detail={goal} />
        <ListRow icon="warning" title="安全保障" detail={safeguards === '' ? '还没有写' : safeguards} />
        <ListRow icon="board" title={`成果数：${outcomeName}`} detail={counted} />
      </List>
      <Paragraph isSoft isSmall>
        人、时长、取样和故事不复制：新项目从孵化开始，自己的故事自己写。两边的页面都会写明来历。
      </Paragraph>
    </>
  );
}

interface WhereProps {
  readonly projectId: string;
  readonly kit: KitView;
  readonly countyCode: string | null;
  readonly onCounty: (countyCode: string) => void;
}

function Where({ projectId, kit, countyCode, onCounty }: WhereProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const teamId = chosen ?? kit.teams[0]?.teamId ?? NEW_TEAM;
  const [name, setName] = useState('');
  const [requestId] = useState(newRequestId);
  const clone = useCommand('kit.clone', { invalidates: ['kit.getKit', 'project.getProject'] });
  const county = kit.counties.find((one) => one.divisionCode === countyCode);
  if (kit.counties.length === 0) {
    return (
      <EmptyState
        icon="place"
        title="没有可以复制到的县"
        text="本县的项目不用复制；复制到别的县，由那个县的办公室来办。"
      />
    );
  }
  const message = clone.error === null ? null : messageOf(clone.error);
  const team = teamId === NEW_TEAM ? ({ kind: 'new', name } as const) : ({ kind: 'known', teamId } as const);
  return (
    <Section title="复制到">
      <Card>
        <SelectField
          label="哪个县"
          value={countyCode ?? undefined}
          placeholder="请选择"
          options={kit.counties.map((one) => ({
            value: one.divisionCode,
            text: one.cloneId === null ? one.name : `${one.name}（已复制）`,
          }))}
          onChange={onCounty}
        />
        {county === undefined ? null : county.cloneId !== null ? (
          <Copied cloneId={county.cloneId} countyName={county.name} />
        ) : (
          <>
            <SelectField
              label="由哪支队伍承接"
              value={teamId}
              options={[
                ...kit.teams.map((one) => ({ value: String(one.teamId), text: one.name })),
                { value: NEW_TEAM, text: '一支新的队伍' },
              ]}
              onChange={setChosen}
            />
            {teamId === NEW_TEAM ? (
              <TextField label="新队伍的名字" value={name} maxLength={TEAM_NAME_MAXIMUM} onChange={setName} />
            ) : null}
            {message === null ? null : (
              <Notice tone="error" title={message.title}>
                {message.nextStep}
              </Notice>
            )}
            <Button
              isLoading={clone.isRunning}
              disabled={teamId === NEW_TEAM && name.trim().length < 2}
              // The refusal is shown above.
              onPress={() =>
                void clone
                  .run({ requestId, projectId, countyCode: county.divisionCode, team })
                  .catch(() => undefined)
              }
            >
              {`复制到${county.name}`}
            </Button>
          </>
        )}
      </Card>
    </Section>
  );
}

function Copied({ cloneId, countyName }: { cloneId: string; countyName: string }) {
  return (
    <>
      <Notice tone="success" title={`已复制到${countyName}`}>
        新项目从孵化开始，可以去增加取样点位、核对条件清单。
      </Notice>
      <Row>
        <Button kind="secondary" onPress={() => openRoute(brandDeskRoute(cloneId))}>
          去它的工作台
        </Button>
        <Button kind="text" onPress={() => openRoute(projectRoute(cloneId))}>
          看它的页面
        </Button>
      </Row>
    </>
  );
}

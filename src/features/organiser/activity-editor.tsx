/** 新建活动: what, where, when; kept on the device as it is typed; saved as a draft or published. */
import { useEffect, useRef, useState } from 'react';

import { messageOf } from '@/lib/messages.zh-CN';
import { serverNow } from '@/lib/server-clock';
import { useProcedure } from '@/lib/use-procedure';
import { scrollToFirst } from '@/platform/scroll';
import { SelectField, TextAreaField, TextField } from '@/ui/field';
import { Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';

import { divisionChoiceOf, draftFromActivity, withProject, type OrganisedProject } from './activity-draft';
import { draftFromOrder } from './order-draft';
import type { EditorExits, EditorParams } from './activity-editor-types';
import { CourseFields } from './course-fields';
import { CountingFields } from './counting-fields';
import { EditorActions } from './editor-actions';
import { EditorDone } from './editor-done';
import './organiser.scss';
import { errorOf, PlaceFields, type DraftPartProps } from './place-fields';
import { RiskFields } from './risk-fields';
import { ShiftFields } from './shift-fields';
import { useActivityEditor, type ActivityEditor } from './use-activity-editor';

type PartProps = DraftPartProps & { readonly projects: readonly OrganisedProject[] };

function WhatFields({ draft, problems, isLocked, change, projects }: PartProps) {
  const set = (key: 'title' | 'summary' | 'description') => (text: string) => {
    change((current) => ({ ...current, [key]: text }));
  };
  return (
    <Section title="活动内容">
      <View className="xf-card">
        <SelectField
          label="属于哪个项目"
          value={draft.projectId}
          options={projects.map(({ projectId, title, divisionName }) => ({
            value: projectId,
            text: `${title}（${divisionName}）`,
          }))}
          disabled={isLocked}
          onChange={(projectId) => {
            const project = projects.find((known) => known.projectId === projectId);
            if (project !== undefined) change((current) => withProject(current, project));
          }}
          {...errorOf(problems.fields.projectId)}
        />
        <CountingFields draft={draft} isLocked={isLocked} change={change} />
        <TextField
          label="活动名称"
          value={draft.title}
          maxLength={40}
          placeholder="例如：周六清河行动"
          disabled={isLocked}
          onChange={set('title')}
          {...errorOf(problems.fields.title)}
        />
        <TextField
          label="一句话简介"
          isOptional
          value={draft.summary}
          maxLength={80}
          placeholder="出现在活动列表里"
          disabled={isLocked}
          onChange={set('summary')}
          {...errorOf(problems.fields.summary)}
        />
        <TextAreaField
          label="活动说明"
          value={draft.description}
          maxLength={2000}
          rows={5}
          placeholder="做什么、带什么、注意什么，联系谁。"
          disabled={isLocked}
          hint={`${String(draft.description.trim().length)} / 2000 字`}
          onChange={set('description')}
          {...errorOf(problems.fields.description)}
        />
      </View>
    </Section>
  );
}

/**
 * Starts from another activity or with a chosen project, once, and never over something kept on the device:
 * there the person decides, with the returned `startAgain`.
 */
function usePrefill(editor: ActivityEditor, projects: readonly OrganisedProject[], params: EditorParams) {
  const { projectId, copyOf, orderId, communityCode } = params;
  const source = useProcedure(
    'activity.getActivity',
    { activityId: copyOf ?? '' },
    { enabled: copyOf !== undefined },
  ).data;
  const order = useProcedure(
    'demand.getOrder',
    { orderId: orderId ?? '' },
    { enabled: orderId !== undefined },
  ).data?.order;
  const isDone = useRef(editor.isRestored);
  const { change, startAfresh } = editor;
  const fill = (): void => {
    if (source !== undefined) startAfresh(draftFromActivity(source, serverNow()));
    else if (order !== undefined) startAfresh(draftFromOrder(order, projects, serverNow()));
    else {
      const project = projects.find((known) => known.projectId === projectId) ?? onlyOf(projects);
      if (project !== undefined) change((draft) => withProject(draft, project));
      if (communityCode !== undefined)
        change((draft) => ({
          ...draft,
          ...divisionChoiceOf(communityCode),
          ...{ placeName: '', latitude: '', longitude: '', positionSource: 'typed' },
        }));
    }
  };
  useEffect(() => {
    if (isDone.current || (copyOf !== undefined && source === undefined)) return;
    if (orderId !== undefined && order === undefined) return;
    isDone.current = true;
    fill();
  });
  return {
    source: source !== undefined ? '照着选的活动填' : order !== undefined ? '照着点单填' : '重新填写',
    startAgain: (): void => {
      startAfresh();
      fill();
    },
  };
}

function onlyOf(projects: readonly OrganisedProject[]): OrganisedProject | undefined {
  return projects.length === 1 ? projects[0] : undefined;
}

function EditorForm({
  projects,
  params,
  exits,
}: {
  projects: readonly OrganisedProject[];
  params: EditorParams;
  exits: EditorExits;
}) {
  const editor = useActivityEditor();
  const prefill = usePrefill(editor, projects, params);
  const { failedAttempts } = editor;
  useEffect(() => {
    if (failedAttempts > 0) scrollToFirst('xf-field__error');
  }, [failedAttempts]);
  const [isNoticeOpen, setIsNoticeOpen] = useState(true);
  if (editor.sending.kind === 'done')
    return <EditorDone editor={editor} sending={editor.sending} exits={exits} />;
  const { draft, problems, isLocked, change } = editor;
  const part = { draft, problems, isLocked, change, projects };
  return (
    <View className="editor">
      {editor.isRestored && isNoticeOpen && editor.sending.kind === 'editing' ? (
        <Notice
          tone="info"
          title="接着上次没写完的"
          next={{
            text: `不要了，${prefill.source}`,
            onPress: () => {
              setIsNoticeOpen(false);
              prefill.startAgain();
            },
          }}
        >
          上次填写的内容存在这台设备上，还没有提交。
        </Notice>
      ) : null}
      {draft.orderId === '' ? null : (
        <Notice tone="info" title="这场活动为一张点单而办">
          活动页面是公开的：请不要写姓名、电话和门牌，集合地点写大家知道的地方。
        </Notice>
      )}
      <WhatFields {...part} />
      <RiskFields {...part} />
      <CourseFields {...part} />
      <PlaceFields {...part} />
      <ShiftFields {...part} />
      <EditorActions editor={editor} />
    </View>
  );
}

export function ActivityEditorPanel({ params, exits }: { params: EditorParams; exits: EditorExits }) {
  const projects = useProcedure('activity.listOrganisedProjects', {});
  if (projects.data === undefined) {
    if (projects.error === null) return <Skeleton lines={8} />;
    const { title, nextStep } = messageOf(projects.error);
    return <ErrorState title={title} text={nextStep} onRetry={projects.refetch} />;
  }
  if (projects.data.projects.length === 0) {
    return (
      <EmptyState
        title="您还没有可用的项目"
        text="活动要放在项目下面。请联系所在队伍或县文明实践中心，把项目交给您的队伍。"
        icon="projects"
      />
    );
  }
  return <EditorForm projects={projects.data.projects} params={params} exits={exits} />;
}

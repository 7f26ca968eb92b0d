/** 选岗位 (AT15.2): which kinds of work somebody would do, the one liked best first. */
import type { PostView } from '@contract/post.contract';
import { SKILL_WORDS } from '@/lib/skill-words';
import { Paragraph } from '@/ui/layout';
import { Tick } from '@/ui/tick';

import { hasSeat } from './shift-offer';

export function postWords({ capacity, takenCount, waitingCount }: PostView): string {
  const line = waitingCount === 0 ? '' : `，${String(waitingCount)} 人候补`;
  const left = Math.max(0, capacity - takenCount);
  return left === 0
    ? `${String(capacity)} 个名额已满${line}`
    : `还剩 ${String(left)} 个，共 ${String(capacity)} 个${line}`;
}

export function postDemands({ minimumAge, requiredCourse, requiredSkill }: PostView): string {
  return [
    ...(minimumAge === null ? [] : [`满 ${String(minimumAge)} 周岁`]),
    ...(requiredCourse === null ? [] : [`先完成培训“${requiredCourse.title}”`]),
    ...(requiredSkill === undefined ? [] : [`会${SKILL_WORDS[requiredSkill]}（自己填在“我的资料”里）`]),
  ].join('，');
}

export interface PostTicksProps {
  readonly posts: readonly PostView[];
  readonly isLineOpen: boolean;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function PostTicks({ posts, isLineOpen, chosen, onChange }: PostTicksProps) {
  const free = posts.filter((post) => hasSeat(post, isLineOpen));
  return (
    <>
      <Paragraph isSoft>
        {free.length === posts.length
          ? '您愿意做哪个岗位？选几个也行，按您选的先后给。'
          : '您愿意做哪个岗位？选几个也行：有名额的马上给，都满了就一起候补。'}
      </Paragraph>
      {posts.map((post) => {
        const { postId, name } = post;
        const order = chosen.indexOf(postId);
        return (
          <Tick
            key={postId}
            text={name}
            detail={[postWords(post), postDemands(post)].filter((text) => text !== '').join('；')}
            value={chosen.length > 1 && order >= 0 ? `第 ${String(order + 1)}` : undefined}
            isOn={order >= 0}
            onChange={(isOn) => onChange(isOn ? [...chosen, postId] : chosen.filter((id) => id !== postId))}
          />
        );
      })}
    </>
  );
}

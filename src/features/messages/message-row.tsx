/** One message with what came of it; pressed, it leads to what it is about. */
import type { MessageView } from '@contract/message.contract';
import { formatInstant } from '@/lib/format';
import { OUTCOME_WORDS } from '@/lib/message-outcome-words';
import { toldTitle } from '@/lib/message-words';
import { openRoute } from '@/lib/open-route';
import { certificateRoute, invitationRoute, shiftRoute, type Route } from '@/lib/routes';
import { Tag } from '@/ui/layout';
import { ListRow } from '@/ui/list';

export function MessageRow({ message, now }: { message: MessageView; now: number }) {
  const { kind, state, title, note, at } = message;
  const { text, tone, detail } = OUTCOME_WORDS[state];
  const route = routeOf(message);
  return (
    <ListRow
      title={`${toldTitle(kind)}：${title}`}
      detail={[note, detail(formatInstant(at, now))]}
      value={<Tag tone={tone}>{text}</Tag>}
      {...(route === null ? {} : { onPress: () => openRoute(route) })}
    />
  );
}

function routeOf({ shiftId, certificateId, wakeId }: MessageView): Route | null {
  if (wakeId !== undefined) return invitationRoute(wakeId);
  if (certificateId !== null) return certificateRoute(certificateId);
  return shiftId === null ? null : shiftRoute(shiftId);
}

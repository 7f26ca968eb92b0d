/** The way from the board to the peers of the city. */
import { Tool } from '@/ui/tools';

export function PeersEntry({ onOpen }: { onOpen: () => void }) {
  return (
    <Tool icon="board" title="与同类城市比较" detail="其他城市公布的数，口径相同的才排名" onPress={onOpen} />
  );
}

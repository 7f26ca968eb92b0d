/** A number that may change while one looks: a change glows once, quietly, and nothing moves. */
import { useRef } from 'react';

import { Text } from '@/ui/primitives';

export function LiveText({ text, className = '' }: { text: string; className?: string }) {
  const first = useRef(text);
  const changed = text === first.current ? '' : 'board-live';
  return (
    <Text key={text} className={`${className} ${changed}`}>
      {text}
    </Text>
  );
}

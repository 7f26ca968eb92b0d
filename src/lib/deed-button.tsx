/** What can be done with one of many cards. */
import { Button } from '@/ui/button';

interface DeedButtonProps {
  readonly text: string;
  /** whose and what: read out, because every card has the same buttons */
  readonly about: string;
  readonly isMain?: boolean;
  readonly onPress: () => void;
}

export function DeedButton({ text, about, isMain = false, onPress }: DeedButtonProps) {
  return (
    <Button kind={isMain ? 'primary' : 'secondary'} label={`${text} ${about}`} onPress={onPress}>
      {text}
    </Button>
  );
}

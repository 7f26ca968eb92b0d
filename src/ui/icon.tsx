import { View } from './primitives';

export type IconName =
  | 'home'
  | 'projects'
  | 'check-in'
  | 'mine'
  | 'scan'
  | 'back'
  | 'forward'
  | 'close'
  | 'done'
  | 'info'
  | 'warning'
  | 'error'
  | 'place'
  | 'time'
  | 'people'
  | 'board'
  | 'organise'
  | 'star'
  | 'phone'
  | 'share'
  | 'picture'
  | 'offline'
  | 'settings';

/** Decoration beside words; never the only sign. Drawn in the text's colour. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <View className={`xf-icon xf-icon--${name} ${className ?? ''}`} decorative />;
}

import { View } from '@/ui/primitives';

/** The words beside it say the same. */
export function ProgressBar({ share }: { share: number }) {
  return (
    <View className="imports-progress" decorative>
      <View className="imports-progress__bar" style={{ width: `${String(Math.round(share * 100))}%` }} />
    </View>
  );
}

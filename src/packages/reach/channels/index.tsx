import { ChannelsPanel } from '@/features/channels/channels-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ChannelsPage() {
  const { division } = usePageParams();
  return (
    <AppScreen title="渠道成效">
      <ChannelsPanel divisionCode={division ?? null} />
    </AppScreen>
  );
}

/** The site's ICP备案号 at the foot of the first page, as the law wants it; in WeChat nothing. */
import { openFilingRegistry, useFilingNumber } from '@/platform/filing';
import { Button } from '@/ui/button';

export function Filing() {
  const filingNumber = useFilingNumber();
  if (filingNumber === '') return null;
  return (
    <Button kind="text" label={`备案号 ${filingNumber}，到工信部网站查看`} onPress={openFilingRegistry}>
      {filingNumber}
    </Button>
  );
}

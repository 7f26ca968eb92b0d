/** The handlers of the function `paper`: what draws. The type makes the list complete. */
import type { PaperProcedure } from '@contract/procedures';
import { getCertificateFile } from './certificate/get-file';
import type { Handlers } from './kernel/procedure';

export const paperHandlers: Pick<Handlers, PaperProcedure> = {
  'certificate.getFile': getCertificateFile,
};

/** The handlers of the function `paper`: what draws. The type makes the list complete. */
import type { PaperProcedure } from '@contract/procedures';
import { getCertificateFile } from './certificate/get-file';
import type { Handlers } from './kernel/procedure';
import { getPoster } from './poster/get-poster';

export const paperHandlers: Pick<Handlers, PaperProcedure> = {
  'certificate.getFile': getCertificateFile,
  'poster.getPoster': getPoster,
};

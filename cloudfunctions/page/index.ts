/** Draws the small public pages for the site's address `/p`: apart from `api`, and small. */
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { answerPage } from '@server/page/answer-page';

const ports = cloudPorts(process.env);

export async function main(event: unknown): Promise<unknown> {
  return answerPage(ports, event);
}

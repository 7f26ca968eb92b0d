/** 地点码 (AT3.2): what a printed code says, and whether it is the printing in force. */
import { judgeSignedCode } from '@domain/attendance/signed-code';
import { parsePlaceId, type PlaceId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { linkOfScene, sceneOf } from '@domain/link/link';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

export type PlaceCodeDocument = StoredDocument<'placeCodes'>;
export type PlaceCodeRefusal = 'placeCode.invalid' | 'placeCode.withdrawn';

/** The place of a team's shift: shifts made anew at the same spot keep the code on the wall. */
export function placeIdOf(
  { secrets }: Pick<Ports, 'secrets'>,
  shift: Pick<StoredDocument<'shifts'>, 'teamId' | 'place'>,
): PlaceId {
  const { name, divisionCode, position } = shift.place;
  const where = [shift.teamId, divisionCode, name, position.latitude, position.longitude].join('|');
  return parsePlaceId(secrets.shortId('place', where));
}

function proofOf({ secrets }: Ports, placeId: PlaceId, version: number): string {
  return secrets.shortId('place-code', `${placeId}:${String(version)}`);
}

export function placeSceneOf(ports: Ports, placeId: PlaceId, version: number): string {
  return sceneOf({ kind: 'place', id: placeId, version, proof: proofOf(ports, placeId, version) });
}

/** One round trip; none for text that is no place's code. */
export async function readPlaceCode(
  ports: Ports,
  scene: string,
): Promise<{ readonly kind: 'read'; readonly document: PlaceCodeDocument } | Rejection<PlaceCodeRefusal>> {
  const link = linkOfScene(scene);
  if (link?.kind !== 'place') return rejected('placeCode.invalid');
  const document = await ports.database.get('placeCodes', link.id);
  const verdict = judgeSignedCode(link, document?.version ?? null, (version) =>
    proofOf(ports, link.id, version),
  );
  if (document === null || verdict === 'invalid') return rejected('placeCode.invalid');
  return document.isWithdrawn || verdict === 'replaced'
    ? rejected('placeCode.withdrawn')
    : { kind: 'read', document };
}

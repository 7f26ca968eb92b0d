import fc from 'fast-check';
import { anyShortId } from '../../tests/kit/arbitrary-facts';
import { parseCertificateNumber, parseVerificationCode } from '../certificate/certificate-code';
import { MAXIMUM_CODE_VERSION } from '../attendance/signed-code';
import { BASE32, parseActivityId, parseProjectId, parseShiftId } from '../kernel/identifiers';
import {
  parseCertificateId,
  parsePlaceId,
  parseTicketId,
  parseVolunteerId,
  parseWakeId,
} from '../kernel/identifiers';
import { CHANNEL_KINDS, CHANNEL_MAXIMUM_NUMBER, type Channel } from './channel';
import {
  addressOf,
  arrivalOfScene,
  arrivalOfText,
  linkOfScannedText,
  linkOfScene,
  miniProgramPathOf,
  sceneOf,
  SCENE_MAXIMUM_LENGTH,
  type Link,
} from './link';

const LINKS = 100_000;
/** Characters WeChat allows in a scene. */
const SCENE_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$&'()*+,/:;=?@-._~";

function anyBase32(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from(BASE32)), minLength: length, maxLength: length });
}
const anySignedCode = fc.record({
  id: anyShortId,
  version: fc.integer({ min: 1, max: MAXIMUM_CODE_VERSION }),
  proof: anyShortId,
});
const anyPlainLink: fc.Arbitrary<Link> = fc.oneof(
  anyShortId.map((id): Link => ({ kind: 'project', projectId: parseProjectId(id) })),
  anyShortId.map((id): Link => ({ kind: 'activity', activityId: parseActivityId(id) })),
  anyShortId.map((id): Link => ({ kind: 'shift', shiftId: parseShiftId(id) })),
  anyShortId.map((id): Link => ({ kind: 'invitation', wakeId: parseWakeId(id) })),
  anyShortId.map((id): Link => ({ kind: 'station', stationId: id })),
  fc.constant<Link>({ kind: 'statistics' }),
  anyShortId.map((id): Link => ({ kind: 'ownCertificate', certificateId: parseCertificateId(id) })),
  anyShortId.map((id): Link => ({ kind: 'console', ticketId: parseTicketId(id) })),
  fc.tuple(anyBase32(8), anyBase32(10)).map(([random, secret]): Link => {
    const number = parseCertificateNumber(`20261125${random}`);
    const code = parseVerificationCode(secret);
    if (number === null || code === null) throw new Error('well-formed by construction');
    return { kind: 'certificate', number, code };
  }),
  anySignedCode.map(({ id, ...code }): Link => ({ kind: 'place', id: parsePlaceId(id), ...code })),
  anySignedCode.map(({ id, ...code }): Link => ({ kind: 'card', id: parseVolunteerId(id), ...code })),
);
const anyCheckInLink: fc.Arbitrary<Link> = fc
  .tuple(anyShortId, fc.integer({ min: 0, max: 36 ** 7 - 1 }), anyShortId)
  .map(([shiftId, step, mac]) => ({
    kind: 'checkIn',
    shiftId: parseShiftId(shiftId),
    code: `${step.toString(36)}.${mac}`,
  }));
const anyLink = fc.oneof({ weight: 3, arbitrary: anyPlainLink }, anyCheckInLink);

const anyChannel: fc.Arbitrary<Channel> = fc.record({
  kind: fc.constantFrom(...CHANNEL_KINDS),
  number: fc.integer({ min: 0, max: CHANNEL_MAXIMUM_NUMBER }),
});
const MAY_CARRY: readonly Link['kind'][] = [
  'project',
  'activity',
  'shift',
  'station',
  'invitation',
  'statistics',
];
const anyArrival = fc
  .record({ link: anyLink, channel: fc.option(anyChannel) })
  .map(({ link, channel }) => ({ link, channel: MAY_CARRY.includes(link.kind) ? channel : null }));
const anyPrinted = anyArrival.filter(({ link }) => link.kind !== 'checkIn');

/** Every form of a link: bare, in an address, in a path, and each as WeChat hands it over. */
function formsOf({ link, channel }: { link: Link; channel: Channel | null }): string[] {
  const scene = sceneOf(link, channel);
  const address = addressOf('https://example.org', link, channel);
  const path = miniProgramPathOf(link, channel);
  const plain = [scene, address, path, `${LANDING_ADDRESS}${scene}`];
  return [...plain, ...plain.map(encodeURIComponent), encodeURIComponent(encodeURIComponent(address))];
}
const LANDING_ADDRESS = 'https://example.org/l?s=';

test('[LK1] 100,000 links and their channels read back from each of their forms', () => {
  const read = fc.sample(anyArrival, LINKS).filter((arrival) => {
    const wanted = JSON.stringify(arrival);
    return formsOf(arrival).every((text) => JSON.stringify(arrivalOfText(text)) === wanted);
  });
  expect(read).toHaveLength(LINKS);
});

test('[LK2] a scene is at most 32 of the characters WeChat allows', () => {
  fc.assert(
    fc.property(anyArrival, ({ link, channel }) => {
      const scene = sceneOf(link, channel);
      expect(scene.length).toBeLessThanOrEqual(SCENE_MAXIMUM_LENGTH);
      expect(Array.from(scene).every((character) => SCENE_ALPHABET.includes(character))).toBe(true);
    }),
  );
});

test('[LK7] a channel is one of a few kinds and a number; others are no channel and no harm', () => {
  const link: Link = { kind: 'project', projectId: parseProjectId('abcdefghij') };
  expect(sceneOf(link, { kind: 'article', number: 20 })).toBe('p.abcdefghij.a0k.CJ');
  expect(arrivalOfScene(sceneOf(link))).toEqual({ link, channel: null });
  // A letter that a later version prints: the link is good, its way is not known here.
  expect(arrivalOfScene(checked('p.abcdefghij.z00'))).toEqual({ link, channel: null });
  for (const text of ['p.abcdefghij.A00', 'p.abcdefghij.a0', 'p.abcdefghij.a000', 'h.abcdefghij.a00']) {
    expect(arrivalOfScene(checked(text))).toBeNull();
  }
  const place: Link = { kind: 'place', id: parsePlaceId('abcdefghij'), version: 1, proof: 'abcdefghij' };
  expect(sceneOf(place, { kind: 'poster', number: 1 })).toBe(sceneOf(place));
});

/** The rule of the check characters once more, so that what no version prints yet can be written. */
function checked(body: string): string {
  const hash = Array.from(body).reduce((sum, one) => (sum * 131 + one.charCodeAt(0)) % 1021, 7);
  return `${body}.${BASE32.charAt(hash >> 5)}${BASE32.charAt(hash & 31)}`;
}

test('[LK3] every single wrong character of a printed scene is refused', () => {
  fc.assert(
    fc.property(anyPrinted, ({ link, channel }) => {
      const scene = sceneOf(link, channel);
      for (let index = 0; index < scene.length; index += 1) {
        for (const character of SCENE_ALPHABET) {
          if (character === scene[index]) continue;
          const slip = scene.slice(0, index) + character + scene.slice(index + 1);
          if (linkOfScene(slip) !== null) throw new Error(`${scene} → ${slip} passed`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('[LK3] two neighbours swapped are refused, for every pair at every place', () => {
  const alphabet = Array.from(SCENE_ALPHABET).filter((character) => /[0-9A-Za-z]/.test(character));
  for (let place = 0; place < 9; place += 1) {
    const around = (pair: string) => 'k'.repeat(place) + pair + 'k'.repeat(8 - place);
    for (const a of alphabet) {
      for (const b of alphabet) {
        if (a === b) continue;
        const scene = sceneOf({ kind: 'shift', shiftId: parseShiftId(around(a + b)) });
        const swapped = scene.replace(around(a + b), around(b + a));
        if (linkOfScene(swapped) !== null) throw new Error(`${scene} → ${swapped} passed`);
      }
    }
  }
});

test('[LK3] characters left out, doubled, swapped or cut off are refused', () => {
  fc.assert(
    fc.property(anyPrinted, fc.nat({ max: 13 }), ({ link, channel }, index) => {
      const scene = sceneOf(link, channel);
      const [here, next] = [scene.charAt(index), scene.charAt(index + 1)];
      const swapped = scene.slice(0, index) + next + here + scene.slice(index + 2);
      expect(linkOfScene(scene.slice(0, index) + scene.slice(index + 1))).toBeNull();
      expect(linkOfScene(scene.slice(0, index) + here + scene.slice(index))).toBeNull();
      expect(linkOfScene(scene.slice(0, index))).toBeNull();
      if (swapped !== scene) expect(linkOfScene(swapped)).toBeNull();
    }),
  );
});

test('[LK6] damaged, foreign or endless text is nobody’s link', () => {
  const foreign = ['', ' ', '%', 'https://example.org/?s=%E0%A4%A', 'weixin://x', 'c.', 'p..', 'c.a.b.c'];
  for (const text of [...foreign, `p.${'a'.repeat(40)}`, 'https://example.org/l?s=', 'null']) {
    expect(linkOfScannedText(text)).toBeNull();
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(linkOfScannedText(text)).toBeNull();
    }),
  );
});

test('[LK6] an address with further parameters, or scanned with spaces around, is still ours', () => {
  const link: Link = { kind: 'shift', shiftId: parseShiftId('Ab3dEf6hIj') };
  const scene = sceneOf(link);
  expect(linkOfScannedText(`https://example.org/l?from=poster&s=${scene}#top`)).toEqual(link);
  expect(linkOfScannedText(`pages/landing/index?scene=${encodeURIComponent(scene)}&x=1`)).toEqual(link);
  expect(linkOfScannedText(` ${scene}\n`)).toEqual(link);
});

test('[LK5] a link travels by stable addresses', () => {
  const link: Link = { kind: 'project', projectId: parseProjectId('abcdefghij') };
  expect(addressOf('https://example.org', link)).toBe(`https://example.org/p?s=${sceneOf(link)}`);
  const shift: Link = { kind: 'shift', shiftId: parseShiftId('abcdefghij') };
  expect(addressOf('https://example.org', shift)).toBe(`https://example.org/l?s=${sceneOf(shift)}`);
  expect(miniProgramPathOf(link)).toBe(`pages/landing/index?scene=${sceneOf(link)}`);
  // A printed code lives for years: this text must never change.
  expect(sceneOf(link)).toBe('p.abcdefghij.FN');
});

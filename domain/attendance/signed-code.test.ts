import fc from 'fast-check';
import { anyShortId } from '../../tests/kit/arbitrary-facts';
import { judgeSignedCode, MAXIMUM_CODE_VERSION } from './signed-code';

const anyVersion = fc.integer({ min: 1, max: MAXIMUM_CODE_VERSION });
const proofOf = (version: number): string => `proof${String(version).padStart(5, '0')}`;

test('[AT3.2][AT3.4] only the newest printing is valid; an older one is told from a forged one', () => {
  fc.assert(
    fc.property(anyShortId, anyVersion, anyVersion, (id, version, current) => {
      const genuine = { id, version, proof: proofOf(version) };
      const verdict = version === current ? 'valid' : version < current ? 'replaced' : 'invalid';
      expect(judgeSignedCode(genuine, current, proofOf)).toBe(verdict);
      expect(judgeSignedCode(genuine, null, proofOf)).toBe('invalid');
    }),
  );
});

test('[AT3.2][AT3.4] a wrong proof is invalid whatever its version says', () => {
  fc.assert(
    fc.property(anyShortId, fc.integer(), anyVersion, anyShortId, (id, version, current, proof) => {
      expect(judgeSignedCode({ id, version, proof }, current, proofOf)).toBe('invalid');
    }),
  );
});

import fc from 'fast-check';
import { anyAsOfDay, anyVolunteer, PROJECTS } from '../../tests/kit/arbitrary-volunteers';
import { participationChangesOf, participationsOf } from './participation';

const anyPeople = fc.array(anyVolunteer, { maxLength: 6 });

test('[BP13] who came on a second day is counted once, from that day on', () => {
  fc.assert(
    fc.property(anyPeople, anyAsOfDay, fc.constantFrom(...PROJECTS), (people, asOf, projectId) => {
      const changes = people
        .flatMap((facts) => participationChangesOf(participationsOf(facts)))
        .filter((change) => change.projectId === projectId && change.day <= asOf);
      const sum = (quantity: string): number =>
        changes.reduce((total, one) => total + (one.quantity === quantity ? one.amount : 0), 0);
      const daysOf = people
        .filter(({ standing }) => standing.status !== 'merged')
        .map(({ records }) =>
          records.filter((one) => one.projectId === projectId && one.minutes > 0 && one.serviceDay <= asOf),
        );
      const came = daysOf.filter((records) => records.length > 0).length;
      const again = daysOf.filter((records) => {
        const whole = records.filter(({ isPart }) => isPart === undefined);
        return new Set(whole.map(({ serviceDay }) => serviceDay)).size > 1;
      }).length;
      expect([sum('projectVolunteers'), sum('projectReturners')]).toEqual([came, again]);
    }),
  );
});

test('[BP13] taken off again, nothing is left', () => {
  fc.assert(
    fc.property(anyVolunteer, (facts) => {
      const taking = participationsOf(facts);
      const left = new Map<string, number>();
      for (const { projectId, day, quantity, amount } of [1 as const, -1 as const].flatMap((sign) =>
        participationChangesOf(taking, sign),
      )) {
        const key = `${projectId} ${day} ${quantity}`;
        left.set(key, (left.get(key) ?? 0) + amount);
      }
      expect([...left.values()].every((amount) => amount === 0)).toBe(true);
    }),
  );
});

import { MAXIMUM_CERTIFIED_RECORDS } from '@domain/certificate/certificate';
import { assert } from '@domain/kernel/result';
import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import { endOfDay, startOfDay } from '@domain/time/civil-day';
import { redactIdNumber, redactName } from '@domain/volunteer/redact';
import { requireAccount, type Handler } from '../kernel/procedure';
import { withProjects } from './candidate-records';

/** CE1. Three round trips: account; volunteer and records; projects. */
export const listCertifiable: Handler<'certificate.listCertifiable'> = async (input, context) => {
  const { database, secrets } = context.ports;
  const { volunteerId } = await requireAccount(context);
  const [volunteer, found] = await Promise.all([
    database.get('volunteers', volunteerId),
    database.find('attendances', {
      where: {
        volunteerId,
        state: 'confirmed',
        // Who kept a record certifies it: of those of elsewhere no organisation here did (IM11).
        source: { in: ['own', 'assisted', 'supplemented'] },
        trainingValidDays: null,
        creditedMinutes: { atLeast: MINIMUM_QUALIFYING_MINUTES },
        startsAt: { atLeast: startOfDay(input.fromDay), below: endOfDay(input.toDay) },
      },
      orderBy: [
        ['startsAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: MAXIMUM_CERTIFIED_RECORDS + 1,
    }),
  ]);
  assert(volunteer !== null, 'an account has a volunteer');
  const candidates = await withProjects(context.ports, found.slice(0, MAXIMUM_CERTIFIED_RECORDS));
  return {
    records: candidates.flatMap(({ attendance, day, projectTitle, team }) =>
      team === null
        ? []
        : [
            {
              shiftId: attendance.shiftId,
              projectId: attendance.projectId,
              day,
              title: attendance.title,
              projectTitle,
              placeName: attendance.placeName,
              minutes: attendance.creditedMinutes,
              teamId: team.teamId,
              teamName: team.name,
            },
          ],
    ),
    isTruncated: found.length > MAXIMUM_CERTIFIED_RECORDS,
    name: volunteer.name,
    maskedName: redactName(volunteer.name),
    maskedIdNumber: redactIdNumber(secrets.open(volunteer.idNumberBox)),
  };
};

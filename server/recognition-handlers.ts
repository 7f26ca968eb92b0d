/** Of trainings and commendations; part of `handlers`. */
import { decideCommendation, proposeCommendation, revokeCommendation } from './commendation/decide';
import { listCommendations, listHonours, listMyCommendations } from './commendation/list';
import { addCourse, listCourseChoices, listCourses, retireCourse } from './training/courses';
import { getRequirements, listStandings } from './training/requirements';

export const recognitionHandlers = {
  'training.listCourses': listCourses,
  'training.listChoices': listCourseChoices,
  'training.addCourse': addCourse,
  'training.retireCourse': retireCourse,
  'training.getRequirements': getRequirements,
  'training.listStandings': listStandings,
  'commendation.propose': proposeCommendation,
  'commendation.decide': decideCommendation,
  'commendation.revoke': revokeCommendation,
  'commendation.list': listCommendations,
  'commendation.listMine': listMyCommendations,
  'commendation.listHonours': listHonours,
} as const;

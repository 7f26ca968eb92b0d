/** Trainings and commendations by their wire names; part of `procedures`. */
import {
  decideCommendation,
  listCommendations,
  listHonours,
  listMyCommendations,
  proposeCommendation,
  revokeCommendation,
} from './commendation.contract';
import {
  addCourse,
  getRequirements,
  listCourseChoices,
  listCourses,
  listStandings,
  retireCourse,
} from './training.contract';

export const recognitionProcedures = {
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

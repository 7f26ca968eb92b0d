/** What offices do with people's registrations, by wire names; part of `procedures`. */
import {
  addImportPart,
  beginImport,
  cancelImport,
  chooseColumns,
  confirmImport,
  getImport,
  listImports,
  startReading,
  undoImport,
} from './import.contract';
import { getImportedRecord, listImportedRecords, objectToRecord } from './imported-record.contract';
import {
  decidePersonRequest,
  getMergePreview,
  listMatches,
  listPersonRequests,
  requestIdentityChange,
  requestMerge,
} from './person-request.contract';

export const officePeopleProcedures = {
  'person.listMatches': listMatches,
  'person.getMergePreview': getMergePreview,
  'person.requestMerge': requestMerge,
  'person.requestIdentityChange': requestIdentityChange,
  'person.listRequests': listPersonRequests,
  'person.decideRequest': decidePersonRequest,
  'import.beginImport': beginImport,
  'import.addImportPart': addImportPart,
  'import.startReading': startReading,
  'import.chooseColumns': chooseColumns,
  'import.confirmImport': confirmImport,
  'import.cancelImport': cancelImport,
  'import.undoImport': undoImport,
  'import.getImport': getImport,
  'import.listImports': listImports,
  'import.listImportedRecords': listImportedRecords,
  'import.getImportedRecord': getImportedRecord,
  'import.objectToRecord': objectToRecord,
} as const;

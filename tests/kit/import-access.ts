/** The imports in the table of roles: for a county's and the city's office. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { requestId } from './product';

type ImportProcedure = Extract<ProcedureName, `import.${string}`>;
const OFFICES: ('county' | 'city')[] = ['county', 'city'];
/** about one's own record */
const VOLUNTEERS: ('volunteer' | 'organiser')[] = ['volunteer', 'organiser'];
const importId = 'nothing000';
const deed = { importId, requestId: requestId() };
const NO_MAPPING = {
  ...{ name: 0, idNumber: 1, idType: null, phone: null },
  ...{ county: null, township: null, community: null, registeredDay: null },
};

export const IMPORT_ROLES: Record<ImportProcedure, (typeof OFFICES)[number][] | typeof VOLUNTEERS> = {
  'import.beginImport': OFFICES,
  'import.addImportPart': OFFICES,
  'import.startReading': OFFICES,
  'import.chooseColumns': OFFICES,
  'import.confirmImport': OFFICES,
  'import.cancelImport': OFFICES,
  'import.undoImport': OFFICES,
  'import.getImport': OFFICES,
  'import.listImports': OFFICES,
  'import.listImportedRecords': OFFICES,
  'import.getImportedRecord': VOLUNTEERS,
  'import.objectToRecord': VOLUNTEERS,
};

export const IMPORT_INPUTS: { [Name in ImportProcedure]: InputOf<Name> } = {
  'import.beginImport': {
    requestId: requestId(),
    divisionCode: '513201',
    fileName: '花名册.xlsx',
    partCount: 1,
  },
  'import.addImportPart': { importId, part: 0, content: 'AAAA' },
  'import.startReading': deed,
  'import.chooseColumns': { ...deed, mapping: NO_MAPPING, usualCommunityCode: null },
  'import.confirmImport': deed,
  'import.cancelImport': deed,
  'import.undoImport': { ...deed, reason: '导错了文件' },
  'import.getImport': { importId },
  'import.listImports': { cursor: null },
  'import.listImportedRecords': { importId, cursor: null },
  'import.getImportedRecord': { shiftId: 'nothing000' },
  'import.objectToRecord': { requestId: requestId(), shiftId: 'nothing000', reason: '不是我做的' },
};

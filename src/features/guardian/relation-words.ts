import type { Relation } from '@domain/volunteer/guardianship';

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  parent: '父亲或母亲',
  grandparent: '祖父母或外祖父母',
  otherGuardian: '其他监护人',
};

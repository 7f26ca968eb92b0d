import { procedures, type ProcedureName } from './procedures';

/** Whether a name that came from outside is a procedure's; what every object inherits is none. */
export function isProcedureName(name: string): name is ProcedureName {
  return Object.prototype.hasOwnProperty.call(procedures, name);
}

/** 脱敏: what others may see of a person. */
export function redactName(name: string): string {
  const characters = Array.from(name);
  const first = characters[0] ?? '';
  return characters.length <= 1 ? '*' : first + '*'.repeat(Math.min(characters.length - 1, 2));
}

/** `**************1234`: the tail is enough to tell two people of one name apart. */
export function redactIdNumber(idNumber: string): string {
  return '*'.repeat(Math.max(0, idNumber.length - 4)) + idNumber.slice(-4);
}

/** `13812345678` → `138****5678` */
export function redactPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

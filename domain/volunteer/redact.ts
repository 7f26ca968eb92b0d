/** 脱敏: what others may see of a person. */
export function redactName(name: string): string {
  const characters = Array.from(name);
  const first = characters[0] ?? '';
  return characters.length <= 1 ? '*' : first + '*'.repeat(Math.min(characters.length - 1, 2));
}

/** `13812345678` → `138****5678` */
export function redactPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

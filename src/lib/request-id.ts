/**
 * Ids of commands, made by the client so that a retry is recognisable (AT1). They only have to differ from
 * each other; WeChat has no synchronous source of secure random numbers, and none is needed here.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const RANDOM_CHARACTERS = 20;

/** 28 or more characters: the time, then chance. */
export function newRequestId(): string {
  const chance = Array.from(
    { length: RANDOM_CHARACTERS },
    () => ALPHABET[Math.floor(Math.random() * 64)] ?? '0',
  );
  return `${Date.now().toString(36)}${chance.join('')}`;
}

import { PARAGRAPH_MAXIMUM, STORY_MAXIMUM_PARAGRAPHS } from '@contract/project.contract';

/** A line each; empty ones only part them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Why the story cannot be saved so; null when it can. */
export function problemOf(text: string): string | null {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return '请写至少一段。';
  if (paragraphs.length > STORY_MAXIMUM_PARAGRAPHS)
    return `现在有 ${String(paragraphs.length)} 段，最多 ${String(STORY_MAXIMUM_PARAGRAPHS)} 段。`;
  const short = paragraphs.findIndex((one) => one.length < 2);
  if (short >= 0) return `第 ${String(short + 1)} 段太短了，请至少写两个字。`;
  const long = paragraphs.findIndex((one) => one.length > PARAGRAPH_MAXIMUM);
  return long < 0 ? null : `第 ${String(long + 1)} 段太长了，请分成几段。`;
}

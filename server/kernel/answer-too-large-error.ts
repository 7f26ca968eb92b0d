/** The cloud refuses an answer above 1 MB: fewer rows of the same query can be read. */
export class AnswerTooLargeError extends Error {
  constructor() {
    super('the answer is larger than the cloud sends');
    this.name = 'AnswerTooLargeError';
  }
}

/** `npm run contract`: every procedure with the JSON Schemas of its input and output. */
import { describeContract } from '@contract/describe';

console.log(JSON.stringify(describeContract(), null, 2));

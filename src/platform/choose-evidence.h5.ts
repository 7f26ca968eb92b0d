import type { ChooseEvidence, EvidenceChoice } from './choose-evidence-types';

export type * from './choose-evidence-types';

/** By their endings, too: a spreadsheet's type is not known everywhere. */
const ACCEPT = { picture: 'image/*', paper: 'application/pdf', table: '.xlsx,.xls,.csv,.txt' } as const;
/** Enough to read a roster off a photograph. */
const LONGEST_SIDE = 1280;
const QUALITIES = [0.8, 0.6, 0.4];

function chooseFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const finish = () => {
      resolve(input.files?.[0]);
      input.remove();
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}

/** Of a data address: what follows the comma, and how much it holds. */
function choiceOf(name: string, dataUrl: string, maximumBytes: number): EvidenceChoice {
  const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1);
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  return bytes > maximumBytes
    ? { ok: false, reason: 'tooLarge' }
    : { ok: true, file: { name, base64, bytes } };
}

function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(new Error('an address was asked for'));
    };
    reader.onerror = () => {
      reject(new Error('the browser could not read the file'));
    };
    reader.readAsDataURL(file);
  });
}

/** Drawn anew: smaller, and without the place and the phone that a camera writes into its files. */
async function smallerPicture(file: File, maximumBytes: number): Promise<EvidenceChoice> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  let choice: EvidenceChoice = { ok: false, reason: 'tooLarge' };
  for (const quality of QUALITIES) {
    choice = choiceOf(file.name, canvas.toDataURL('image/jpeg', quality), maximumBytes);
    if (choice.ok) break;
  }
  return choice;
}

/** Lets the person choose or take a picture, or choose a PDF or a table. Never rejects. */
export const chooseEvidence: ChooseEvidence = async (kind, maximumBytes) => {
  const file = await chooseFile(ACCEPT[kind]);
  if (file === undefined) return { ok: false, reason: 'cancelled' };
  try {
    if (kind === 'picture') return await smallerPicture(file, maximumBytes);
    if (file.size > maximumBytes) return { ok: false, reason: 'tooLarge' };
    return choiceOf(file.name, await readAsDataUrl(file), maximumBytes);
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
};

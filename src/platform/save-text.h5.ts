/** Hands a text that the app made to the person as a file: the browser saves it. False: it could not. */
export function saveText(text: string, fileName: string): Promise<boolean> {
  try {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = fileName;
    document.body.appendChild(anchor);
    anchor.click();
    anchor.remove();
    // The browser has begun to read it by then; at once would be too early for some.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return Promise.resolve(true);
  } catch {
    return Promise.resolve(false);
  }
}

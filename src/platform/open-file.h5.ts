/** Hands a stored file to the person: the browser saves it. Resolves to whether it was begun. */
export function openFile(url: string, name: string): Promise<boolean> {
  const link = document.createElement('a');
  link.href = url;
  // Honoured on our own address only; elsewhere the file keeps the name it is stored under.
  link.download = name;
  link.rel = 'noopener';
  document.body.appendChild(link);
  link.click();
  link.remove();
  return Promise.resolve(true);
}

import './print.scss';

/** Whether a page can be put on paper here. */
export const canPrint: boolean = true;

/** Opens the browser's own print dialogue for the page as it stands. */
export function printPage(): void {
  window.print();
}

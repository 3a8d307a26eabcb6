// Hands a text to the reader as a file, made in the page: nothing is sent anywhere.

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the text by the time the page is idle again.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// Hands a file to the reader, made in the page: nothing is sent anywhere.

export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the file by the time the page is idle again.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

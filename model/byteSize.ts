/** How the size of a file is printed for readers on metered data. */

/** "214 kB", "2.1 MB"; in the units that telephone companies sell, 1,000 bytes a kilobyte. */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/csv': 'CSV',
  'text/plain': 'Text',
};

/** Short name of a kind of file: "PDF", else the ending of its name in capitals. */
export const fileKind = ({ mime, file }: { readonly mime: string; readonly file: string }): string =>
  names[mime] ?? (/\.([a-z0-9]{1,5})$/i.exec(file)?.[1] ?? 'file').toUpperCase();

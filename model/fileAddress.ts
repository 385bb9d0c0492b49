/** Addresses of sound, documents, video files and captions. */

/** A file of the newsroom as far as its address goes. */
type AddressedFile = { readonly hash: string; readonly file: string };

/** The file's own name, without folders: what a reader's device saves it as. */
export const fileNameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/**
 * Address of a file that articles play or offer: `/files/<hash>/<name>`. The hash is that of its bytes, so what lies there
 * never changes and may be kept for ever.
 */
export const fileAddress = ({ hash, file }: AddressedFile): string =>
  `/files/${hash}/${encodeURIComponent(fileNameOf(file).normalize('NFC'))}`;

/** Reads such an address; `name` is decoded. `undefined` for anything that `fileAddress` would not write in exactly this way. */
export const parseFileAddress = (address: string): { readonly hash: string; readonly name: string } | undefined => {
  const [, hash, encoded] = /^\/files\/([0-9a-f]{16,64})\/([^/]{1,300})$/.exec(address) ?? [];
  if (hash === undefined || encoded === undefined) return undefined;
  try {
    const name = decodeURIComponent(encoded);
    return fileAddress({ hash, file: name }) === address ? { hash, name } : undefined;
  } catch {
    return undefined;
  }
};

/** Makes a folder and those above it, one by one: Node's own way of doing so never ends where the system says no in `/proc`. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes `folder` where nothing lies there; throws what the system says where it cannot be made. */
export const makeFolder = (folder: string): void => {
  if (statSync(/*turbopackIgnore: true*/ folder, { throwIfNoEntry: false })) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(/*turbopackIgnore: true*/ folder);
  } catch (fault) {
    // Another process made it meanwhile; a link that leads nowhere is also "there", and no folder.
    if (!statSync(/*turbopackIgnore: true*/ folder, { throwIfNoEntry: false })) throw fault;
  }
};

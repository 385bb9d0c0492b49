/** The folder that the site writes to: made and tried at start, so that what is wrong with it is said once, in words. */
import { accessSync, constants, statSync } from 'node:fs';
import { makeFolder } from '#archive/makeFolder';
import { SettingFault } from './settings';

/** Makes the folder where it is new. Throws `SettingFault` where it cannot be made or written to. */
export const openDataFolder = (dataDir: string): void => {
  try {
    makeFolder(dataDir);
    if (!statSync(dataDir).isDirectory()) throw new Error('it is a file');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new SettingFault(
      `DATA_DIR is ${dataDir}, which this user cannot write to: ${why}. Name another folder, or give this user that one.`,
    );
  }
};

/** The safe side of pictures: an illegible file of facts that still says "withdrawn" hides its picture. */
import type { Database } from '#archive/database';

/** Hides the picture whose facts stand in `file` (`media/bridge.jpg.yaml`) at once. */
export const hidePhoto = (db: Database, file: string): void => {
  const known = db.one<{ data: string }>("select data from entity where kind = 'photo-facts' and file = ?", file);
  // Facts are what this archive wrote itself (`archive/store/documents.ts`).
  const facts = known ? (JSON.parse(known.data) as object) : {};
  db.run(
    "insert or replace into entity (kind, slug, file, sort, data) values ('photo-facts', ?, ?, '', ?)",
    file.replace(/\.yaml$/, ''),
    file,
    JSON.stringify({ ...facts, withdrawn: 0 }),
  );
};

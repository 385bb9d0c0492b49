/** The tables of `archive.db`. The file is derived from `content/`: a new shape gets a new number and is built afresh. */

/** Raised with each change of the tables; an archive with another number is emptied and built again from `content/`. */
export const schemaVersion = 13;

/** Largest moment that SQLite and JavaScript both hold exactly: "never" in columns of moments. */
export const never = Number.MAX_SAFE_INTEGER;

/**
 * `public_from` and `public_until` are the gate of `model/publication.ts` as two numbers, so that every list is one index
 * scan: a draft and a piece hidden by the safe side is public from `never`; withdrawal, expiry and `gone.yaml` are the end.
 * `list_size` counts the articles of each name of a list and of each month, hidden ones among them, as they come and go.
 * `stamp` is what the disk says of a file that has been read (`archive/store/stamps.ts`), empty where it must be read again.
 * `spelling` finds old addresses that are asked for in other letters or with their parameters in another order; one that
 * nothing has any more is looked up in vain and does no harm.
 * `month` and `elsewhere` (1 where a piece was first printed elsewhere) follow from the rest, for the index that sitemaps use.
 */
export const schema = `
create table edition (
  number integer primary key,
  at integer not null,
  changes text not null
);
create table document (
  file text primary key,
  kind text not null,
  hash text not null,
  stamp text not null default '',
  problems text not null,
  notes text not null,
  crossed text not null default '[]',
  take_down text,
  stands integer not null
) without rowid;
create index document_kinds on document (kind);
create index document_with_problems on document (file) where problems <> '[]' or crossed <> '[]';
create table reference (
  file text not null,
  what text not null,
  target text not null,
  base text not null,
  line integer not null,
  "column" integer not null,
  field text not null,
  needs text,
  at integer
);
create index reference_by_file on reference (file);
create index reference_by_target on reference (what, target);
create index reference_by_base on reference (base);
create table claim (
  address text not null,
  file text not null,
  how text not null,
  published_at integer not null,
  primary key (address, file, how)
) without rowid;
create index claim_by_file on claim (file);
create index claim_with_query on claim (address) where how = 'alias' and instr(address, '?') > 0;
create table article (
  id integer primary key,
  file text not null unique,
  address text not null unique,
  kind text not null,
  category text not null,
  published_at integer not null,
  changed_at integer not null,
  public_from integer not null,
  public_until integer not null,
  held integer not null default 0,
  minutes integer not null,
  body_hash text not null,
  headline_key text not null,
  data text not null,
  month text generated always as (substr(address, 1, 8)) virtual,
  elsewhere integer generated always as (json_extract(data, '$.origin') is not null) virtual
);
create index article_latest on article (published_at desc, id desc, public_from, public_until, kind);
create index article_in_category on article (category, published_at desc, id desc, public_from, public_until, kind);
create index article_of_kind on article (kind, published_at desc, id desc, public_from, public_until) where kind <> 'news';
create index article_in_month on article
  (month, published_at, id, elsewhere, changed_at, kind, public_from, public_until);
create index article_opens on article (public_from);
create index article_closes on article (public_until);
create table body (
  id integer primary key,
  tree text not null,
  facts text not null
);
create table words (
  id integer primary key,
  headline text not null,
  standfirst text not null,
  text text not null
);
create virtual table search using fts5 (
  headline, standfirst, text,
  content = 'words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
create table article_listed (
  list text not null,
  name text not null,
  published_at integer not null,
  id integer not null,
  part integer,
  label text,
  primary key (list, name, published_at desc, id desc)
) without rowid;
create index article_listed_by_id on article_listed (id);
create table list_size (
  list text not null,
  name text not null,
  articles integer not null,
  primary key (list, name)
) without rowid;
create trigger listed_in after insert on article_listed begin
  insert into list_size (list, name, articles) values (new.list, new.name, 1)
    on conflict do update set articles = articles + 1;
end;
create trigger filed_in after insert on article begin
  insert into list_size (list, name, articles)
    values ('category', new.category, 1), ('month', substr(new.address, 1, 8), 1)
    on conflict do update set articles = articles + 1;
end;
create trigger filed_out after delete on article begin
  update list_size set articles = articles - 1
    where (list, name) in (values ('category', old.category), ('month', substr(old.address, 1, 8)));
  delete from list_size
    where (list, name) in (values ('category', old.category), ('month', substr(old.address, 1, 8))) and articles = 0;
end;
create trigger listed_out after delete on article_listed begin
  update list_size set articles = articles - 1 where list = old.list and name = old.name;
  delete from list_size where list = old.list and name = old.name and articles = 0;
end;
create table correction (
  id integer not null,
  nth integer not null,
  on_moment integer not null,
  primary key (id, nth)
) without rowid;
create index correction_latest on correction (on_moment desc, id desc, nth desc);
create table live_entry (
  file text primary key,
  address text not null,
  at integer not null,
  data text not null
) without rowid;
create index live_entry_of on live_entry (address, at);
create index live_entry_at on live_entry (at);
create table turn (
  at integer not null,
  file text not null,
  primary key (at, file)
) without rowid;
create index turn_of on turn (file);
create table entity (
  kind text not null,
  slug text not null,
  file text not null,
  sort text not null,
  data text not null,
  body text,
  primary key (kind, slug)
) without rowid;
create table picture (
  file text primary key,
  base text not null,
  stamp text not null,
  hash text not null,
  width integer not null,
  height integer not null,
  colour text not null,
  fault text
) without rowid;
create index picture_by_hash on picture (hash);
create table asset (
  file text primary key,
  base text not null,
  stamp text not null,
  hash text not null,
  bytes integer not null,
  mime text not null,
  rows text
) without rowid;
create index asset_by_hash on asset (hash);
create table gone (
  address text primary key,
  on_moment integer not null,
  notice text,
  show text not null
) without rowid;
create table spelling (
  folded text not null,
  address text not null,
  primary key (folded, address)
) without rowid;
create table memory (
  address text primary key,
  became text not null,
  at integer not null,
  moved_to text,
  hash text,
  body_hash text,
  headline_key text,
  sketch text
) without rowid;
create index memory_with_query on memory (address) where instr(address, '?') > 0;
create index gone_with_query on gone (address) where instr(address, '?') > 0;
create table first_address (
  address text primary key,
  first text not null
) without rowid;
create index first_address_first on first_address (first);
create table changed (
  address text primary key,
  at integer not null
) without rowid;
create table setting (
  name text primary key,
  value text not null
) without rowid;
`;

"""Tables of `records.sqlite`.

The file is the truth of an archive: everything else can be rebuilt from it.

* ``state``: one row a property of the archive (format, analyzer fingerprint, generation of the Whoosh index);
* ``sealed``: name, size and checksum of the index files that the generation consists of;
* ``files``: files read, with what tells that they have not changed, and whether some of their articles are kept
  from another file that has them too;
* ``articles``: what is known of each article, and how many paragraphs and characters its text has. An article's
  number is never given twice: a new version of an article has a new number, so that numbers tell versions apart;
* ``texts``: its paragraphs and removed passages, exactly as shown, compressed. `store.texts` tells how the bytes are
  laid out, `store.compression` how they are compressed;
* ``dictionaries``: what the compression begins with, learnt from the archive's own text;
* ``labels``: the values of source, agency and section, numbered for the columns of the index.

Names, which the program finds by itself, are there too, because finding them takes long:

* ``recognitions``: what the model saw in a paragraph, by a digest of its text and of the model;
* ``cases``: how often a word stands in lower case, and capitalised elsewhere than at the start of a sentence;
* ``surfaces``: every spelling met, with the keys by which it is looked up (`analysis.name_keys`);
* ``named``: for each article its candidates, its mentions, and the surfaces whose decisions these rest on, as columns
  of numbers (`store.named`);
* ``decisions``: the type that a surface gets where a candidate was given one; none means that it is no name;
* ``acronyms``: short and long forms that an article defines;
* ``names``: the fullest names that articles give, and the entity that each belongs to;
* ``entities``: persons, places and organisations, with their counts; ``variants``: their spellings.

So are families, the groups of articles that give one text (`store.sketches`, `store.families`):

* ``sketches``: for each article a sample of the hashes of its text, by which articles of similar text are found, and
  whether it was compared with the others since it came or since a member of its family went;
* ``resemblances``: pairs of articles that were compared and share text, and how many words of each stand in the other;
* ``family_members``: for each article of a family the number of its first publication, and what it is to it;
* ``family_numbers``: the first two columns of that as two arrays, in one row, for every search to read.

And what sources print again and again, by which articles are freed of it (`store.repeated`):

* ``repetition_counts``: for each source how many articles were counted, and how many have each passage;
* ``repeated_passages``: digests of the passages that a source is known to repeat;
* ``repetition_revisions``: sources of which articles stored before that was known must be looked at again, with the
  last number that was, and the last that has to be.
"""

import sqlite3

FORMAT_VERSION = 4
"""Raise it with every change to these tables or to the index that older programs could not read."""

TABLES = """
create table state (name text primary key, value text not null) without rowid;
create table sealed (name text primary key, bytes integer not null, digest blob not null) without rowid;
create table files (
    number integer primary key,
    path text not null unique,
    digest blob not null,
    complete integer not null,
    doubles integer not null default 0
);
create table articles (
    number integer primary key autoincrement,
    id text not null unique,
    id_derived integer not null,
    file integer references files (number),
    digest blob not null,
    title text,
    date text,
    date_reason text,
    time text,
    source text,
    agency text,
    section text,
    authors text not null,
    language text,
    url text,
    page text,
    rights text,
    keywords text not null,
    identifiers text not null,
    path text,
    paragraphs integer not null,
    characters integer not null
);
create index articles_by_file on articles (file);
create table texts (
    article integer primary key references articles (number) on delete cascade,
    dictionary integer not null,
    body blob not null
);
create table dictionaries (number integer primary key, content blob not null);
create table labels (
    number integer primary key,
    field text not null,
    value text not null,
    unique (field, value)
);
create table recognitions (digest blob primary key, spans blob not null) without rowid;
create table cases (form text primary key, lower integer not null, capital integer not null) without rowid;
create table surfaces (
    number integer primary key,
    text text not null unique,
    folded text not null,
    sound text not null,
    surname text not null
);
create index surfaces_by_folded on surfaces (folded);
create index surfaces_by_sound on surfaces (sound) where sound != '';
create index surfaces_by_surname on surfaces (surname) where surname != '';
create table named (
    article integer primary key references articles (number) on delete cascade,
    candidates blob not null,
    mentions blob,
    heard blob
);
create table decisions (surface integer not null, given text not null, type text, primary key (surface, given))
    without rowid;
create table acronyms (
    article integer not null references articles (number) on delete cascade,
    short text not null,
    long text not null,
    primary key (article, short)
) without rowid;
create table names (
    number integer primary key,
    type text not null,
    text text not null,
    entity text,
    unique (type, text)
);
create table entities (
    id text primary key,
    type text not null,
    name text not null,
    mentions integer not null,
    paragraphs integer not null,
    articles integer not null,
    signed integer not null,
    first_date text,
    last_date text
) without rowid;
create table variants (
    entity text not null,
    surface integer not null references surfaces (number),
    mentions integer not null,
    primary key (entity, surface)
) without rowid;
create index variants_by_surface on variants (surface);
create table sketches (
    article integer primary key references articles (number) on delete cascade,
    words integer not null,
    hashes blob not null,
    compared integer not null default 0
);
create index sketches_waiting on sketches (article) where compared = 0;
create table resemblances (
    article integer not null references articles (number) on delete cascade,
    other integer not null references articles (number) on delete cascade,
    words integer not null,
    other_words integer not null,
    primary key (article, other)
) without rowid;
create index resemblances_by_other on resemblances (other);
create table family_members (
    article integer primary key references articles (number) on delete cascade,
    family integer not null,
    nearest integer,
    relation text not null,
    shared real not null,
    added integer not null,
    dropped integer not null
);
create index family_members_by_family on family_members (family);
create table family_numbers (articles blob not null, families blob not null);
create table repetition_counts (source text primary key, articles integer not null, counts blob not null);
create table repeated_passages (source text not null, digest integer not null, primary key (source, digest))
    without rowid;
create table repetition_revisions (source text primary key, done integer not null, last integer not null)
    without rowid;
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the empty tables of a new archive, in one transaction."""
    connection.executescript(f"begin;\n{TABLES}\ncommit;")

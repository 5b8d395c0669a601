"""Tables of `records.sqlite`.

The file is the truth of an archive: everything else can be rebuilt from it.

* ``state``: one row a property of the archive (format, analyzer fingerprint, generation of the Whoosh index);
* ``sealed``: name, size and checksum of the index files that the generation consists of;
* ``files``: files read, with what tells that they have not changed;
* ``articles``: what is known of each article, and how many paragraphs and characters its text has. An article's
  number is never given twice: a new version of an article has a new number, so that numbers tell versions apart;
* ``texts``: its paragraphs and removed passages, exactly as shown, compressed. `store.texts` tells how the bytes are
  laid out, `store.compression` how they are compressed;
* ``dictionaries``: what the compression begins with, learnt from the archive's own text;
* ``labels``: the values of source, agency and section, numbered for the columns of the index.
"""

import sqlite3

FORMAT_VERSION = 2
"""Raise it with every change to these tables or to the index that older programs could not read."""

TABLES = """
create table state (name text primary key, value text not null) without rowid;
create table sealed (name text primary key, bytes integer not null, digest blob not null) without rowid;
create table files (
    number integer primary key,
    path text not null unique,
    digest blob not null,
    complete integer not null
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
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the empty tables of a new archive, in one transaction."""
    connection.executescript(f"begin;\n{TABLES}\ncommit;")

"""Tables of `records.sqlite`.

The file is the truth of an archive: everything else can be rebuilt from it.

* ``state``: one row a property of the archive (format, analyzer fingerprint, generation of the Whoosh index);
* ``sealed``: name, size and checksum of the index files that the generation consists of;
* ``files``: files read, with what tells that they have not changed;
* ``articles``, ``paragraphs``, ``removed``: the records, texts exactly as shown. An article's number is never
  given twice: a new version of an article has a new number, so that numbers tell versions apart;
* ``forms``: every exact word form that the index knows, with its family key (stem) and its folded spelling;
* ``labels``: the values of source, agency and section, numbered for the columns of the index.
"""

import sqlite3

FORMAT_VERSION = 1
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
    words integer not null
);
create index articles_by_file on articles (file);
create table paragraphs (
    article integer not null references articles (number) on delete cascade,
    number integer not null,
    kind text not null,
    text text not null,
    primary key (article, number)
) without rowid;
create table removed (
    article integer not null references articles (number) on delete cascade,
    rank integer not null,
    after integer not null,
    rule text not null,
    text text not null,
    primary key (article, rank)
) without rowid;
create table forms (
    number integer primary key,
    form text not null unique,
    stem text not null,
    folded text not null
);
create index forms_by_folded on forms (folded);
create index forms_by_stem on forms (stem);
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

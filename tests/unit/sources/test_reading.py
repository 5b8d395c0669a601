import bz2
import gzip
import io
import json
import lzma
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles, read_stream

RECORD = {
    "id": "r1",
    "title": "Le port rouvre",
    "date": "2015-03-03",
    "source": "Le Courrier (AFP)",
    "time": "18h36",
    "url": "https://exemple.fr/r1",
    "section": "monde",
    "text": "Le port a rouvert.\n\nLes quais sont pleins.",
}
LINE = json.dumps(RECORD) + "\n"


def read(data, *, name="a", columns=None):
    data = data.encode() if isinstance(data, str) else data
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions(columns=columns or {})))


def reasons(results):
    return [(result.line, result.reason) for result in results if isinstance(result, Failure)]


def test_a_json_line_gives_all_that_it_states():
    (article,) = read(LINE)
    assert (article.id, article.id_derived, article.title) == ("r1", False, "Le port rouvre")
    assert (article.date, article.date_reason, article.time) == (date(2015, 3, 3), None, "18:36")
    assert (article.source, article.agency, article.section) == ("Le Courrier (AFP)", "AFP", "monde")
    assert [(p.number, p.kind, p.text) for p in article.paragraphs] == [
        (1, Kind.TITLE, "Le port rouvre"),
        (2, Kind.BODY, "Le port a rouvert."),
        (3, Kind.BODY, "Les quais sont pleins."),
    ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress, bz2.compress], ids=["plain", "gz", "xz", "bz2"])
def test_a_file_is_decompressed_by_its_content(pack):
    assert [article.id for article in read(pack(LINE.encode()))] == ["r1"]


@pytest.mark.parametrize(
    "text",
    [json.dumps(RECORD), json.dumps(RECORD, indent=2), json.dumps([RECORD], indent=2), json.dumps([RECORD])],
    ids=["object", "object on lines", "array on lines", "array"],
)
def test_one_object_or_one_array_is_read(text):
    assert [article.id for article in read(text)] == ["r1"]


def test_a_bad_json_line_is_a_failure_and_the_others_are_read():
    results = read(LINE + '{"id": \nnull\n{"title": "seul"}\n\n' + LINE.replace("r1", "r2"), name="a.jsonl")
    assert [result.id for result in results if isinstance(result, Article)] == ["r1", "r2"]
    assert [line for line, _ in reasons(results)] == [2, 3, 4]
    assert "--map text=clé" in reasons(results)[2][1]


def test_json_nested_beyond_reason_is_a_failure():
    results = read('{"text": ' + "[" * 200_000 + "\n" + LINE, name="a.jsonl")
    assert [type(result) for result in results] == [Failure, Article]


def test_a_record_without_id_has_one_derived_from_its_place():
    line = '{"text": "Le port a rouvert."}\n'
    assert [(article.id, article.id_derived) for article in read(line * 2)] == [("a", True), ("a#2", True)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_the_delimiter_of_a_table_is_found(delimiter):
    table = delimiter.join(["titre", "chapo", "auteur", "texte"]) + "\n"
    table += delimiter.join(["Le port", "Il rouvre.", "Jeanne Dupont", '"Enfin, dit; elle."']) + "\n"
    (article,) = read(table)
    assert [(p.kind, p.text) for p in article.paragraphs] == [
        (Kind.TITLE, "Le port"),
        (Kind.LEAD, "Il rouvre."),
        (Kind.BODY, "Enfin, dit; elle."),
    ]
    assert article.authors == ("Jeanne Dupont",)


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ("Loire, vallée de la ; crues", ("Loire, vallée de la", "crues")),
        ("crues, digues, crues", ("crues", "digues")),
        (["crues", "digues"], ("crues", "digues")),
    ],
    ids=["semicolons", "commas", "a list"],
)
def test_page_rights_and_keywords_are_read(keywords, expected):
    record = {"texte": "Le port a rouvert.", "page": "A 12", "droits": "© Le Quai", "Mots-clés": keywords}
    (article,) = read(json.dumps(record))
    assert (article.page, article.rights, article.keywords) == ("A 12", "© Le Quai", expected)


def test_the_line_by_which_excel_names_the_delimiter_is_passed_over():
    assert [article.title for article in read("sep=;\ntitre;texte\nLe port;Il rouvre.\n", name="a.csv")] == ["Le port"]


def test_a_column_can_be_chosen():
    (article,) = read("titre,blabla\nLe port,Il rouvre.\n", name="a.csv", columns={"text": "blabla"})
    assert article.paragraphs[1].text == "Il rouvre."


def test_a_table_without_text_column_is_a_failure_that_says_how_to_map():
    ((line, reason),) = reasons(read("titre,blabla\nx,y\n", name="a.csv"))
    assert line is None
    assert "titre, blabla" in reason
    assert "--map text=colonne" in reason


def test_a_bad_row_is_a_failure_and_the_others_are_read():
    results = read('titre,texte\na,b,c,d\nx,\n"e"f,g\nLe port,Il rouvre.\n', name="a.csv")
    assert [line for line, _ in reasons(results)] == [2, 3, 4]
    assert [result.title for result in results if isinstance(result, Article)] == ["Le port"]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("Un.\n\nDeux.", ["Un.", "Deux."], id="blank lines"),
        pytest.param("Un " * 40 + "\n" + "Deux " * 40, [("Un " * 40).strip(), ("Deux " * 40).strip()], id="long lines"),
        pytest.param("Les noms :\n\n1. Léa\n 2. Tom", ["Les noms :", "1. Léa\n2. Tom"], id="a list"),
    ],
)
def test_a_field_is_cut_into_paragraphs(text, paragraphs):
    (article,) = read(json.dumps({"text": text}))
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "fichier vide"),
        (b"Rar!\x1a\x07\x00", "rar non lu : décompressez le fichier"),
        (b"\x00\x01\x02" * 100, "format non reconnu (binaire) : "),
        (b"<?xml version='1.0'?><inconnu>", "xml de racine « inconnu » non reconnu"),
        (bz2.compress(LINE.encode() * 1000)[:-20], "compression abîmée"),
        (b"BZhnon", "compression abîmée"),
        (gzip.compress(LINE.encode() * 1000)[:-20], "compression abîmée"),
        (lzma.compress(LINE.encode())[:-20], "compression abîmée"),
        (b"\x1f\x8bnon", "compression abîmée"),
    ],
    ids=["empty", "rar", "nul bytes", "xml", "cut bzip2", "false bzip2", "cut gzip", "cut xz", "false gzip"],
)
def test_what_cannot_be_read_is_one_failure(data, reason):
    failures = [result for result in read(data) if isinstance(result, Failure)]
    assert len(failures) == 1
    assert failures[0].reason.startswith(reason)


def test_the_id_of_a_file_is_its_place_under_the_root(tmp_path):
    path = tmp_path / "presse" / "2015" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("Le port a rouvert.")
    (article,) = read_articles(path, root=tmp_path / "presse", options=ReadOptions())
    assert (article.id, article.id_derived, article.path) == ("presse/2015/a.txt", True, str(path))
    (alone,) = read_articles(path, root=path, options=ReadOptions())
    assert alone.id == "a.txt"


def test_an_absent_file_is_a_failure(tmp_path):
    (failure,) = read_articles(tmp_path / "absent.txt", root=tmp_path, options=ReadOptions())
    assert failure.reason.startswith("introuvable")


def test_a_folder_is_a_failure(tmp_path):
    (failure,) = read_articles(tmp_path, root=tmp_path, options=ReadOptions())
    assert failure.reason.startswith("est un dossier")


def test_the_bytes_read_are_told_as_they_go(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(LINE * 3)
    positions = []
    list(read_articles(path, root=path, options=ReadOptions(), on_read=positions.append))
    assert positions[-1] == path.stat().st_size


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(str.encode),
    st.sampled_from(["a", "a.csv", "a.jsonl"]),
)
def test_any_bytes_give_articles_or_failures(data, name):
    assert all(isinstance(result, Article | Failure | Skipped) for result in read(data, name=name))

"""Articles of an archive are written as a query finds them, or as a list names them."""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date as Date

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.archive.exporting import Export, ExportOptions, ExportProgress, ExportReport
from archive_search.errors import InstallationError, QueryError
from archive_search.exports.export_format import ExportFormat


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    text = "Le bac de Brévan ne passe plus depuis que la crue a emporté la rampe de la rive gauche, a dit la mairie."
    with Archive.create(tmp_path_factory.mktemp("exports") / "archive") as archive:
        archive.add_articles(
            make_article(
                f"a{number}", text, f"Pont {number}.", title=f"Le bac {number}", date=Date(2017, 3, 9 - number)
            )
            for number in range(1, 4)
        )
        archive.add_articles([make_article("b", "Le ponton <b>rouvre</b>.", source="Le Phare")])
        yield archive


def export(
    archive: Archive, what: object, output_format: ExportFormat = ExportFormat.JSON, **options: object
) -> tuple[str, ExportReport]:
    stream = io.BytesIO()
    asked = {name: options.pop(name) for name in ("sources", "any_word") if name in options}
    output = ExportOptions(format=output_format, **options)  # type: ignore[arg-type]
    report = archive.export(what, stream, output=output, **asked)  # type: ignore[arg-type]
    return stream.getvalue().decode(errors="replace"), report


def ids_in(document: str) -> list[str]:
    return [article["article"] for article in json.loads(document)["articles"]]


def test_all_articles_of_a_query_are_written_reprints_too(archive: Archive) -> None:
    document, report = export(archive, "bac")
    assert (sorted(ids_in(document)), report) == (["a1", "a2", "a3"], ExportReport(3))


@pytest.mark.parametrize(("sort", "ids"), [("newest", ["a1", "a2", "a3"]), ("oldest", ["a3", "a2", "a1"])])
def test_they_stand_in_the_order_asked_for(archive: Archive, sort: str, ids: list[str]) -> None:
    assert ids_in(export(archive, "bac", sort=sort)[0]) == ids


def test_by_relevance_they_stand_as_in_a_search(archive: Archive) -> None:
    found = [hit.article.id for hit in archive.search('"Pont 2" OU bac', fold=False)]
    assert ids_in(export(archive, '"Pont 2" OU bac')[0]) == found


def test_a_tree_is_a_query_too(archive: Archive) -> None:
    assert ids_in(export(archive, archive.parse("ponton").tree)[0]) == ["b"]


def test_options_narrow_a_query(archive: Archive) -> None:
    assert ids_in(export(archive, "", sources=["Le Phare"])[0]) == ["b"]


def test_articles_of_a_list_stand_in_its_order_each_once(archive: Archive) -> None:
    document, report = export(archive, ["a2", "b", "a2", "a1"])
    assert (ids_in(document), report.articles) == (["a2", "b", "a1"], 3)


@pytest.mark.parametrize("output_format", [ExportFormat.JSON, ExportFormat.HTML], ids=str)
def test_what_the_archive_does_not_have_is_left_out_and_told(archive: Archive, output_format: ExportFormat) -> None:
    _document, report = export(archive, ["parti", "b"], output_format)
    assert report == ExportReport(1, ("parti",))


def test_a_review_marks_what_the_query_found_and_names_it(archive: Archive) -> None:
    document, _report = export(archive, "ponton rouvre", ExportFormat.HTML, made=Date(2017, 3, 4))
    assert "Le <mark>ponton</mark> &lt;b&gt;<mark>rouvre</mark>&lt;/b&gt;." in document
    assert '<p class="subject">Recherche\u00a0: ponton ET rouvre</p>' in document
    assert "Document établi le 4 mars 2017" in document


def test_a_review_of_a_list_has_no_marks_and_the_title_given(archive: Archive) -> None:
    document, _report = export(archive, ["b"], ExportFormat.HTML, title="Le\nponton\x07", subject="Pour le maire")
    assert "<h1>Le ponton</h1>" in document
    assert '<p class="subject">Pour le maire</p>' in document
    assert "<mark>" not in document


def test_what_is_doubtful_in_a_query_is_told(archive: Archive) -> None:
    assert export(archive, '"ponton')[1].warnings == archive.parse('"ponton').warnings != ()


def test_a_query_that_cannot_be_run_writes_nothing(archive: Archive) -> None:
    stream = io.BytesIO()
    with pytest.raises(QueryError):
        archive.export("titre:", stream, output=ExportOptions(format=ExportFormat.JSON))
    assert stream.getvalue() == b""


def test_without_the_extra_nothing_is_written(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    stream = io.BytesIO()
    with pytest.raises(InstallationError, match="archive-search"):
        archive.export("bac", stream, output=ExportOptions(format=ExportFormat.DOCX))
    assert stream.getvalue() == b""


def test_progress_is_told_after_each_article(archive: Archive) -> None:
    told: list[ExportProgress] = []
    export(archive, ["a1", "b"], on_progress=told.append)
    assert told == [ExportProgress(1, 2), ExportProgress(2, 2)]


def test_more_articles_than_a_page_holds_are_all_written(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive_search.archive.exporting._PAGE", 2)
    assert ids_in(export(archive, "bac OU ponton", sort="newest")[0]) == ["a1", "a2", "a3", "b"]


def test_an_export_knows_how_many_articles_it_has_before_it_reads_any(archive: Archive) -> None:
    begun = Export(archive, "bac", output=ExportOptions(format=ExportFormat.RIS), asked={})
    assert (begun.total, begun.report().articles) == (3, 0)
    assert b"".join(begun.blocks()).count(b"TY  - ") == begun.report().articles == 3

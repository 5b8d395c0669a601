"""A report says what was done, for people and for programs."""

import json
from datetime import date
from typing import Any

from archive_search.archive.report import AddReport
from archive_search.engines.local_writing import Change
from archive_search.records import Article, Failure, Kind, Paragraph, RemovedText


def article(**values: Any) -> Article:
    return Article(id="a", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text="Le pont rouvre."),), **values)


def test_a_report_counts_what_became_of_articles() -> None:
    report = AddReport()
    for change in (Change.ADDED, Change.ADDED, Change.REPLACED, Change.UNCHANGED, Change.REFUSED):
        report.count(change, article())
    assert (report.added, report.replaced, report.unchanged, report.articles) == (2, 1, 1, 4)


def test_a_report_counts_what_articles_state_and_what_was_taken_out_of_them() -> None:
    report = AddReport()
    removed = (RemovedText(after=1, rule="partage", text="Partager"), RemovedText(after=1, rule="partage", text="X"))
    report.count(Change.ADDED, article(source="Le Quai", date=date(2015, 3, 3), language="fr", removed=removed))
    report.count(Change.REPLACED, article(source="Le Quai"))
    report.count(Change.UNCHANGED, article(source="Ailleurs"))
    found = report.to_dict()
    assert found["sources"] == [{"name": "Le Quai", "count": 2}]
    assert found["years"] == [{"name": 2015, "count": 1}, {"name": None, "count": 1}]
    assert found["languages"] == [{"name": None, "count": 1}, {"name": "fr", "count": 1}]
    assert found["removed_by_rule"] == [{"name": "partage", "count": 2}]


def test_a_report_is_plain_json() -> None:
    report = AddReport(added=1, failures=[Failure(path="a.csv", line=3, reason="ligne coupée")], missing=["b.txt"])
    found = json.loads(json.dumps(report.to_dict()))
    assert (found["version"], found["added"], found["missing"]) == (1, 1, ["b.txt"])
    assert found["failures"] == [{"path": "a.csv", "line": 3, "reason": "ligne coupée"}]

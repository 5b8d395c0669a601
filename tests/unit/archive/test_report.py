"""A report says what was done, for people and for programs."""

import json

from archive_search.archive.report import AddReport
from archive_search.engines.local_writing import Change
from archive_search.records import Failure


def test_a_report_counts_what_became_of_articles() -> None:
    report = AddReport()
    for change in (Change.ADDED, Change.ADDED, Change.REPLACED, Change.UNCHANGED, Change.REFUSED):
        report.count(change)
    assert (report.added, report.replaced, report.unchanged, report.articles) == (2, 1, 1, 4)


def test_a_report_is_plain_json() -> None:
    report = AddReport(added=1, failures=[Failure(path="a.csv", line=3, reason="ligne coupée")], missing=["b.txt"])
    found = json.loads(json.dumps(report.to_dict()))
    assert (found["version"], found["added"], found["missing"]) == (1, 1, ["b.txt"])
    assert found["failures"] == [{"path": "a.csv", "line": 3, "reason": "ligne coupée"}]

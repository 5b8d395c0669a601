"""Tell on standard error what a run of indexing did."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from archive_search.cli.lines import print_message
from archive_search.cli.wording import count_each, decimal
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search.archive.report import AddReport

_FAILURES_SHOWN = 200
_VALUES_SHOWN = 8
_UNSTATED = "non indiqué"


def print_report(report: "AddReport") -> None:
    """Tell what failed, then the sum of the run, then what its articles are."""
    for failure in report.failures[:_FAILURES_SHOWN]:
        print_message(f"échec : {failure}")
    hidden = len(report.failures) - _FAILURES_SHOWN
    if hidden > 0:
        print_message(f"… et {count_things(hidden, 'autre échec')} (--format json les donne tous)")
    for path in report.missing:
        print_message(f"disparu : {path} (ses articles restent ; --remove-missing les retire)")
    print_message(describe_interruption(report) if report.interrupted else describe_run(report))
    for line in describe_content(report):
        print_message(line)


def describe_content(report: "AddReport") -> list[str]:
    """Say what the articles added or replaced are, one line for each thing that is known."""
    skipped = Counter(skipped.reason for skipped in report.skipped)
    lines = {
        "laissé de côté": list_counts(skipped),
        "sources": list_counts(report.sources),
        "années": list_counts(report.years, by_name=True),
        "langues": list_counts(report.languages),
        "retiré": list_counts(report.rules),
        "familles": _describe_families(report) if report.sources else "",
    }
    return [f"{name} : {content}" for name, content in lines.items() if content]


def list_counts(counted: Mapping[Any, int], *, by_name: bool = False) -> str:
    """List values with their counts, the most frequent first or in order, and how many others there are."""
    if not any(value is not None for value in counted):
        return ""
    order = sorted(counted.items(), key=lambda item: (item[0] is None, -item[1], str(item[0])))
    shown = order[:_VALUES_SHOWN]
    if by_name:
        shown.sort(key=lambda item: (item[0] is None, item[0]))
    parts = [f"{_UNSTATED if value is None else value} ({group_digits(count)})" for value, count in shown]
    others = len(order) - len(shown)
    return ", ".join(parts) + (f" et {count_things(others, 'autre')}" if others else "")


def _describe_families(report: "AddReport") -> str:
    if not report.families:
        return ""
    return f"{group_digits(report.families)} dans l'archive, de {count_things(report.members, 'article')} en tout"


def describe_interruption(report: "AddReport") -> str:
    """Say what a run that was stopped has kept."""
    again = "relancez la même commande pour continuer"
    if not report.committed:
        return f"interrompu : l'archive est comme avant ; {again}"
    kept = "est enregistré" if report.committed == 1 else "sont enregistrés"
    return f"interrompu : {count_things(report.committed, 'article')} {kept} ; {again}"


def describe_run(report: "AddReport") -> str:
    """Say what a run did, without the counts that are 0."""
    changes = count_each(
        (report.added, "article ajouté"), (report.replaced, "article remplacé"), (report.removed, "article retiré")
    )
    others = count_each(
        (report.unchanged, "article inchangé"),
        (report.revised, "article nettoyé"),
        (report.doubles, "doublon"),
        (report.files_read, "fichier lu"),
        (report.files_unchanged, "fichier inchangé"),
        (len(report.skipped), "fichier laissé"),
        (len(report.failures), "échec"),
    )
    seconds = f"{decimal(report.seconds)} s"
    if report.added + report.replaced and report.seconds:
        seconds += f", {group_digits(round(report.articles / report.seconds))} articles/s"
    return " ; ".join(filter(None, (changes or "rien de nouveau", others, seconds)))

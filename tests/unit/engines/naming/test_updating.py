"""Names follow the articles and the corrections, and are the same whichever way the archive came about."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.engines.naming.report import NamingOptions, NamingProgress, Stage
from archive_search.errors import AliasError
from archive_search.records import Entity, EntityType
from engines.articles import make_article
from engines.naming.conftest import ARTICLES
from engines.processes import run


def known(archive: Archive) -> list[Entity]:
    return [archive.entity(entity.id).entity for entity in archive.entities(limit=1000).entities]


def mentions(archive: Archive, article_id: str) -> list[tuple[int, str, str]]:
    return [(each.paragraph, each.surface, each.entity) for each in archive.names(article_id).mentions]


def ids_of(archive: Archive, query: str) -> set[str]:
    return {hit.article for hit in archive.rank(query).hits}


def test_mentions_have_place_name_role_and_origin(named: Archive) -> None:
    found = {(each.surface, each.name, each.role.value) for each in named.names("a1").mentions}
    assert {
        ("MOSCOU", "Moscou", "dateline"),
        ("Reuters", "Reuters", "agency"),
        ("Sergueï Choïgou", "Sergueï Choïgou", "text"),
        ("Choïgou", "Sergueï Choïgou", "text"),
        ("Kremlin", "Kremlin", "text"),
        ("Anna Lindqvist", "Anna Lindqvist", "byline"),
    } <= found


def test_every_mention_stands_where_it_says(named: Archive) -> None:
    for article in ARTICLES.values():
        for each in named.names(article.id).mentions:
            assert article.paragraphs[each.paragraph - 1].text[each.span.start : each.span.end] == each.surface


def test_variants_of_two_articles_are_one_person(named: Archive) -> None:
    assert ids_of(named, "personne:Shoigu") == ids_of(named, 'personne:"Sergueï Choïgou"') == {"a1", "a2"}


def test_a_reference_leads_to_the_other_dispatch(named: Archive) -> None:
    [reference] = named.names("a1").references
    assert (reference.surface, reference.article) == ("nL5N1234AB", "nL5N1234AB")


def test_what_is_read_once_is_not_read_again(named: Archive) -> None:
    named.remove(["a2"])
    named.add_articles([ARTICLES["a2"]])
    report = named.update_entities()
    assert (report.recognised, report.settled, report.waiting) == (0, 1, 0)


@pytest.mark.parametrize("seed", range(3))
def test_an_archive_made_in_several_runs_is_the_same_as_one_made_at_once(
    read_archive: Path, named: Archive, seed: int
) -> None:
    order = random.Random(seed).sample(sorted(ARTICLES), len(ARTICLES))
    named.remove(order[1:])
    for some in (order[1:3], order[3:]):
        named.add_articles([ARTICLES[each] for each in some])
        named.update_entities()
    with Archive.open(read_archive) as whole:
        assert known(named) == known(whole)
        assert all(mentions(named, each) == mentions(whole, each) for each in ARTICLES)


def test_working_it_all_out_afresh_changes_nothing(read_archive: Path, named: Archive) -> None:
    report = named.update_entities(options=NamingOptions(afresh=True))
    assert (report.recognised, report.settled) == (0, len(ARTICLES))
    with Archive.open(read_archive) as whole:
        assert known(named) == known(whole)


def test_nothing_to_do_commits_nothing(named: Archive, named_folder: Path) -> None:
    before = sorted(path.name for path in (named_folder / "whoosh").iterdir())
    report = named.update_entities()
    assert (report.recognised, report.settled) == (0, 0)
    assert sorted(path.name for path in (named_folder / "whoosh").iterdir()) == before


def test_names_stay_while_text_is_added_without_them(named: Archive) -> None:
    named.add_articles([make_article("neuf", "Choïgou est revenu.")])
    assert ids_of(named, "personne:Shoigu") == {"a1", "a2"}
    assert not named.names("neuf").is_settled


def test_the_counts_follow_an_article_that_is_removed(named: Archive) -> None:
    named.remove(["a2"])
    assert named.entity("Sergueï Choïgou").entity.articles == 1
    assert ids_of(named, "personne:Shoigu") == {"a1"}


def test_a_name_that_is_gone_with_its_article_is_no_longer_known(named: Archive) -> None:
    named.remove(["nL5N1234AB"])
    assert named.entities("Merkel").total == 0


def test_rebuilding_keeps_the_names(named: Archive) -> None:
    before = known(named)
    named.rebuild()
    assert known(named) == before
    assert ids_of(named, "personne:Shoigu") == {"a1", "a2"}
    assert named.check() == []
    assert named.update_entities().settled == 0


def test_rebuilding_with_other_rules_of_analysis_places_the_names_anew(named: Archive, named_folder: Path) -> None:
    query = "personne:Choïgou ADJ/1 promis"
    assert ids_of(named, "personne:Choïgou PRES/2 promis") == {"a1"}
    named.close()
    with closing(sqlite3.connect(named_folder / "records.sqlite")) as connection:
        connection.execute("update state set value = 'other rules' where name = 'analyzer_fingerprint'")
        connection.commit()
    with Archive.open(named_folder) as archive:
        archive.rebuild()
        assert ids_of(archive, query.replace("ADJ/1", "PRES/2")) == {"a1"}


def test_an_archive_with_names_is_sound(named: Archive) -> None:
    assert named.check() == []


def test_progress_is_told_in_order(named: Archive) -> None:
    told: list[NamingProgress] = []
    named.add_articles([make_article("neuf", "Le maire de Doriac, Jean Ferrand, a inauguré la halle.")])
    named.update_entities(options=NamingOptions(on_progress=told.append))
    assert [each.stage for each in told] == sorted((each.stage for each in told), key=list(Stage).index)
    assert all(0 <= each.done <= each.total for each in told)
    assert {each.stage for each in told} == set(Stage)


@pytest.mark.parametrize("moment", ["after the first batch", "before the resolution", "before the commit"])
def test_a_killed_run_is_continued_by_the_next(read_archive: Path, tmp_path: Path, moment: str) -> None:
    folder = tmp_path / "killed"
    with Archive.create(folder, workers=1) as archive:
        archive.add_articles(ARTICLES.values())
    run("die_naming", folder, moment, status=9)
    with Archive.open(folder, workers=1) as archive, Archive.open(read_archive) as whole:
        assert archive.search("Choïgou").total == whole.search("Choïgou").total
        report = archive.update_entities()
        assert report.recognised == (0 if moment != "after the first batch" else report.recognised)
        assert known(archive) == known(whole)
        assert archive.check() == []


def test_a_contradiction_is_told_and_the_rest_applied(named: Archive, named_folder: Path) -> None:
    (named_folder / "aliases.toml").write_text(
        """
        [[merge]]
        type = "person"
        name = "Mouammar Kadhafi"
        variants = ["Moammar Gadhafi"]

        [[split]]
        type = "person"
        name = "Mouammar Kadhafi"
        variants = ["Moammar Gadhafi"]

        [[hide]]
        type = "org"
        name = "Kremlin"
        """,
        encoding="utf-8",
    )
    report = named.update_entities()
    assert len(report.faults) == 1
    assert "Gadhafi" in report.faults[0]
    assert named.entities("Kremlin").total == 0
    assert named.entities("Gadhafi").total == named.entities("Kadhafi").total == 1


def test_a_file_of_corrections_that_cannot_be_read_changes_nothing(named: Archive, named_folder: Path) -> None:
    (named_folder / "aliases.toml").write_text("[[merge]\n", encoding="utf-8")
    before = known(named)
    with pytest.raises(AliasError, match="ligne 1"):
        named.update_entities()
    assert known(named) == before


def test_a_spelling_of_a_correction_is_found_in_the_text(named: Archive, named_folder: Path) -> None:
    (named_folder / "aliases.toml").write_text(
        '[[retype]]\nname = "pommes de terre"\nfrom = "place"\nto = "org"\n', encoding="utf-8"
    )
    named.update_entities()
    [mention] = named.names("sans").mentions
    assert (mention.surface, mention.type, mention.origin.value) == ("pommes de terre", EntityType.ORG, "alias")


def test_an_undone_correction_leaves_no_trace(read_archive: Path, named: Archive, named_folder: Path) -> None:
    (named_folder / "aliases.toml").write_text(
        '[[merge]]\ntype = "person"\nname = "Le Guide"\nvariants = ["Moammar Gadhafi", "Mouammar Kadhafi"]\n',
        encoding="utf-8",
    )
    named.update_entities()
    assert named.entity("Le Guide").entity.articles == 2
    (named_folder / "aliases.toml").unlink()
    named.update_entities()
    with Archive.open(read_archive) as whole:
        assert known(named) == known(whole)


def test_a_copy_of_an_archive_needs_no_model(named_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(named_folder, tmp_path / "copy"))
    with Archive.open(copy) as archive:
        assert archive.update_entities(options=NamingOptions(recognise=False)).recognised == 0

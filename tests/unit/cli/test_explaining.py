import json
from pathlib import Path

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.cli.explanation_text import describe_article, describe_word
from archive_search.records import Entity, EntityType, Variant
from archive_search.search.explanation import ExplainedArticle, ExplainedWord, FormCount, FormOrigin, LeafKind
from archive_search.search.score_parts import PairScore, ParagraphScore, ScoreParts, TermScore, WordScore
from cli.conftest import Run, RunProcess


def word(text: str, kind: LeafKind = LeafKind.WORD, **known: object) -> ExplainedWord:
    return ExplainedWord(text=text, kind=kind, **{"articles": 2, "occurrences": 30, **known})  # type: ignore[arg-type]


def form(spelling: str, origin: FormOrigin, occurrences: int) -> FormCount:
    return FormCount(form=spelling, origin=origin, occurrences=occurrences, articles=1)


def test_a_query_is_drawn_with_its_parts_then_its_words(run: Run) -> None:
    result = run("explain", "Brévan", "(port", "OU", "digue)")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:7] == [
        "Interprété : Brévan ET (port OU digue)",
        "",
        "ET  2 articles",
        "  Brévan  2 articles",
        "  OU  4 articles",
        "    port  3 articles",
        "    digue  2 articles",
    ]
    assert result.stdout.splitlines()[7:10] == ["", "Brévan  2 articles, 3 fois", "  exactement : brévan 3"]


def test_a_single_word_is_said_once(run: Run) -> None:
    assert run("explain", "digue").stdout.splitlines() == [
        "Interprété : digue",
        "",
        "digue  2 articles, 3 fois",
        "  exactement : digue 3",
    ]


def test_a_filter_alone_has_its_articles(run: Run) -> None:
    assert run("explain", 'source:"Le Phare"').stdout.splitlines()[-1] == 'source:"Le Phare"  2 articles'


def test_relatives_are_set_apart_with_the_key_that_drops_them(tmp_path: Path, run: Run) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([make_article("a1", "Le marché ouvre. Les marchés suivent.")])
    result = run("explain", "marché", env={"ARCHIVE_SEARCH_INDEX": str(tmp_path / "archive")})
    assert result.stdout.splitlines()[2:] == [
        "marché  1 article, 2 fois",
        "  exactement : marché 1",
        "  par la famille : marchés 1 — pour les écarter, tapez =marché",
    ]


def test_one_of_several_accents_can_be_kept() -> None:
    forms = (form("cote", FormOrigin.EXACT, 1200), form("côte", FormOrigin.EXACT, 3))
    line = "  exactement : cote 1\u202f200, côte 3 — pour n'en garder qu'une, tapez =cote"
    assert list(describe_word(word("cote", forms=forms)))[1] == line


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (FormOrigin.TRUNCATION, "  par la troncature : syrien 4"),
        (FormOrigin.TOLERANCE, "  par la tolérance : syrien 4"),
    ],
)
def test_forms_of_a_truncation_or_tolerance_are_called_so(origin: FormOrigin, line: str) -> None:
    described = list(describe_word(word("syri*", forms=(form("syrien", origin, 4),), forms_left_out=2)))
    assert described[1:] == [line, "  … et 2 autres formes"]


def test_a_word_that_is_nowhere_is_said_to_be() -> None:
    assert list(describe_word(word("Palerme", articles=0, occurrences=0))) == ["Palerme  dans aucun article"]


def test_a_name_has_its_entities_and_spellings(run_named: Run) -> None:
    lines = run_named("explain", 'personne:"Bachar el-Assad"').stdout.splitlines()
    assert lines[2].startswith('personne:"Bachar el-Assad"  ')
    assert lines[3].startswith("  Bachar el-Assad · personne · person:bachar-el-assad · ")
    assert "Bachar al-Assad" in lines[3]


def test_many_spellings_are_cut_short() -> None:
    variants = tuple(Variant(f"Nom {number}", 1) for number in range(23))
    entity = Entity(
        id="person:nom", type=EntityType.PERSON, name="Nom", mentions=0, paragraphs=0, articles=0, signed=1,
        variants=variants,
    )  # fmt: skip
    lines = list(describe_word(word('personne:"Nom"', LeafKind.NAME, entities=(entity,), entities_left_out=1)))
    assert lines[1].startswith("  Nom · personne · person:nom · 1 signature : Nom 0 1, Nom 1 1, ")
    assert lines[1].endswith(", Nom 19 1, … et 3 autres")
    assert lines[2] == "  … et 1 autre nom"


def test_a_score_is_a_sum_with_what_earns_most_first() -> None:
    family = TermScore(frequency=4.2, articles=12, idf=1.5, score=0.25)
    exact = TermScore(frequency=3.0, articles=10, idf=1.75, score=0.5)
    absent = TermScore(frequency=0.0, articles=3, idf=2.0, score=0.0)
    parts = ScoreParts(
        words=(
            WordScore(text="base", family=family, exact=exact),
            WordScore(text="=port", family=exact, exact=exact),
            WordScore(text="digue", family=absent, exact=absent),
        ),
        pairs=(PairScore(first="base", second="=port", score=0.125), PairScore(first="a", second="b", score=0.0)),
        paragraph=ParagraphScore(number=4, worth=0.5, score=0.5),
    )
    article = ExplainedArticle(id="a1", title="Le port", length=120, parts=parts)
    assert list(describe_article(article)) == [
        "Le port · a1 · 120 mots",
        "    1,000  =port · fréquence 3 · dans 10 articles · idf 1,750",
        "    0,500  base, tel quel · fréquence 3 · dans 10 articles · idf 1,750",
        "    0,500  meilleur paragraphe : § 4",
        "    0,250  base, toutes formes · fréquence 4,2 · dans 12 articles · idf 1,500",
        "    0,125  base et =port, proches l'un de l'autre",
        "    0,000  digue, absent",
        "    2,375  total",
        "  fréquence : nombre de fois, celles du titre et du chapo comptant davantage",
        "  idf : plus le mot est rare dans l'archive, plus il est haut",
    ]


def test_the_total_is_the_score_of_the_article(run: Run) -> None:
    hit = json.loads(run("query", "digue port", "--format", "json").stdout)["hits"][0]
    lines = run("explain", "digue port", "--article", hit["article"]).stdout.splitlines()
    assert f"{hit['score']:.3f}  total".replace(".", ",") in [line.strip() for line in lines]


def test_an_article_that_is_not_found_is_told_why(run: Run) -> None:
    result = run("explain", "grues pilotes -Brévan", "--article", "digue-1")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-3:] == [
        "  la requête ne trouve pas cet article",
        "  il lui manque : « grues », « pilotes »",
        "  il contient ce que la requête exclut : « Brévan »",
    ]


def test_json_is_that_of_the_library(run: Run, archive: Path) -> None:
    with Archive.open(archive) as opened:
        expected = opened.explain("digue port", article="digue-1").to_dict()
    result = run("explain", "digue port", "--article", "digue-1", "--format", "json")
    assert json.loads(result.stdout) == expected


def test_what_narrows_the_query_is_explained_with_it(run: Run) -> None:
    lines = run("explain", "digue", "--source", "Le Phare").stdout.splitlines()
    assert lines[0] == 'Interprété : digue ET source:="Le Phare"'
    assert '  source:="Le Phare"  2 articles' in lines


def test_what_narrows_the_query_is_translated_with_it(run: Run) -> None:
    result = run("explain", "port", "--source", "Le Phare", "--date", "2017", "--as", "factiva")
    assert result.stdout == 'port and sn="Le Phare" and date from 20170101 to 20171231\n'


def test_a_query_that_finds_nothing_is_explained_and_ends_with_1(run: Run) -> None:
    result = run("explain", "digue", "Palerme")
    assert result.exit_code == 1
    assert "Palerme  dans aucun article" in result.stdout.splitlines()


def test_warnings_go_to_standard_error(run: Run) -> None:
    result = run("explain", '"digue')
    assert result.stderr.startswith("attention : ")
    assert "attention" not in result.stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["digue", "--article", "rien"], "archive-search : pas d'article « rien »"),
        (["SAUF", "digue"], "archive-search : "),
        ([], "archive-search : il manque REQUÊTE..."),
        (["--as", "factiva", "digue", "--article", "a"], "archive-search : --article et --as ne vont pas ensemble"),
        (["--as", "standard", "digue"], "archive-search : --as : choisissez parmi europresse, factiva, nexis"),
    ],
    ids=["article", "query", "nothing", "both", "service"],
)
def test_what_cannot_be_explained_is_refused_in_one_line(run: Run, args: list[str], message: str) -> None:
    result = run("explain", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_an_equation_is_read_as_its_service_reads_it(run: Run) -> None:
    args = ["explain", "digue w/3 Brévan"]
    assert run(*args, "--syntax", "factiva").stdout.startswith("Interprété : digue ADJ/3 Brévan\n")
    assert run(*args, "--syntax", "nexis").stdout.startswith("Interprété : digue PRES/3 Brévan\n")


def test_a_query_is_translated_without_an_archive(tmp_path: Path, run_process: RunProcess) -> None:
    result = run_process(
        "explain", "--as", "nexis", "digue ET port", env={"ARCHIVE_SEARCH_INDEX": str(tmp_path / "absent")}
    )
    assert (result.returncode, result.stdout) == (0, "digue and port\n")


def test_what_a_service_cannot_say_is_told_on_standard_error(run: Run) -> None:
    result = run("explain", "--as", "factiva", "digue PHRASE port")
    assert len(result.stdout.splitlines()) == 1
    assert "attention : Factiva ne sait pas chercher dans la même phrase" in result.stderr


def test_a_translation_as_json_has_its_notes(run: Run) -> None:
    result = run("explain", "--as", "factiva", '"digue PHRASE port', "--format", "json")
    written = json.loads(result.stdout)
    assert (written["version"], written["service"]) == (1, "factiva")
    assert written["warnings"] != []
    assert run("explain", "--as", "factiva", '"digue PHRASE port').stdout == f"{written['text']}\n"


def test_no_control_character_of_a_query_or_title_reaches_the_terminal(run: Run) -> None:
    result = run("explain", "rusé \x1b[31m", "--article", "rusé-1")
    assert "\x1b" not in result.output
    assert "\x9b" not in result.output

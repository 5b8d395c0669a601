"""The page of an article and its twins."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.records import RemovedText
from archive_search.web.addresses import Addresses
from archive_search.web.article.parts import PART_CHARACTERS
from archive_search.web.shapes.article import ArticleShape
from tests.unit.web.archives import make_archive, make_article
from tests.unit.web.conftest import Browse
from tests.unit.web.pages import page_of, select, texts, words

ANKARA = "/article/seeds%2Fdepeche_ankara.txt"
HOSTILE_IDS = [
    "presse/2015/a.txt",
    "digue?q=x#p3",
    "100 % sûr",
    "%2F",
    'dit "digue" <b>',
    "a&b=c;d",
    "digue/family",
    "digue/compare/b",
    "regions.csv",
    "urn:newsml:a/b.json",
    "é\u2009ñ\\x",
]


def text_of(page: Any) -> list[str]:
    """Give the paragraphs as shown, without their numbers."""
    found = page.xpath("//div[contains(@class, 'paragraph')]/*[self::p or self::h1 or self::h2]")
    return [element.text_content() for element in found]


def test_the_whole_text_is_shown_as_stored(browser: TestClient, sample: Path) -> None:
    with Archive.open(sample) as archive:
        stored = archive.fetch("seeds/depeche_ankara.txt")
    assert text_of(page_of(browser, f"{ANKARA}?q=base")) == [each.text for each in stored.paragraphs]


def test_each_paragraph_has_a_number_that_is_a_link_to_it(browser: TestClient) -> None:
    page = page_of(browser, f"{ANKARA}?q=base")
    (number,) = page.xpath("//*[@id='p2']/a[@class='number']")
    assert number.get("href") == f"{ANKARA}?q=base#p2"
    assert number.text_content() == "Paragraphe 2"


def test_all_matches_are_marked_counted_and_numbered(browser: TestClient) -> None:
    page = page_of(browser, f"{ANKARA}?q=Lattaquié OU base")
    marks = page.xpath("//article//mark")
    assert [mark.text_content() for mark in marks] == ["Lattaquié", "base", "Lattaquié"]
    assert [mark.get("id") for mark in marks] == ["m1", "m2", "m3"]
    assert texts(page, "#match-count") == ["3 passages marqués"]


def test_the_map_has_a_tick_for_each_match_that_leads_to_its_paragraph(browser: TestClient) -> None:
    ticks = page_of(browser, f"{ANKARA}?q=Lattaquié OU base").xpath("//*[@id='minimap']/a")
    assert [tick.get("href") for tick in ticks] == ["#p1", "#p2", "#p2"]
    tops = [int(tick.xpath(".//rect/@y")[0]) for tick in ticks]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


def test_an_article_read_without_a_search_has_no_marks(browser: TestClient) -> None:
    page = page_of(browser, ANKARA)
    assert not page.xpath("//mark | //*[@id='minimap'] | //*[@id='matches']")


def test_names_are_links_by_type_with_the_address_of_their_card(browser: TestClient) -> None:
    names = page_of(browser, ANKARA).xpath("//*[@id='text']//a[contains(@class, 'name')]")
    found = {name.text_content(): name for name in names}
    assert found["Sergueï Choïgou"].get("class") == "name person"
    assert found["Iskenderun"].get("class") == "name place"
    assert found["Reuters"].get("class") == "name org"
    address = found["Sergueï Choïgou"].get("href")
    assert address.startswith("/entity/person:")
    assert found["Sergueï Choïgou"].get("data-card") == f"{address}/card"


def test_names_can_be_switched_off_and_on_again(browser: TestClient) -> None:
    off = page_of(browser, f"{ANKARA}?q=base&names=0")
    assert not off.xpath("//*[@id='text']//a[contains(@class, 'name')]")
    assert off.xpath("//*[@id='toggle-names']/@href") == [f"{ANKARA}?q=base"]


def test_what_was_removed_is_folded_in_its_place_with_its_rule_in_words(browser: TestClient) -> None:
    page = page_of(browser, ANKARA)
    removed = page.xpath("//details[@class='removed']")
    assert texts(page, "details.removed summary")[1] == "Passage retiré : boutons de partage"
    assert [each.get("open") for each in removed] == [None] * 5
    assert removed[2].getprevious().get("id") == "p2"


def test_what_was_removed_is_shown_at_once_when_asked(browser: TestClient) -> None:
    removed = page_of(browser, f"{ANKARA}?removed=1").xpath("//details[@class='removed']")
    assert all(each.get("open") is not None for each in removed)


def test_every_rule_of_cleaning_has_words(tmp_path: Path, browse: Browse) -> None:
    documented = (Path(__file__).parents[3] / "docs/formats.md").read_text(encoding="utf-8")
    table = documented.partition("## Ce que le nettoyage écarte")[2].partition("\n## ")[0]
    rules = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]
    removed = tuple(RemovedText(after=1, rule=rule, text="x") for rule in rules)
    client = browse(make_archive(tmp_path / "a", make_article("a", "La digue cède.", removed=removed)))
    told = [each.partition(" : ")[2] for each in texts(page_of(client, "/article/a"), "details.removed summary")]
    assert len(told) == len(rules) > 20
    assert not [(rule, words) for rule, words in zip(rules, told, strict=True) if rule == words and "-" in rule]


def test_a_deduced_date_says_why(browser: TestClient) -> None:
    (deduced,) = page_of(browser, ANKARA).xpath("//*[@class='deduced']")
    assert "déduite : jour et mois de la dateline" in words(deduced)


def test_facts_are_shown_in_full(tmp_path: Path, browse: Browse) -> None:
    facts = {"source": "Le Phare", "rights": "Tous droits réservés", "keywords": ("digues", "crues"), "language": "de"}
    client = browse(make_archive(tmp_path / "a", make_article("a", "Der Deich bricht.", **facts)))
    page = page_of(client, "/article/a")
    told = dict(zip(texts(page, ".more-facts dt"), texts(page, ".more-facts dd"), strict=True))
    assert told["Droits"] == "Tous droits réservés"
    assert told["Sujets"] == "digues, crues"
    assert told["Langue"] == "allemand"
    assert page.xpath("//article/@lang") == ["de"]


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://phare.example/digue", True), ("javascript:alert(1)", False), ("file:///etc/passwd", False)],
    ids=["web", "script", "file"],
)
def test_only_addresses_of_the_web_are_links(tmp_path: Path, browse: Browse, url: str, linked: bool) -> None:
    client = browse(make_archive(tmp_path / "a", make_article("a", "La digue cède.", url=url)))
    page = page_of(client, "/article/a")
    links = page.xpath("//*[@class='more-facts']//a")
    assert [link.get("href") for link in links] == ([url] if linked else [])
    assert all({"noreferrer", "noopener"} <= set(link.get("rel").split()) for link in links)
    assert url in texts(page, ".more-facts dd")


def test_the_page_leads_back_to_the_results(browser: TestClient) -> None:
    (back,) = page_of(browser, f"{ANKARA}?q=base&person=person:aldo&lang=fr").xpath("//*[@id='back']")
    assert back.get("href") == "/search?q=base&person=person:aldo&lang=fr"


def test_a_query_that_cannot_be_run_shows_the_article_and_says_why(browser: TestClient) -> None:
    page = page_of(browser, f"{ANKARA}?q=(")
    assert "Rien n’est marqué" in texts(page, "p.warning")[0]
    assert text_of(page)[0].startswith("Ankara")


def test_a_query_that_finds_nothing_here_says_so(browser: TestClient) -> None:
    assert "aucun mot" in texts(page_of(browser, f"{ANKARA}?q=zeppelin"), "p.warning")[0]


def test_an_unknown_article_has_a_page_that_leads_to_a_search(browser: TestClient) -> None:
    page = page_of(browser, "/article/nulle%2Fpart?q=digue", status=404)
    assert texts(page, "#unknown-article code") == ["nulle/part"]
    assert page.xpath("//*[@id='unknown-article']//a/@href") == ["/search?q=digue"]


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_an_unknown_article_has_an_error_for_programs(browser: TestClient, suffix: str) -> None:
    answer = browser.get(f"/article/nulle{suffix}")
    assert answer.status_code == 404
    assert "nulle" in answer.json()["error"]


@pytest.mark.parametrize("article_id", HOSTILE_IDS)
def test_an_id_may_hold_any_characters(tmp_path: Path, browse: Browse, article_id: str) -> None:
    client = browse(
        make_archive(tmp_path / "a", make_article(article_id, "La digue cède."), make_article("b", "Le gué."))
    )
    addresses = Addresses()
    page = page_of(client, addresses.article(article_id, q="digue"))
    assert text_of(page) == ["La digue cède."]
    assert client.get(addresses.article(article_id, suffix=".json")).json()["article"] == article_id
    for part in ("family", "similar", "family.json", "citation"):
        assert client.get(addresses.page("article", article_id, part)).status_code == 200
    assert page_of(client, addresses.page("article", "b", "compare", article_id)).xpath("//ol[@id='comparison']/li")
    for link in page.xpath("//main//a/@href[starts-with(., '/article/')]"):
        assert client.get(link).status_code == 200


def test_an_address_that_is_the_id_of_an_article_is_not_the_twin_of_another(tmp_path: Path, browse: Browse) -> None:
    articles = [
        make_article("a", "Le gué."),
        *(make_article(f"a{suffix}", "La digue.") for suffix in (".json", ".csv", ".txt")),
    ]
    client = browse(make_archive(tmp_path / "a", *articles))
    for suffix in (".json", ".csv", ".txt"):
        assert text_of(page_of(client, f"/article/a{suffix}")) == ["La digue."]
    assert client.get("/article/a.json.json").json()["article"] == "a.json"


def test_an_address_written_by_hand_leads_to_the_article(browser: TestClient) -> None:
    answer = browser.get("/article/seeds/depeche_ankara.txt?q=base", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{ANKARA}?q=base"


def test_markup_in_an_article_is_text(tmp_path: Path, browse: Browse) -> None:
    script = "<script>alert(1)</script>"
    facts = dict.fromkeys(("title", "source", "agency", "section", "page", "rights", "time", "path", "url"), script)
    lists = dict.fromkeys(("authors", "keywords", "identifiers"), (script,))
    removed = (RemovedText(after=1, rule=script, text=script),)
    hostile = make_article(script, f"digue {script}", **facts, **lists, removed=removed, language='"><')
    page = page_of(browse(make_archive(tmp_path / "a", hostile)), Addresses().article(script, q="digue alert"))
    assert text_of(page) == [script, f"digue {script}"]
    assert all(each.get("src", "").startswith("/static/") for each in page.xpath("//script"))
    assert not page.xpath("//@style | //@*[starts-with(name(), 'on')]")


def test_directions_of_text_end_with_their_paragraph(tmp_path: Path, browse: Browse) -> None:
    turned = make_article("a", "La \u202edigue \u2066cède", title="Le \u202etitre", source="\u202ePhare")
    page = page_of(browse(make_archive(tmp_path / "a", turned)), "/article/a")
    assert text_of(page) == ["Le \u202etitre", "La \u202edigue \u2066cède"]
    holders = page.xpath("//body//*[contains(text(), '\u202e')]")
    assert len(holders) > 3
    isolated = page.xpath("//body//*[contains(text(), '\u202e')][self::bdi or @dir='auto']")
    assert len(isolated) == len(holders)


def test_a_long_article_is_shown_by_parts(tmp_path: Path, browse: Browse) -> None:
    long = make_article("a", *(["La crue monte. " * 1_000] * 20), "La digue cède.")
    page = page_of(browse(make_archive(tmp_path / "a", long)), "/article/a?part=2")
    assert 0 < sum(map(len, text_of(page))) <= PART_CHARACTERS + 100
    assert texts(page, "#parts-before p") == ["Article très long : partie 2 sur 6."]
    assert page.xpath("//nav[@id='parts-after']//a/@href")[0] == "/article/a?part=1"
    assert page.xpath("//a[@class='number']/@href")[0] == "/article/a?part=2#p5"


def test_a_long_article_opens_at_its_first_match(tmp_path: Path, browse: Browse) -> None:
    long = make_article("a", *(["La crue monte. " * 1_000] * 20), "La digue cède.")
    page = page_of(browse(make_archive(tmp_path / "a", long)), "/article/a?q=digue")
    assert texts(page, "article mark") == ["digue"]
    assert page.xpath("//article/@data-part") == ["6"]


def test_ticks_of_other_parts_lead_to_them(tmp_path: Path, browse: Browse) -> None:
    long = make_article("a", "La digue cède.", *(["La crue monte. " * 1_000] * 20), "La digue est refaite.")
    page = page_of(browse(make_archive(tmp_path / "a", long)), "/article/a?q=digue")
    assert page.xpath("//*[@id='minimap']/a/@href") == ["#p1", "/article/a?q=digue&part=6#p22"]
    assert page.xpath("//*[@id='matches']/@data-after") == ["/article/a?q=digue&part=6"]


def test_a_part_without_match_lies_between_those_around_it(tmp_path: Path, browse: Browse) -> None:
    long = make_article("a", "La digue cède.", *(["La crue monte. " * 1_000] * 20), "La digue est refaite.")
    page = page_of(browse(make_archive(tmp_path / "a", long)), "/article/a?q=digue&part=3")
    (bar,) = page.xpath("//*[@id='matches']")
    assert (bar.get("data-first"), bar.get("data-last"), bar.get("data-total")) == ("2", "1", "2")
    assert bar.get("data-before") == "/article/a?q=digue&part=1"
    assert bar.get("data-after") == "/article/a?q=digue&part=6"


def test_a_part_beyond_the_last_is_the_last(browser: TestClient) -> None:
    assert text_of(page_of(browser, f"{ANKARA}?part=999999"))


def test_one_endless_paragraph_makes_a_page_of_bounded_size(tmp_path: Path, browse: Browse) -> None:
    client = browse(make_archive(tmp_path / "a", make_article("a", "digue" * 1_000_000, title="crue " * 100_000)))
    for part in (1, 5, 80):
        assert len(client.get(f"/article/a?part={part}").content) < 300_000


def test_an_article_as_json_has_the_shape_that_is_documented(browser: TestClient) -> None:
    answer = browser.get(f"{ANKARA}.json?q=Lattaquié OU base")
    ArticleShape.model_validate(answer.json())
    assert answer.json()["marks"]["1"] == [[55, 64]]
    assert browser.get(f"{ANKARA}.json").json()["marks"] == {}


def test_json_of_a_query_that_cannot_be_run_is_an_error_with_its_place(browser: TestClient) -> None:
    answer = browser.get(f"{ANKARA}.json?q=(")
    assert answer.status_code == 400
    assert answer.json()["position"] == 0


def test_an_article_as_a_table_has_its_paragraphs(browser: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(browser.get(f"{ANKARA}.csv").text)))
    assert [(row["number"], row["kind"]) for row in rows] == [("1", "title"), ("2", "body")]


def test_an_article_as_text_is_a_file_with_its_reference(browser: TestClient) -> None:
    answer = browser.get(f"{ANKARA}.txt")
    assert answer.headers["content-disposition"] == 'attachment; filename="seeds-depeche_ankara-txt.txt"'
    assert answer.text.startswith("Ankara demande des explications")
    assert "[13 octobre 2015]" in answer.text.splitlines()[-1]


def test_the_page_tells_its_twins(browser: TestClient) -> None:
    page = page_of(browser, f"{ANKARA}?q=base")
    told = page.xpath("//link[@rel='alternate']/@href")
    assert told == [f"{ANKARA}.json?q=base", f"{ANKARA}.csv", f"{ANKARA}.txt"]
    assert {f"{ANKARA}.json?q=base", f"{ANKARA}.csv"} <= {each.get("href") for each in select(page, ".twins a")}


def test_names_that_are_not_known_yet_are_told(tmp_path: Path, browse: Browse) -> None:
    page = page_of(browse(make_archive(tmp_path / "a", make_article("a", "La digue de Brévan cède."))), "/article/a")
    assert "pas encore relevés" in texts(page, "#showing p")[0]


def test_a_reference_leads_to_the_dispatch_that_the_archive_has(tmp_path: Path, browse: Browse) -> None:
    other = make_article("nL5N12D4QX", "Le gué est coupé.")
    told = make_article("a", "La digue cède (voir ID:nL5N12D4QX) et (voir ID:nL5N12C7RM).")
    page = page_of(browse(make_archive(tmp_path / "a", other, told)), "/article/a")
    links = page.xpath("//*[@id='text']//a[@class='reference']")
    assert [(link.text_content(), link.get("href")) for link in links] == [("nL5N12D4QX", "/article/nL5N12D4QX")]


def test_the_page_speaks_english(browser: TestClient) -> None:
    page = page_of(browser, f"{ANKARA}?q=base&lang=en")
    assert texts(page, "#match-count") == ["1 marked passage"]
    assert texts(page, "#back") == ["Back to the results"]

"""Tests of the page that tells what a query matches."""

from starlette.testclient import TestClient

from tests.unit.web.pages import read, words


def test_a_hit_leads_to_why_it_is_found(browser: TestClient) -> None:
    page = read(browser.get("/search?q=Lattaquié guerre&any=1"))
    (link, *_) = page.xpath("//ol[@id='hits']//a[starts-with(., 'Pourquoi')]/@href")
    explanation = read(browser.get(link))
    assert words(explanation.get_element_by_id("interpreted")) == "Interprété : Lattaquié OU guerre"
    assert explanation.get_element_by_id("scores") is not None


def test_each_part_has_its_articles_under_the_part_that_it_is_of(browser: TestClient) -> None:
    page = read(browser.get("/explain", params={"q": "(Alep OU Damas) Lattaquié"}))
    tree = page.get_element_by_id("tree")
    assert [words(item.find("code")) for item in tree.xpath("./li")] == ["ET"]
    assert [words(item.find("code")) for item in tree.xpath("./li/ul/li")] == ["OU", "Lattaquié"]
    assert [words(item.find("code")) for item in tree.xpath("./li/ul/li/ul/li")] == ["Alep", "Damas"]


def test_a_deep_query_is_told_to_its_end(browser: TestClient) -> None:
    query = "Lattaquié"
    for _ in range(40):
        query = f"({query} OU Damas) ET Alep"
    page = read(browser.get("/explain", params={"q": query}))
    assert "Lattaquié" in [words(code) for code in page.get_element_by_id("tree").iter("code")]


def test_each_word_has_its_forms(browser: TestClient) -> None:
    page = read(browser.get("/explain", params={"q": "écoles"}))
    told = words(page.get_element_by_id("words"))
    assert "tel quel : écoles" in told
    assert "par la famille : école" in told


def test_a_name_has_its_spellings_and_a_link(browser: TestClient) -> None:
    page = read(browser.get("/explain", params={"q": "personne:Choïgou"}))
    assert page.get_element_by_id("words").xpath(".//a/@href") == ["/entity/person:serguei-choigou"]


def test_the_points_of_an_article_add_up(browser: TestClient) -> None:
    page = read(browser.get("/explain", params={"q": "Lattaquié garnison", "article": "cl-151002-3"}))
    rows = page.get_element_by_id("scores").xpath("./tbody/tr/td[last()]")
    (total,) = page.get_element_by_id("scores").xpath("./tfoot/tr/td")
    points = [float(words(cell).replace(",", ".")) for cell in [*rows, total]]
    assert abs(sum(points[:-1]) - points[-1]) <= 0.1 * len(points)


def test_an_article_that_is_not_found_lacks_something(browser: TestClient) -> None:
    page = read(browser.get("/explain", params={"q": "Lattaquié savonnerie", "article": "cl-151002-3"}))
    assert "La requête ne trouve pas cet article. Il lui manque : savonnerie" in words(page.find("body"))


def test_an_unknown_article_has_a_page(browser: TestClient) -> None:
    answer = browser.get("/explain", params={"q": "Lattaquié", "article": "nulle/part"})
    assert "Pas d'article « nulle/part »" in words(read(answer, 404).find("body"))


def test_a_query_that_cannot_be_run_is_told(browser: TestClient) -> None:
    page = read(browser.get("/explain", params={"q": "titre:"}), 400)
    assert "titre" in words(page.get_element_by_id("failure"))


def test_the_parts_are_a_table_too(browser: TestClient) -> None:
    text = browser.get("/explain.csv", params={"q": "Alep Damas"}).text
    assert text.splitlines()[:2] == ["depth,part,operator,articles", text.splitlines()[1]]
    assert [line.split(",")[0] for line in text.splitlines()[1:]] == ["0", "1", "1"]

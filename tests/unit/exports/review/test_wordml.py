from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from archive_search.exports.review.wordml import bookmark, field_start, inner_link, paragraph, run, web_link

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parse(markup: str) -> ET.Element:
    return ET.fromstring(f'<w:body xmlns:w="{W}">{markup}</w:body>')


@given(text=st.text(st.characters() | st.sampled_from('<>&"\n\t\ufffe\x00')))
def test_any_text_is_kept_but_for_what_xml_cannot_hold(text: str) -> None:
    root = parse(paragraph("Normal", run(text, style="X", italic=True)))
    shown = ""
    for element in root.iter():
        shown += {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}.get(element.tag, element.text or "")
    assert len(shown) == len(text)
    assert all(after in {before, "\ufffd"} or before == "\r" for before, after in zip(text, shown, strict=True))


def test_a_link_holds_its_address() -> None:
    (field,) = parse(web_link("https://a.example/?b&c", run("ici")))
    assert field.get(f"{{{W}}}instr") == ' HYPERLINK "https://a.example/?b&c" '


def test_a_link_inside_leads_to_a_bookmark() -> None:
    link, start, *_ = parse(inner_link("article_1", run("voir")) + bookmark("article_1", 7, run("ici")))
    assert link.get(f"{{{W}}}anchor") == start.get(f"{{{W}}}name")


def test_a_paragraph_may_begin_a_page() -> None:
    assert parse(paragraph("Titre", on_new_page=True)).find(f".//{{{W}}}pageBreakBefore") is not None


def test_a_field_says_how_it_is_computed() -> None:
    root = parse(paragraph("X", field_start(r'TOC \o "1-1"')))
    assert [element.text for element in root.iter(f"{{{W}}}instrText")] == [r' TOC \o "1-1" ']

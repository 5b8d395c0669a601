import pytest

from archive_search.sources.xml.doctypes import declared_entities, find_end


@pytest.mark.parametrize(
    "declaration",
    [
        " nitf>",
        ' nitf SYSTEM "a>b.dtd">',
        " r [<!ENTITY a 'x>]>y'>]>",
        " r [<!-- ' > -->]>",
        " r [<!ELEMENT p (#PCDATA)>\n<!ATTLIST p x CDATA #IMPLIED>] >",
    ],
    ids=["bare", "quoted sign", "entity", "comment", "elements"],
)
def test_the_end_of_a_declaration_is_found(declaration):
    assert find_end(declaration + "<r/>", start=0) == len(declaration)


@pytest.mark.parametrize("text", [" nitf", ' nitf "', " r [<!ENTITY a 'b'>]", " r [<!-- >"])
def test_a_declaration_that_does_not_end_has_no_end(text):
    assert find_end(text, start=0) is None


@pytest.mark.parametrize(
    ("declaration", "names"),
    [
        (" r [<!ENTITY a 'b'><!ENTITY c SYSTEM 'd'>]>", {"a", "c"}),
        (" r [<!ENTITY % a 'b'>]>", set()),
        (" r [<!ENTITY % a '<!ENTITY c 1>'> %a;]>", {"%a", "c"}),
        (" r [<!ENTITY % a SYSTEM 'file:///etc/hostname'> %a;]>", {"%a"}),
        (" r [<!ENTITY % a SYSTEM '/etc/x.dtd'> %a;]>", {"%a"}),
        (" r [<!ENTITY % a SYSTEM 'http://exemple.fr/x.dtd'> %a;]>", {"%a"}),
        (" r [<!ENTITY % nitf SYSTEM '../nitf/nitf-3-0.dtd'> %nitf;]>", set()),
        (" r [<!ENTITY % latin PUBLIC '-//W3C//ENTITIES Latin 1//EN' 'lat1.ent'> %latin;]>", set()),
        (" r [<!-- <!ENTITY a 'b'> -->]>", set()),
    ],
    ids=["general", "unused", "expanding", "file", "path", "address", "included", "public", "comment"],
)
def test_entities_that_could_expand_are_named(declaration, names):
    assert declared_entities(declaration) == names

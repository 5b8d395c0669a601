"""Make small ALTO pages and METS issues: invented facts, real mark-up."""

from html import escape

ALTO_NAMESPACES = {
    "none": "",
    "1": ' xmlns="http://schema.ccs-gmbh.com/ALTO"',
    "2": ' xmlns="http://www.loc.gov/standards/alto/ns-v2#"',
    "3": ' xmlns="http://www.loc.gov/standards/alto/ns-v3#"',
    "4": ' xmlns="http://www.loc.gov/standards/alto/ns-v4#"',
}


def make_line(text, *, hyphen=None):
    """A line; its words are cut at spaces, and it may end with a hyphen of its own element."""
    words = "<SP/>".join(f'<String CONTENT="{escape(word)}" WC="0.9"/>' for word in text.split())
    end = "" if hyphen is None else f'<HYP CONTENT="{hyphen}"/>'
    return f"<TextLine>{words}{end}</TextLine>"


def make_half(content, *, part, whole):
    return f'<String CONTENT="{content}" SUBS_TYPE="HypPart{part}" SUBS_CONTENT="{whole}"/>'


def make_block(id_, *lines, attributes=""):
    made = "".join(line if line.startswith("<") else make_line(line) for line in lines)
    return f'<TextBlock ID="{id_}" {attributes}>{made}</TextBlock>'


def make_page(*blocks, number=1, before="", namespace="none", attributes=""):
    """A page of ALTO: blocks in its print space, and what stands before it in the file."""
    space = f"<PrintSpace>{''.join(blocks)}</PrintSpace>"
    layout = f'<Layout><Page ID="P{number}" PHYSICAL_IMG_NR="{number}" {attributes}>{space}</Page></Layout>'
    return f'<?xml version="1.0" encoding="UTF-8"?><alto{ALTO_NAMESPACES[namespace]}>{before}{layout}</alto>'.encode()


def make_division(type_, *inner, areas=(), **attributes):
    """A division of a METS structure; its areas are of the form ``file:begin``."""
    said = "".join(f' {name.upper()}="{escape(value)}"' for name, value in attributes.items())
    pairs = [area.partition(":")[::2] for area in areas]
    made = "".join(f'<mets:area BETYPE="IDREF" FILEID="{file}" BEGIN="{begin}"/>' for file, begin in pairs)
    pointer = f"<mets:fptr><mets:seq>{made}</mets:seq></mets:fptr>" if made else ""
    return f'<mets:div TYPE="{type_}"{said}>{pointer}{"".join(inner)}</mets:div>'


def make_paragraph(*areas):
    return make_division("PARAGRAPH", make_division("TEXT", areas=areas))


def make_article(*paragraphs, title=None, id_="A1", type_="ARTICLE", **attributes):
    heading = [make_division("HEADING", make_division("TITLE", areas=[title]))] if title is not None else []
    body = make_division("BODY", make_division("BODY_CONTENT", *paragraphs))
    return make_division(type_, *heading, body, id=id_, **attributes)


def make_record(id_, content):
    data = f"<mets:mdWrap><mets:xmlData><mods:mods>{content}</mods:mods></mets:xmlData></mets:mdWrap>"
    return f'<mets:dmdSec ID="{id_}">{data}</mets:dmdSec>'


ISSUE = make_record(
    "ISSUE",
    "<mods:titleInfo><mods:title>Le Courrier du Port</mods:title>"
    "<mods:partNumber>827</mods:partNumber></mods:titleInfo>"
    "<mods:language><mods:languageTerm type='code'>fre</mods:languageTerm></mods:language>"
    "<mods:originInfo><mods:dateIssued>21.11.1901</mods:dateIssued></mods:originInfo>",
)


def make_mets(*articles, files=("ALTO/1.xml",), records=ISSUE, object_id="", physical=None, after=""):
    """An issue: its articles, and the addresses of its pages, whose ids are F1, F2 and so on."""
    listed = "".join(
        f'<mets:file ID="F{number}" MIMETYPE="text/xml"><mets:FLocat xlink:href="{escape(address)}"/></mets:file>'
        for number, address in enumerate(files, 1)
    )
    pages = "".join(
        f'<mets:div TYPE="PAGE" ORDER="{number}"><mets:fptr FILEID="F{number}"/></mets:div>'
        for number in range(1, len(files) + 1)
    )
    logical = make_division("Newspaper", make_division("ISSUE", make_division("CONTENT", *articles)), dmdid="ISSUE")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><mets:mets OBJID="{object_id}" xmlns:mets="http://www.loc.gov/METS/"'
        ' xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"{records}<mets:amdSec ID='AMD'/><mets:fileSec><mets:fileGrp USE='TEXT'>{listed}</mets:fileGrp></mets:fileSec>"
        f'<mets:structMap TYPE="PHYSICAL">{physical or make_division("Newspaper", pages)}</mets:structMap>'
        f'<mets:structMap TYPE="LOGICAL">{logical if articles else ""}</mets:structMap>{after}</mets:mets>'
    ).encode()

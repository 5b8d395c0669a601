"""Set articles as a press review, one document to be read or printed: a page of HTML, or a Word document."""

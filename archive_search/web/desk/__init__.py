"""The reader's desk in the browser: dossiers, saved searches, and exports of either or of any search."""

"""Exports of press databases: Europresse, Factiva, Nexis."""

"""XML, read so that no file or network is ever opened and no entity resolved."""

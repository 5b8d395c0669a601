"""Names of an archive on this machine: recognised, settled article by article, resolved, written and read."""

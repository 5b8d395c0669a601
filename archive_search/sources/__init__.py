"""Read files of many kinds into articles; import from the modules of this package, it re-exports nothing."""

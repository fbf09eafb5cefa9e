"""Sources in, Articles out: one file a format, one row each in ``LOADERS``."""

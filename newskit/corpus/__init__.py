"""Many articles: one row of measures each, with the same columns from one article to an archive."""

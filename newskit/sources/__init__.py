"""Who says so: quotes and their speakers, the ledger of sources, claims that can be checked."""

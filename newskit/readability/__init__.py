"""How hard a text is to read: counts, formulas of the papers, intervals, reasons."""

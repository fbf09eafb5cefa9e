"""Explorers: widgets that show what newskit measured. They draw a view and compute nothing."""

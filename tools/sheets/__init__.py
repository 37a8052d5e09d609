"""Reads other people's tables (CSV, TSV, XLSX) as applications, on the person's word; knows no channel."""

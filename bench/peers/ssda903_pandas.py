"""pandas converting episodes as Weir does: every cell typed, what does not fit blank and counted.

Usage: ssda903_pandas.py check|clean FILE OUT
"""

import os
import sys

import pandas as pd

CODES = {
    "RNE": "S L P T B U",
    "LS": "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3",
    "CIN": "N1 N2 N3 N4 N5 N6 N7 N8",
    "PLACE": "A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14",
    "PLACE_PROVIDER": "PR0 PR1 PR2 PR3 PR4 PR5",
    "REC": "X1 E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8",
    "REASON_PLACE_CHANGE": "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER",
}
POSTCODE = r"^([A-Z]{1,2}[0-9][0-9]?[A-Z]?)([0-9][A-Z]{2})$"


def convert(table):
    faults = 0
    for column in table.columns:
        raw = table[column].fillna("").str.strip()
        if column in ("DECOM", "DEC"):
            table[column] = pd.to_datetime(raw, format="%d/%m/%Y", errors="coerce").dt.date
        elif column in CODES:
            upper = raw.str.upper()
            table[column] = upper.where(upper.isin(CODES[column].split()))
        elif column in ("HOME_POST", "PL_POST"):
            parts = raw.str.replace(r"\s", "", regex=True).str.upper().str.extract(POSTCODE)
            table[column] = parts[0] + " " + parts[1]
        else:
            table[column] = raw.where(raw != "")
        faults += int((raw.ne("") & table[column].isna()).sum())
    return faults


def main():
    task, file, out = sys.argv[1:4]
    table = pd.read_csv(file, dtype=str, keep_default_na=False, index_col=False, on_bad_lines="skip")
    print(len(table), "rows,", convert(table), "cells blanked")
    if task == "clean":
        os.makedirs(out, exist_ok=True)
        table.to_csv(os.path.join(out, "episodes.csv"), index=False)
        try:
            table.to_parquet(os.path.join(out, "episodes.parquet"), index=False)
        except ImportError:
            print("no Parquet library: CSV only")


main()

"""pandas making the PAN outputs of SSDA903: every cell typed, what does not fit blank, fields left out or reduced as the
use case says, all organisations and years put together, one CSV file a table.

Usage: regional_pandas.py RETURNS OUT, where RETURNS holds ORGANISATION/YEAR/SSDA903_YEAR_TABLE.csv
"""

import glob
import hashlib
import os
import sys

import pandas as pd

POSTCODE = r"^([A-Z]{1,2}[0-9][0-9]?[A-Z]?)([0-9])[A-Z]{2}$"
DATES = (
    "DOB MC_DOB DECOM DEC REVIEW DUC MIS_START MIS_END DATE_PERM DATE_INT DATE_MATCH DATE_PLACED DATE_PLACED_CEASED"
    " SW_DECOM SW_DEC"
).split()
BIRTHS = ("DOB", "MC_DOB")
CODES = {
    "SEX": "1 2 M F U",
    "MOTHER": "0 1",
    "RNE": "S L P T B U",
    "LS": "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3",
    "CIN": "N1 N2 N3 N4 N5 N6 N7 N8",
    "PLACE": "A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14",
    "PLACE_PROVIDER": "PR0 PR1 PR2 PR3 PR4 PR5",
    "REC": "X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8",
    "REASON_PLACE_CHANGE": "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER",
    "REVIEW_CODE": "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7",
    "MISSING": "M A",
    "IN_TOUCH": "YES NO REFU NREQ RHOM DIED",
    "PREV_PERM": "P1 P2 P3 P4 Z1",
}
# What is done but not shared is converted all the same: the return is checked before it is known what may leave.
SHARED = "episodes header missing oc2 oc3 prev_perm reviews uasc".split()


def convert(table, council, year):
    for column in table.columns:
        raw = table[column].str.strip()
        if column in DATES:
            days = pd.to_datetime(raw.where(raw != ""), format="%d/%m/%Y", errors="coerce")
            if column in BIRTHS:
                days = days.dt.to_period("M").dt.to_timestamp()
            table[column] = days.dt.date
        elif column in CODES:
            upper = raw.str.upper()
            table[column] = upper.where(upper.isin(CODES[column].split()))
        elif column in ("HOME_POST", "PL_POST"):
            parts = raw.str.replace(r"\s", "", regex=True).str.upper().str.extract(POSTCODE)
            table[column] = parts[0] + " " + parts[1]
        elif column == "SDQ_SCORE":
            table[column] = pd.to_numeric(raw.where(raw != ""), errors="coerce")
        elif column == "CHILD":
            table[column] = raw + "_" + council
        else:
            table[column] = raw.where(raw != "")
    table["LA"] = "Council " + council
    table["YEAR"] = year


def main():
    returns, out = sys.argv[1:3]
    os.makedirs(out, exist_ok=True)
    tables = {}
    rows = 0
    for path in sorted(glob.glob(os.path.join(returns, "*", "*", "*.csv"))):
        with open(path, "rb") as file:
            hashlib.file_digest(file, "sha256") if hasattr(hashlib, "file_digest") else hashlib.sha256(file.read())
        council, year, name = path.split(os.sep)[-3:]
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        rows += len(table)
        convert(table, council, int(year))
        tables.setdefault(name.split("_", 2)[2][:-4], []).append(table)
    written = 0
    for name, parts in tables.items():
        if name not in SHARED:
            continue
        whole = pd.concat(parts, ignore_index=True)
        parts.clear()
        key = {"episodes": ["CHILD", "DECOM"], "reviews": ["CHILD", "REVIEW"], "missing": ["CHILD", "MIS_START"]}
        whole = whole.drop_duplicates(subset=key.get(name, ["CHILD"] + (["YEAR"] if name in ("oc2", "oc3") else [])), keep="last")
        written += len(whole)
        whole.to_csv(os.path.join(out, "PAN_ssda903_" + name + ".csv"), index=False)
    print(rows, "rows read,", written, "rows written")


main()

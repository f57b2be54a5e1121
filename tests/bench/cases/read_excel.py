"""Reading and cleaning an Excel file with pandas and openpyxl."""

import openpyxl
import pandas as pd

from pandas_transactions import TEXT, check_cleaning, clean

PACKAGES = [pd, openpyxl]


def run(bench, path):
    with bench.stage("read and clean"):
        lines = pd.read_excel(path, dtype=TEXT, engine="openpyxl")
        transactions, sales, returns = clean(lines)
    check_cleaning(bench, lines, transactions, sales, returns)

"""Reading and cleaning ten times the CSV file with pandas."""

import pandas as pd

from pandas_transactions import check_cleaning, clean, read

PACKAGES = [pd]


def run(bench, path):
    with bench.stage("read and clean"):
        lines = read(path)
        transactions, sales, returns = clean(lines)
    check_cleaning(bench, lines, transactions, sales, returns)

"""Writes the first lines of a CSV file of UCI "Online Retail" as an Excel file.

Usage: write_excel.py FILE.csv FILE.xlsx LINES. As in the public workbook, dates are dates, and ids made of
digits are numbers. The same lines give the same bytes.
"""

import sys
from datetime import datetime

import pandas as pd
import xlsxwriter

from pandas_transactions import read

# Digits that a double, the only number that Excel knows, keeps exactly.
LONGEST_NUMBER = 15


def main(source, target, count):
    lines = read(source).head(count)
    book = xlsxwriter.Workbook(target)
    book.set_properties({"created": datetime(2011, 12, 10)})
    date_format = book.add_format({"num_format": "m/d/yy h:mm"})
    sheet = book.add_worksheet("Online Retail")
    sheet.write_row(0, 0, lines.columns)
    for row, values in enumerate(lines.itertuples(index=False), start=1):
        for column, value in enumerate(values):
            if isinstance(value, pd.Timestamp):
                sheet.write_datetime(row, column, value.to_pydatetime(), date_format)
            elif not isinstance(value, str):
                # What is missing is an empty cell.
                if value == value:
                    sheet.write_number(row, column, value)
            elif value.isdecimal() and value[0] != "0" and len(value) <= LONGEST_NUMBER:
                sheet.write_number(row, column, int(value))
            else:
                sheet.write_string(row, column, value)
    book.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

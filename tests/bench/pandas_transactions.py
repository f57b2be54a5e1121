"""Reading and cleaning UCI "Online Retail" as an analyst writes it with pandas."""

import pandas as pd

# Ids are text: numbers would lose leading zeros, and missing customers would turn all into floats.
TEXT = {"InvoiceNo": str, "StockCode": str, "Description": str, "CustomerID": str}


def read(path):
    lines = pd.read_csv(path, encoding="ISO-8859-1", dtype=TEXT)
    date_format = "%m/%d/%Y %H:%M" if "/" in lines["InvoiceDate"].iloc[0] else "%Y-%m-%d %H:%M"
    lines["InvoiceDate"] = pd.to_datetime(lines["InvoiceDate"], format=date_format)
    return lines


def clean(lines):
    """Purchases of known customers, everything sold, and the returns; adds the column Revenue."""
    lines["Revenue"] = lines["Quantity"] * lines["UnitPrice"]
    cancelled = lines["InvoiceNo"].str.startswith("C")
    known = lines["CustomerID"].notna()
    sold = ~cancelled & (lines["Quantity"] > 0) & (lines["UnitPrice"] > 0)
    sales = lines[sold].drop_duplicates()
    transactions = sales[sales["CustomerID"].notna()]
    returns = lines[known & cancelled]
    return transactions, sales, returns


def check_cleaning(bench, lines, transactions, sales, returns):
    """States what was read and kept; readAndClean in read_and_clean.ts states the same."""
    bench.check("lines read", len(lines))
    bench.check("lines kept", len(transactions))
    bench.check("lines sold", len(sales))
    bench.check("lines returned", len(returns))
    bench.check("pieces kept", transactions["Quantity"].sum())
    bench.check("revenue kept", transactions["Revenue"].sum())
    bench.check("customers", transactions["CustomerID"].nunique())
    bench.check("invoices", transactions["InvoiceNo"].nunique())
    bench.check("products", transactions["StockCode"].nunique())
    bench.check("last purchase, seconds", transactions["InvoiceDate"].max().timestamp())

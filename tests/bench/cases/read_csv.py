"""Reading and cleaning a CSV file with pandas."""

import hashlib

import numpy as np
import pandas as pd

from pandas_transactions import check_cleaning, clean, read

PACKAGES = [pd]


def run(bench, path):
    """All that the project returns: also why each line was left out, exact sums, returns netted."""
    with bench.stage("read and clean"):
        with open(path, "rb") as file:
            hashlib.file_digest(file, "sha256").hexdigest()
        texts = pd.read_csv(path, encoding="ISO-8859-1", dtype=str, keep_default_na=False)
        lines = typed(texts)
        reason, is_sellable = first_reason(lines)
        returns = lines[(reason == "cancellation").to_numpy()]
        sellable = lines[is_sellable]
        sales = sellable[~sellable.duplicated(COLUMNS)]
        copies = lines.index.difference(sales.index)
        reason[copies[(reason[copies] == "").to_numpy()]] = "exact_duplicate"
        transactions = sales[(reason[sales.index] == "").to_numpy()].copy()
        rejected = texts[(reason != "").to_numpy()].assign(reason=reason, line=lambda rows: rows.index + 2)
        thousandths = (lines["Revenue"] * 1000).round().astype("int64")
        audit = thousandths.groupby(reason).agg(["size", "sum"])
        matched = match_returns(transactions, returns)
    check_cleaning(bench, lines, transactions, sales, returns)
    bench.check("lines rejected", len(rejected))
    for name in ["missing_customer", "cancellation", "non_positive_price", "exact_duplicate"]:
        bench.check(f"{name}, lines", audit.loc[name, "size"])
        bench.check(f"{name}, revenue", audit.loc[name, "sum"] / 1000)
    bench.check("returns matched", matched)
    bench.check("net revenue", (transactions["Revenue"] - transactions["Returned"] * transactions["UnitPrice"]).sum())


COLUMNS = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"]


def typed(texts):
    lines = texts.copy()
    date_format = "%m/%d/%Y %H:%M" if "/" in texts["InvoiceDate"].iloc[0] else "%Y-%m-%d %H:%M"
    lines["InvoiceDate"] = pd.to_datetime(texts["InvoiceDate"], format=date_format, errors="coerce")
    lines["Quantity"] = pd.to_numeric(texts["Quantity"], errors="coerce")
    lines["UnitPrice"] = pd.to_numeric(texts["UnitPrice"], errors="coerce")
    lines["Revenue"] = lines["Quantity"] * lines["UnitPrice"]
    return lines


def first_reason(lines):
    """The first rule that each line fails (empty for none), and whether it can be sold."""
    reasons = {
        "missing_customer": lines["CustomerID"] == "",
        "cancellation": lines["InvoiceNo"].str.fullmatch(r"[Cc][0-9]+") | (lines["Quantity"] < 0),
        "missing_invoice": lines["InvoiceNo"] == "",
        "missing_product": lines["StockCode"] == "",
        "unreadable_date": lines["InvoiceDate"].isna(),
        "unreadable_quantity": lines["Quantity"].isna(),
        "unreadable_price": lines["UnitPrice"].isna(),
        "zero_quantity": lines["Quantity"] == 0,
        "non_positive_price": lines["UnitPrice"] <= 0,
    }
    first = np.select([fails.to_numpy(bool) for fails in reasons.values()], list(reasons), "")
    reason = pd.Series(first, index=lines.index)
    # Without a customer a line still counts as sold, unless it fails another rule as well.
    fails_other = [fails.to_numpy(bool) for name, fails in reasons.items() if name != "missing_customer"]
    return reason, ~np.logical_or.reduce(fails_other)


def match_returns(transactions, returns):
    """Finds the purchases that returns take back, as matchReturns does; how many were found whole."""
    transactions["Returned"] = 0
    pairs = pd.MultiIndex.from_frame(returns[["CustomerID", "StockCode"]].drop_duplicates())
    wanted = transactions[pd.MultiIndex.from_frame(transactions[["CustomerID", "StockCode"]]).isin(pairs)]
    bought = {}
    for row in wanted.sort_values(ORDER)[["CustomerID", "StockCode", "InvoiceDate", "Quantity"]].itertuples():
        bought.setdefault((row.CustomerID, row.StockCode), []).append([row.Index, row.InvoiceDate, row.Quantity, 0])
    whole = 0
    for row in returns.sort_values(ORDER)[["CustomerID", "StockCode", "InvoiceDate", "Quantity"]].itertuples():
        missing = -row.Quantity
        earlier = [
            purchase
            for purchase in reversed(bought.get((row.CustomerID, row.StockCode), []))
            if purchase[1] <= row.InvoiceDate and purchase[2] > purchase[3]
        ]
        exact = next((purchase for purchase in earlier if purchase[2] - purchase[3] == missing), None)
        for purchase in earlier if exact is None else [exact]:
            pieces = min(missing, purchase[2] - purchase[3])
            purchase[3] += pieces
            missing -= pieces
            if missing <= 0:
                break
        whole += missing <= 0
    for purchases in bought.values():
        for index, _, _, returned in purchases:
            if returned:
                transactions.loc[index, "Returned"] = returned
    return whole


ORDER = ["InvoiceDate", "InvoiceNo", "StockCode", "Quantity", "UnitPrice"]


def kept_lines(bench, path):
    """The shortest way to the lines that are kept, which does not say what became of the others."""
    with bench.stage("read and clean"):
        lines = read(path)
        transactions, sales, returns = clean(lines)
    check_cleaning(bench, lines, transactions, sales, returns)

"""The whole stack as an analyst writes it with pandas and scikit-learn."""

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score, silhouette_score
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from pandas_transactions import check_cleaning, clean, read

PACKAGES = [pd, np, scipy, sklearn]
SEED = 42
HORIZON = pd.Timedelta(days=91)
CLUSTERS = range(2, 11)
STARTS = 10
TREES = 100
MINIMUM_LEAF = 10
NEIGHBOURS = 20
SEGMENT_FEATURES = ["monetary_value", "frequency", "recency_days", "average_basket_size"]
CHURN_FEATURES = [
    "recency_days",
    "frequency",
    "monetary_value",
    "average_basket_size",
    "distinct_products",
    "tenure_days",
]


def explore(transactions, sales):
    month = sales["InvoiceDate"].dt.to_period("M")
    by_month = sales.groupby(month).agg(
        revenue=("Revenue", "sum"), invoices=("InvoiceNo", "nunique"), customers=("CustomerID", "nunique")
    )
    by_country = sales.groupby("Country").agg(
        revenue=("Revenue", "sum"), customers=("CustomerID", "nunique"), invoices=("InvoiceNo", "nunique")
    ).sort_values("revenue", ascending=False)
    weekday = sales["InvoiceDate"].dt.day_of_week.rename("weekday")
    hour = sales["InvoiceDate"].dt.hour.rename("hour")
    by_hour = sales.groupby([weekday, hour]).agg(revenue=("Revenue", "sum"), invoices=("InvoiceNo", "nunique"))

    spend = transactions.groupby("CustomerID")["Revenue"].sum().sort_values(ascending=False)
    pareto = spend.cumsum() / spend.sum()

    bought = transactions["InvoiceDate"].dt.to_period("M")
    cohort = bought.groupby(transactions["CustomerID"]).transform("min")
    ages = bought.dt.year * 12 + bought.dt.month - cohort.dt.year * 12 - cohort.dt.month
    retention = transactions.groupby([cohort, ages.rename("age")])["CustomerID"].nunique()

    top = sales.groupby("StockCode").agg(revenue=("Revenue", "sum"), quantity=("Quantity", "sum")).nlargest(
        15, "revenue"
    )
    return {
        "busiest_month_revenue": by_month["revenue"].max(),
        "first_country_revenue": by_country["revenue"].iloc[0],
        "weekday_hours": len(by_hour),
        "top_fifth_share": pareto.iloc[int(len(pareto) * 0.2) - 1],
        "retention_cells": len(retention),
        "top_products_quantity": top["quantity"].sum(),
    }


def customer_features(transactions, returns, as_of):
    """RFM and behaviour of every customer from the lines before `as_of`."""
    past = transactions[transactions["InvoiceDate"] < as_of]
    day = past["InvoiceDate"].dt.normalize()
    age = as_of - past["InvoiceDate"]
    recent = past[age <= pd.Timedelta(days=90)]
    previous = past[(age > pd.Timedelta(days=90)) & (age <= pd.Timedelta(days=180))]

    customers = past.assign(Day=day, Month=past["InvoiceDate"].dt.to_period("M")).groupby("CustomerID").agg(
        last=("InvoiceDate", "max"),
        first_day=("Day", "min"),
        last_day=("Day", "max"),
        purchase_days=("Day", "nunique"),
        active_months=("Month", "nunique"),
        frequency=("InvoiceNo", "nunique"),
        monetary_value=("Revenue", "sum"),
        pieces=("Quantity", "sum"),
        distinct_products=("StockCode", "nunique"),
        country=("Country", "first"),
    )
    customers["recency_days"] = (as_of - customers["last"]).dt.days
    customers["tenure_days"] = (as_of - customers["first_day"]).dt.days - 1
    customers["average_basket_value"] = customers["monetary_value"] / customers["frequency"]
    customers["average_basket_size"] = customers["pieces"] / customers["frequency"]
    span = (customers["last_day"] - customers["first_day"]).dt.days
    gaps = (customers["purchase_days"] - 1).where(customers["purchase_days"] > 1)
    customers["mean_days_between_purchases"] = (span / gaps).fillna(customers["tenure_days"])
    customers["recency_to_gap"] = customers["recency_days"] / (1 + customers["mean_days_between_purchases"])

    returned = -returns[returns["InvoiceDate"] < as_of].groupby("CustomerID")["Revenue"].sum()
    returned = returned.reindex(customers.index, fill_value=0)
    customers["return_rate"] = (returned / customers["monetary_value"]).clip(upper=1)

    spend = past.pivot_table(
        index="CustomerID", columns=past["InvoiceDate"].dt.month, values="Revenue", aggfunc="sum", fill_value=0
    ).reindex(columns=range(1, 13), fill_value=0)
    seasons = spend + np.roll(spend, -1, axis=1) + np.roll(spend, -2, axis=1)
    strongest = seasons.max(axis=1) / spend.sum(axis=1)
    customers["season_concentration"] = (strongest * customers["frequency"] + 1) / (customers["frequency"] + 4)

    by_customer = recent.groupby("CustomerID")
    customers["purchases_last_90_days"] = by_customer["InvoiceNo"].nunique().reindex(customers.index, fill_value=0)
    customers["spend_last_90_days"] = by_customer["Revenue"].sum().reindex(customers.index, fill_value=0)
    customers["spend_previous_90_days"] = (
        previous.groupby("CustomerID")["Revenue"].sum().reindex(customers.index, fill_value=0)
    )
    return customers


def churn_snapshot(transactions, returns, as_of):
    """Log features before `as_of`, and who buys nothing in the horizon after it."""
    customers = customer_features(transactions, returns, as_of)
    date = transactions["InvoiceDate"]
    buyers = transactions.loc[(date >= as_of) & (date < as_of + HORIZON), "CustomerID"].unique()
    return np.log1p(customers[CHURN_FEATURES]), ~customers.index.isin(buyers)


def similar_products(transactions):
    """The positions and cosines of every product's nearest products, nearest first."""
    pairs = transactions[["CustomerID", "StockCode"]].drop_duplicates()
    customer, _ = pd.factorize(pairs["CustomerID"])
    product, products = pd.factorize(pairs["StockCode"])
    by_product = csr_matrix((np.ones(len(pairs)), (product, customer)))
    index = NearestNeighbors(n_neighbors=NEIGHBOURS, metric="cosine", algorithm="brute").fit(by_product)
    distance, nearest = index.kneighbors()
    return products, nearest, 1 - distance


def run(bench, path):
    with bench.stage("read and clean"):
        lines = read(path)
        transactions, sales, returns = clean(lines)
    check_cleaning(bench, lines, transactions, sales, returns)
    end = transactions["InvoiceDate"].max().normalize()

    with bench.stage("exploration"):
        tables = explore(transactions, sales)
    bench.check("busiest month's revenue", tables["busiest_month_revenue"])
    bench.check("revenue share of top 20 %", tables["top_fifth_share"])

    with bench.stage("customer features"):
        customers = customer_features(transactions, returns, end + pd.Timedelta(days=1))
    bench.check("customers with features", len(customers))
    bench.check("mean basket size", customers["average_basket_size"].mean())

    with bench.stage("k-means, k = 2 … 10"):
        X = StandardScaler().fit_transform(np.log1p(customers[SEGMENT_FEATURES]))
        models = [KMeans(n_clusters=k, n_init=STARTS, random_state=SEED).fit(X) for k in CLUSTERS]
    bench.check("inertia, k = 4", models[2].inertia_)

    with bench.stage("silhouettes, k = 2 … 10"):
        silhouettes = [silhouette_score(X, model.labels_) for model in models]
    bench.check("silhouette, k = 4", silhouettes[2])

    with bench.stage("churn snapshots"):
        X_past, churned_past = churn_snapshot(transactions, returns, end - 2 * HORIZON)
        X_later, churned_later = churn_snapshot(transactions, returns, end - HORIZON)
    bench.check("churn rate", churned_later.mean())

    with bench.stage("logistic regression"):
        logistic = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_past, churned_past)
        probability = logistic.predict_proba(X_later)[:, 1]
    bench.check("ROC AUC, logistic regression", roc_auc_score(churned_later, probability))

    with bench.stage("random forest, 100 trees"):
        forest = RandomForestClassifier(
            n_estimators=TREES, min_samples_leaf=MINIMUM_LEAF, random_state=SEED, n_jobs=bench.threads
        ).fit(X_past, churned_past)
        probability = forest.predict_proba(X_later)[:, 1]
    bench.check("ROC AUC, random forest", roc_auc_score(churned_later, probability))

    with bench.stage("item-item cosine, 20 nearest"):
        products, nearest, similarity = similar_products(transactions)
    bench.check("products with neighbours", len(products))
    bench.check("mean cosine of the nearest", similarity[:, 0].mean())

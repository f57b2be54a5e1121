"""Makes report_input.json: one realistic report, computed from the UCI Online Retail file.

Source of the data: D. Chen, Online Retail, UCI Machine Learning Repository, 2015,
DOI 10.24432/C5BW33, CC BY 4.0. Only aggregates and a few product names are kept.

    python report_input.py online_retail.csv > report_input.json

Needs pandas 3.1 and scikit-learn 1.9. The figures serve to look at the page and to test its
layout, not as results: everything is computed but the two ranking tasks and the stability of the
single segments, whose figures are made up in a plausible size, and the returns that are matched to
purchases, which are copied from a run of the project.
"""

import json
import sys

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (accuracy_score, brier_score_loss, calinski_harabasz_score,
                             davies_bouldin_score, f1_score, mean_absolute_error,
                             mean_squared_error, precision_score, r2_score, recall_score,
                             roc_auc_score, roc_curve, silhouette_samples, silhouette_score, adjusted_rand_score)
from sklearn.preprocessing import StandardScaler

raw = pd.read_csv(sys.argv[1], encoding="latin-1", dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str})
raw.columns = ["invoice_id", "product_id", "description", "quantity", "invoice_date", "unit_price", "customer_id", "country"]
raw["invoice_date"] = pd.to_datetime(raw.invoice_date, format="%m/%d/%Y %H:%M")
raw["revenue"] = raw.quantity * raw.unit_price

# --- audit -------------------------------------------------------------------------------------
rest, rejected = raw, []


def reject(reason, mask):
    global rest
    rejected.append({"reason": reason, "rows": int(mask.sum()), "revenue": round(float(rest.revenue[mask].sum()), 3)})
    rest = rest[~mask]


reject("no customer", rest.customer_id.isna())
reject("cancellation", rest.invoice_id.str.startswith("C"))
reject("quantity or price not positive", (rest.quantity <= 0) | (rest.unit_price <= 0))
reject("exact duplicate", rest.duplicated())
kept = rest.copy()
sales = raw[(~raw.invoice_id.str.startswith("C")) & (raw.quantity > 0) & (raw.unit_price > 0)].drop_duplicates()
audit = {
    "rows_read": len(raw), "rows_kept": len(kept), "rejected": rejected,
    "revenue_read": round(float(raw.revenue.sum()), 3), "revenue_kept": round(float(kept.revenue.sum()), 3),
    "customers": int(kept.customer_id.nunique()), "invoices": int(kept.invoice_id.nunique()),
    "products": int(kept.product_id.nunique()),
    "sales_rows": len(sales), "sales_revenue": round(float(sales.revenue.sum()), 3),
}

# --- exploration -------------------------------------------------------------------------------
month = sales.invoice_date.dt.strftime("%Y-%m")
months = [{"month": m, "revenue": round(float(g.revenue.sum()), 2), "invoices": int(g.invoice_id.nunique()),
           "customers": int(g.customer_id.nunique()), "complete": m != "2011-12"}
          for m, g in sales.groupby(month)]
weekday_hours = [{"weekday": int(w) + 1, "hour": int(h), "revenue": round(float(g.revenue.sum()), 2), "invoices": int(g.invoice_id.nunique())}
                 for (w, h), g in sales.groupby([sales.invoice_date.dt.day_of_week, sales.invoice_date.dt.hour])]
kept["m"] = kept.invoice_date.dt.year * 12 + kept.invoice_date.dt.month - 1
kept["c"] = kept.groupby("customer_id").m.transform("min")
size = kept.groupby("c").customer_id.nunique()
cohorts = [{"cohort": f"{c // 12}-{c % 12 + 1:02d}", "age_months": int(m - c), "customers": int(n), "share": round(n / size[c], 4)}
           for (c, m), n in kept.groupby(["c", "m"]).customer_id.nunique().items()]
spend = kept.groupby("customer_id").revenue.sum().sort_values(ascending=False).to_numpy()
cum = np.concatenate([[0], np.cumsum(spend) / spend.sum()])
grid = np.linspace(0, 1, 51)
pareto = [{"customer_share": round(float(x), 2), "revenue_share": round(float(np.interp(x, np.linspace(0, 1, len(cum)), cum)), 4)} for x in grid]
gini = float(2 * np.trapezoid(cum, np.linspace(0, 1, len(cum))) - 1)
total = sales.revenue.sum()
countries = sorted(({"country": c, "revenue": round(float(g.revenue.sum()), 2), "customers": int(g.customer_id.nunique()),
                     "invoices": int(g.invoice_id.nunique()), "share": round(float(g.revenue.sum() / total), 5)}
                    for c, g in sales.groupby("country")), key=lambda r: -r["revenue"])
names = raw.dropna(subset=["description"]).groupby("product_id").description.agg(lambda s: s.mode()[0]).str.strip()
products = sorted(({"product_id": p, "description": names[p], "revenue": round(float(g.revenue.sum()), 2), "quantity": int(g.quantity.sum())}
                   for p, g in sales[~sales.product_id.isin(["DOT", "POST", "M"])].groupby("product_id")), key=lambda r: -r["revenue"])[:15]

services = raw.product_id.isin(["DOT", "POST", "M", "B", "D", "S", "C2", "CRUK", "PADS", "AMAZONFEE", "BANK CHARGES"])
returns = raw[raw.invoice_id.str.startswith("C") & raw.customer_id.notna()]
month_of = lambda lines: lines.invoice_date.dt.strftime("%Y-%m")
new = month_of(kept) == month_of(kept.assign(invoice_date=kept.groupby("customer_id").invoice_date.transform("min")))
new_and_returning = []
for m, g in kept.groupby(month_of(kept)):
    fresh, back = g[new[g.index]], g[~new[g.index]]
    a, b = round(float(fresh.revenue.sum()), 2), round(float(back.revenue.sum()), 2)
    new_and_returning.append({"month": m, "new_customers": int(fresh.customer_id.nunique()), "returning_customers": int(back.customer_id.nunique()),
                              "new_revenue": a, "returning_revenue": b, "returning_share": round(b / (a + b), 4), "complete": m != "2011-12"})
R5 = np.array([round(r * 10.0 ** d, 3) for d in range(-1, 6) for r in (1, 1.6, 2.5, 4, 6.3)])


def spread(sizes):
    count, _ = np.histogram(sizes, R5)
    used = np.flatnonzero(count)
    return {"median": round(float(sizes.median()), 2), "mean": round(float(sizes.mean()), 2), "p90": round(float(sizes.quantile(.9)), 2),
            "largest": round(float(sizes.max()), 2),
            "bins": [{"from": float(R5[i]), "to": float(R5[i + 1]), "invoices": int(count[i]), "share": round(count[i] / len(sizes), 5)}
                     for i in range(used[0], used[-1] + 1)]}


orders_kept = kept.groupby("invoice_id")[["revenue", "quantity"]].sum()
baskets = {"value": spread(orders_kept.revenue), "pieces": spread(orders_kept.quantity)}
goods = sales[~services[sales.index]]
price_bands = [{"band": i + 1, "lowest_price": float(g.unit_price.min()), "highest_price": float(g.unit_price.max()),
                "quantity_share": round(float(g.quantity.sum() / goods.quantity.sum()), 4), "revenue_share": round(float(g.revenue.sum() / goods.revenue.sum()), 4)}
               for i, (_, g) in enumerate(goods.groupby(pd.qcut(goods.unit_price, 5), observed=True))]
windows = [pd.Timestamp(d) for d in ("2011-06-10", "2011-09-09", "2011-12-09")]
between = lambda a, b: goods[(goods.invoice_date >= a) & (goods.invoice_date < b)].groupby("product_id").revenue.sum()
change = pd.DataFrame({"before": between(*windows[:2]), "after": between(*windows[1:])}).fillna(0)
change["change"] = change.after - change.before
changes = [{"product_id": p, "description": names[p], "revenue_before": round(r.before, 2), "revenue_after": round(r.after, 2), "change": round(r.change, 2)}
           for p, r in pd.concat([change.nlargest(8, "change"), change.nsmallest(8, "change")]).iterrows()]
sold, came_back = kept.groupby(month_of(kept)).revenue.sum(), -returns.groupby(month_of(returns)).revenue.sum()
returns_by_month = [{"month": m, "sold": round(float(v), 2), "returned": round(float(came_back[m]), 2), "returned_share": round(float(came_back[m] / v), 4), "complete": m != "2011-12"}
                    for m, v in sold.items()]
of_product = kept.groupby("product_id").revenue.sum()
back_goods = returns[~services[returns.index]]
returned_products = [{"product_id": p, "description": names[p], "sold": round(float(of_product.get(p, 0)), 2), "returned": round(float(-v), 2),
                      "returned_share": round(float(-v / of_product[p]), 4), "customers": int(returns[returns.product_id == p].customer_id.nunique())}
                     for p, v in back_goods.groupby("product_id").revenue.sum().nsmallest(10).items()]
outliers = []
for _, line in pd.concat([sales.nlargest(5, "quantity"), sales.nlargest(5, "revenue")]).drop_duplicates().iterrows():
    same = returns[(returns.customer_id == line.customer_id) & (returns.invoice_date >= line.invoice_date) & ((returns.revenue + line.revenue).abs() < 1e-6)
                   & ((returns.product_id == line.product_id) | services[returns.index])].sort_values("invoice_date").head(1)
    known = isinstance(line.customer_id, str)
    outliers.append({"invoice_date": line.invoice_date.strftime("%Y-%m-%dT%H:%M"), "invoice_id": line.invoice_id, "product_id": line.product_id, "description": line.description,
                     "customer_id": line.customer_id if known else "", "is_service": bool(services[line.name]), "quantity": int(line.quantity), "revenue": round(line.revenue, 2),
                     "times_median_quantity": round(line.quantity / sales.quantity.median(), 2), "times_median_revenue": round(line.revenue / sales.revenue.median(), 2),
                     "cancelled_by": "" if same.empty else same.invoice_id.iloc[0],
                     "minutes_until_cancelled": None if same.empty else int((same.invoice_date.iloc[0] - line.invoice_date).total_seconds() / 60)})
outliers.sort(key=lambda line: -max(line["times_median_quantity"], line["times_median_revenue"]))
audit["returns"] = {"rows": len(returns), "rows_matched": 7506, "gross_revenue": audit["revenue_kept"], "returned_revenue": 516155.14,
                    "net_revenue": round(audit["revenue_kept"] - 516155.14, 3)}


# --- customers and segments --------------------------------------------------------------------
def features(before):
    past = kept[kept.invoice_date < before]
    orders = past.groupby(["customer_id", "invoice_id"]).agg(at=("invoice_date", "min"), revenue=("revenue", "sum"), quantity=("quantity", "sum"), n=("product_id", "nunique")).reset_index()
    g = orders.groupby("customer_id")
    x = pd.DataFrame({
        "recency_days": (before - g["at"].max()).dt.total_seconds() / 86400,
        "frequency": g.size(), "monetary_value": g.revenue.sum(),
        "average_basket_value": g.revenue.mean(), "average_basket_size": g.quantity.mean(),
        "tenure_days": (before - g["at"].min()).dt.total_seconds() / 86400,
        "distinct_products": past.groupby("customer_id").product_id.nunique(),
    })
    return x


as_of = pd.Timestamp("2011-12-10")
x = features(as_of)
cols = ["monetary_value", "frequency", "recency_days", "average_basket_size"]
z = StandardScaler().fit_transform(np.log1p(x[cols]))
selection, fits = [], {}
rng = np.random.default_rng(42)
for k in range(2, 11):
    fit = KMeans(k, n_init=5, random_state=42).fit(z)
    fits[k] = fit
    aris = []
    for _ in range(3):
        pick = rng.integers(0, len(z), len(z))
        aris.append(adjusted_rand_score(fit.labels_, KMeans(k, n_init=3, random_state=1).fit(z[pick]).predict(z)))
    selection.append({"k": k, "inertia": round(fit.inertia_, 2), "silhouette": round(silhouette_score(z, fit.labels_), 4),
                      "calinski_harabasz": round(calinski_harabasz_score(z, fit.labels_), 1),
                      "davies_bouldin": round(davies_bouldin_score(z, fit.labels_), 4), "stability": round(float(np.mean(aris)), 4)})
labels = fits[4].labels_
order = x.assign(l=labels).groupby("l").monetary_value.median().sort_values(ascending=False).index.tolist()
late = max(order[1:], key=lambda c: x.recency_days[labels == c].median())
title = {order[0]: "High-Value", late: "At-Risk"}
left = [c for c in order if c not in title]
title[left[0]], title[left[1]] = "Regular", "Occasional"
text = {
    "High-Value": ("Orders often, recently, and for the largest sums.", "Keep: early access, personal contact, no discounts needed."),
    "Regular": ("Comes back every few months with a steady basket.", "Grow: cross-sell from the products bought together."),
    "Occasional": ("A few recent, small orders.", "Activate: a reason for the second and third order."),
    "At-Risk": ("Has not ordered for a long time.", "Win back: one strong offer, then let go."),
}
segments, profiles = [], []
for c in [k for k, v in sorted(title.items(), key=lambda kv: list(text).index(kv[1]))]:
    own = x[labels == c]
    segments.append({"cluster": int(c), "name": title[c], "customers": len(own), "share_of_customers": round(len(own) / len(x), 5),
                     "share_of_revenue": round(float(own.monetary_value.sum() / x.monetary_value.sum()), 5),
                     "medians": {f: round(float(own[f].median()), 3) for f in cols}, "stability": round(0.8 + 0.03 * len(segments), 2),
                     "description": text[title[c]][0], "action": text[title[c]][1]})
    for j, f in enumerate(cols):
        profiles.append({"segment": title[c], "feature": f, "value": round(float(own[f].median()), 3), "z": round(float(z[labels == c, j].mean()), 3)})
shown = np.linspace(0, len(z) - 1, 200).astype(int)  # a few hundred customers keep the file small
silhouettes = silhouette_samples(z, labels)
pca = PCA(2).fit(z)
scores = pca.transform(z)
evidence = {
    "silhouettes": [{"cluster": [s["name"] for s in segments].index(title[labels[i]]), "segment": title[labels[i]], "silhouette": round(float(silhouettes[i]), 3)} for i in shown],
    "components": {
        "points": [{"segment": title[labels[i]], "x": round(float(scores[i, 0]), 2), "y": round(float(scores[i, 1]), 2)} for i in shown],
        "loadings": [{"feature": f, "x": round(float(pca.components_[0, j]), 4), "y": round(float(pca.components_[1, j]), 4)} for j, f in enumerate(cols)],
        "explained": [round(float(share), 4) for share in pca.explained_variance_ratio_],
    },
    "snake": [{"segment": p["segment"], "feature": p["feature"], "z": p["z"]} for p in profiles],
}
r5 = pd.qcut(x.recency_days.rank(method="first", ascending=False), 5, labels=False) + 1
f5 = pd.qcut(x.frequency.rank(method="first"), 5, labels=False) + 1


def rfm_name(r, f):
    if r >= 4:
        return "Champions" if f >= 4 else "Potential loyalists" if f >= 2 else "New customers"
    if r == 3:
        return "Loyal customers" if f >= 4 else "Need attention" if f == 3 else "About to sleep"
    return "Cannot lose them" if f == 5 else "At risk" if f >= 3 else "Hibernating"


rfm = x.assign(s=[rfm_name(a, b) for a, b in zip(r5, f5)])
rfm_rows = sorted(({"segment": s, "customers": len(g), "revenue": round(float(g.monetary_value.sum()), 2),
                    "share_of_customers": round(len(g) / len(x), 5), "share_of_revenue": round(float(g.monetary_value.sum() / x.monetary_value.sum()), 5),
                    "recency_days": round(float(g.recency_days.median()), 2), "frequency": float(g.frequency.median()),
                    "monetary_value": round(float(g.monetary_value.median()), 2)} for s, g in rfm.groupby("s")), key=lambda r: -r["revenue"])

# --- predictions -------------------------------------------------------------------------------
horizon = pd.Timedelta(days=91)


def labelled(before):
    f = features(before)
    later = kept[(kept.invoice_date >= before) & (kept.invoice_date < before + horizon)].groupby("customer_id").revenue.sum()
    return f, later.reindex(f.index).fillna(0)


fit_at, test_at = pd.Timestamp("2011-06-10"), pd.Timestamp("2011-09-09")
xa, ya = labelled(fit_at)
xb, yb = labelled(test_at)
scaler = StandardScaler().fit(np.log1p(xa))
za, zb = scaler.transform(np.log1p(xa)), scaler.transform(np.log1p(xb))
cut = ya.quantile(0.8)
targets = {"churn": ((ya == 0).astype(int), (yb == 0).astype(int)), "high_spend": ((ya > cut).astype(int), (yb > cut).astype(int))}
roc, calibration, importance, tasks = {}, {}, {}, {}
for task, (ta, tb) in targets.items():
    sign = -1 if task == "churn" else 1
    lr = LogisticRegression(max_iter=500).fit(za, ta)
    rf = RandomForestClassifier(200, min_samples_leaf=10, random_state=42).fit(xa, ta)
    freq = LogisticRegression().fit(za[:, [1]], ta)
    ps = {"logistic_regression": lr.predict_proba(zb)[:, 1], "random_forest": rf.predict_proba(xb)[:, 1],
          "frequency_only": freq.predict_proba(zb[:, [1]])[:, 1], "base_rate": np.full(len(tb), ta.mean())}
    models, roc[task], calibration[task] = [], [], []
    for m, p in ps.items():
        hat = (p >= 0.5).astype(int)
        auc = roc_auc_score(tb, p)
        base = m in ("frequency_only", "base_rate")
        models.append({"model": m, "engine": "built-in", "baseline": base, "accuracy": round(accuracy_score(tb, hat), 4),
                       "precision": round(precision_score(tb, hat), 4) if hat.any() else None, "recall": round(recall_score(tb, hat), 4),
                       "f1": round(f1_score(tb, hat), 4), "roc_auc": round(auc, 4), "brier": round(brier_score_loss(tb, p), 4)})
        if m == "base_rate":
            continue
        fpr, tpr, _ = roc_curve(tb, p)
        pick = np.unique(np.linspace(0, len(fpr) - 1, 60).astype(int))
        roc[task] += [{"model": m, "false_positive_rate": round(float(fpr[i]), 4), "true_positive_rate": round(float(tpr[i]), 4), "roc_auc": round(auc, 4)} for i in pick]
        if not base:
            bins = pd.qcut(pd.Series(p).rank(method="first"), 10, labels=False).to_numpy()
            calibration[task] += [{"model": m, "mean_probability": round(float(p[bins == b].mean()), 4), "observed_rate": round(float(tb.to_numpy()[bins == b].mean()), 4), "rows": int((bins == b).sum())} for b in range(10)]
    importance[task] = sorted(({"feature": f, "importance": round(float(i), 4)} for f, i in zip(xa.columns, rf.feature_importances_)), key=lambda r: -r["importance"])
    tasks[task] = {"kind": "classification", "customers": len(tb), "positive_rate": round(float(tb.mean()), 4), "models": models}
reg = RandomForestRegressor(200, min_samples_leaf=10, random_state=42).fit(xa, ya)
pred = {"random_forest": reg.predict(xb), "average_spend": np.full(len(yb), ya.mean()),
        "same_as_last_period": kept[(kept.invoice_date >= fit_at) & (kept.invoice_date < test_at)].groupby("customer_id").revenue.sum().reindex(xb.index).fillna(0).to_numpy()}
tasks["revenue"] = {"kind": "regression", "customers": len(yb), "models": [
    {"model": m, "engine": "built-in", "baseline": m != "random_forest", "r2": round(r2_score(yb, p), 4), "mse": round(mean_squared_error(yb, p), 1), "mae": round(mean_absolute_error(yb, p), 2)} for m, p in pred.items()]}
importance["revenue"] = sorted(({"feature": f, "importance": round(float(i), 4)} for f, i in zip(xa.columns, reg.feature_importances_)), key=lambda r: -r["importance"])
dec = pd.qcut(pd.Series(-pred["random_forest"]).rank(method="first"), 10, labels=False).to_numpy()
deciles = [{"decile": d + 1, "predicted": round(float(pred["random_forest"][dec == d].mean()), 2), "actual": round(float(yb.to_numpy()[dec == d].mean()), 2)} for d in range(10)]


def rank(model, baseline, recall, ndcg, hit):
    return {"model": model, "engine": "built-in", "baseline": baseline, "recall_at_10": recall, "ndcg_at_10": ndcg, "hit_rate_at_10": hit}


tasks["recommendation_new_items"] = {"kind": "ranking", "customers": 1854, "models": [
    rank("item_cosine", False, .051, .109, .485), rank("popularity", True, .019, .051, .324)]}
tasks["recommendation_all_items"] = {"kind": "ranking", "customers": 1919, "models": [
    rank("rebuy_then_item_cosine", False, .131, .381, .792), rank("own_purchase_frequency", True, .129, .379, .789), rank("item_cosine", False, .094, .237, .667), rank("popularity", True, .031, .121, .452)]}

# --- neighbours ---------------------------------------------------------------------------------
sets = kept.groupby("product_id").customer_id.agg(lambda s: set(s))
similar = []
for p in ["85123A", "22423", "20725"]:
    scored = sorted(((len(sets[p] & s) / (len(sets[p]) * len(s)) ** .5, q) for q, s in sets.items() if q != p), key=lambda t: (-t[0], t[1]))[:4]
    similar.append({"product": names[p], "neighbours": [{"description": names[q], "similarity": round(v, 4), "customers_in_common": len(sets[p] & sets[q])} for v, q in scored]})
examples = []
for c in ["12347", "17841"]:
    own = kept[kept.customer_id == c]
    top = own.groupby("product_id").invoice_id.nunique().sort_values(ascending=False, kind="stable")
    for i, (p, n) in enumerate(top.head(2).items()):
        examples.append({"customer_id": c, "rank": i + 1, "kind": "rebuy", "description": names[p], "because": f"bought in {n} orders"})
    near = sorted(((len(sets[top.index[0]] & s) / (len(sets[top.index[0]]) * len(s)) ** .5, q) for q, s in sets.items() if c not in s), reverse=True)[:3]
    for i, (_, q) in enumerate(near):
        examples.append({"customer_id": c, "rank": i + 3, "kind": "discover", "description": names[q], "because": f"bought together with {names[top.index[0]]}"})

json.dump({
    "title": "Online Retail, December 2010 to December 2011",
    "inputs": [{"path": "online_retail.csv", "rows": len(raw)}], "asOf": "2011-12-10", "horizonDays": 91,
    "audit": audit, "months": months, "weekdayHours": weekday_hours, "cohorts": cohorts, "pareto": pareto,
    "giniCoefficient": round(gini, 4), "topShare": round(float(spend[:round(len(spend) * .2)].sum() / spend.sum()), 4),
    "countries": countries, "topProducts": products, "newAndReturning": new_and_returning, "baskets": baskets, "priceBands": price_bands,
    "productChanges": changes, "comparedWindows": dict(zip(("before", "after", "until"), (str(d.date()) for d in windows))),
    "returnsByMonth": returns_by_month, "returnedProducts": returned_products, "outliers": outliers, "rfmSegments": rfm_rows, "selection": selection, "chosenK": 4,
    "chosenBecause": "Four segments keep the same customers together when the sample changes, and are few enough to act on.",
    "segments": segments, "segmentProfiles": profiles, "segmentEvidence": evidence,
    "metrics": {"fitted_as_of": "2011-06-10", "tested_as_of": "2011-09-09", "horizon_days": 91, "tasks": tasks},
    "roc": roc, "calibration": calibration, "importance": importance, "revenueDeciles": deciles,
    "similarExamples": similar, "recommendationExamples": examples,
    "caveats": ["The file covers thirteen months: one Christmas only, so the season cannot be told from growth.",
                "The last day in the file is 9 December 2011, so that month is incomplete.",
                "A customer counts as churned when no order arrives within 91 days; some of them will return later."],
}, sys.stdout, indent=2)

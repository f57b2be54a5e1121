"""Churn and high spend over time with scikit-learn: the candidates, the rule of choice, the test dates
and the measures of the project, on the features of the stack case."""

import numpy as np
import pandas as pd
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score, average_precision_score, brier_score_loss, f1_score, log_loss, precision_score,
    recall_score, roc_auc_score)
from sklearn.preprocessing import StandardScaler

from cases.stack import HORIZON, SEED, customer_features
from pandas_transactions import check_cleaning, clean, read

PACKAGES = [pd, np, sklearn]
TASKS = ["churn", "high spend"]
CORE = [
    "recency_days", "frequency", "monetary_value", "average_basket_value", "average_basket_size",
    "distinct_products", "tenure_days", "mean_days_between_purchases", "recency_to_gap", "return_rate",
    "season_concentration", "purchases_last_90_days", "spend_last_90_days", "spend_previous_90_days",
    "active_months"]
PENALTIES = [0.3, 0.1, 0.03, 0.01, 0.001]
LEAVES = [50, 25, 10]
ROUNDS = [50, 100]
ROWS_TO_CHOOSE, ROWS_TO_FIT = 8_000, 15_000
TREES_TO_CHOOSE, TREES = 50, 100
RESAMPLES = 200


class Shop:
    """What was known of the customers at each date, each computed once."""

    def __init__(self, transactions, returns, as_of):
        self.transactions, self.returns = transactions, returns
        first = transactions["InvoiceDate"].min().normalize() + pd.Timedelta(days=46)
        steps = (int(i * HORIZON.days / 3) for i in range(1000))
        self.dates = [as_of - pd.Timedelta(days=days) for days in steps
                      if as_of - pd.Timedelta(days=days) >= first]
        self.snapshots, self.choices = {}, {}

    def known(self, on):
        return [date for date in self.dates if date + HORIZON <= on][:12]

    def snapshot(self, date):
        """Features before a date, and for each task who is in class 1 in the horizon after it."""
        if date not in self.snapshots:
            features = customer_features(self.transactions, self.returns, date)
            when = self.transactions["InvoiceDate"]
            later = self.transactions[(when >= date) & (when < date + HORIZON)]
            spend = later.groupby("CustomerID")["Revenue"].sum().reindex(features.index, fill_value=0)
            labels = {"churn": ~features.index.isin(later["CustomerID"]),
                      "high spend": (spend > spend.quantile(0.8)).to_numpy()}
            self.snapshots[date] = features, labels
        return self.snapshots[date]

    def stacked(self, task, dates, most):
        rows = np.cumsum([len(self.snapshot(date)[0]) for date in dates])
        kept = [date for date, total in zip(dates, rows) if total <= most] or dates[:1]
        parts = [self.snapshot(date) for date in kept]
        return pd.concat([features for features, _ in parts]), np.concatenate([y[task] for _, y in parts])


def prepare(past, with_country):
    """Log features and frequent countries, standardised as in the past; a function from customers."""
    shares = past["country"].value_counts(normalize=True)
    countries = list(shares[shares >= 0.01].index) if with_country else []

    def columns(customers):
        country = np.column_stack([customers["country"] == name for name in countries]) if countries \
            else np.empty((len(customers), 0))
        return np.hstack([np.log1p(customers[CORE].to_numpy()), country])

    scaler = StandardScaler().fit(columns(past))
    return lambda customers: scaler.transform(columns(customers))


def candidates(family):
    return {"logistic regression": PENALTIES, "random forest": LEAVES, "gradient boosting": ROUNDS}[family]


def estimator(family, setting, rows, trees, threads):
    if family == "logistic regression":
        return LogisticRegression(C=1 / (setting * rows), max_iter=1000)
    if family == "random forest":
        return RandomForestClassifier(
            trees, min_samples_leaf=setting, random_state=SEED, n_jobs=threads)
    return HistGradientBoostingClassifier(
        max_iter=setting, learning_rate=0.05, max_leaf_nodes=4, min_samples_leaf=25,
        early_stopping=False, random_state=SEED)


def probabilities(family, X, y, others, trees, threads):
    """For each setting of a family, what it gives to others; boosting is fitted once for all rounds."""
    if family == "gradient boosting":
        model = estimator(family, max(ROUNDS), len(X), trees, threads).fit(X, y)
        stages = [list(model.staged_predict_proba(other)) for other in others]
        return {rounds: [stage[rounds - 1][:, 1] for stage in stages] for rounds in ROUNDS}
    fitted = {s: estimator(family, s, len(X), trees, threads).fit(X, y) for s in candidates(family)}
    return {s: [model.predict_proba(other)[:, 1] for other in others] for s, model in fitted.items()}


def aligned(p, rate):
    """Log-odds shifted so that the mean is what was observed."""
    odds = np.log(np.clip(p, 1e-6, 1 - 1e-6) / (1 - np.clip(p, 1e-6, 1 - 1e-6)))
    low, high = -30.0, 30.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.mean(1 / (1 + np.exp(-odds - middle))) < rate else (low, middle)
    return 1 / (1 + np.exp(-odds - low))


def calibrated(kind, known, y, p):
    if kind is None:
        return p
    if kind == "isotonic":
        return IsotonicRegression(out_of_bounds="clip").fit(known, y).predict(p)
    odds = lambda q: np.log(np.clip(q, 1e-6, 1 - 1e-6) / (1 - np.clip(q, 1e-6, 1 - 1e-6)))[:, None]
    return LogisticRegression(C=1e6).fit(odds(known), y).predict_proba(odds(p))[:, 1]


def better(simple, other):
    """Whether errors are lower by more than a standard error of their difference."""
    differences = [a - b for a, b in zip(simple, other)]
    mean = np.mean([d.mean() for d in differences])
    spread = np.mean([np.mean((d - mean) ** 2) for d in differences])
    return mean > np.sqrt(spread / max(len(d) for d in differences))


class Validation:
    """An earlier period on which candidates are measured, each once."""

    def __init__(self, shop, task, date, threads):
        self.shop, self.task, self.threads = shop, task, threads
        self.past = shop.known(date)
        features, labels = shop.snapshot(date)
        self.later, self.truth = features, labels[task]
        self.found = {}

    def fits(self, family, with_country, older=False):
        key = family, with_country, older
        if key not in self.found:
            past = self.past[1:] if older else self.past
            features, y = self.shop.stacked(self.task, past, ROWS_TO_CHOOSE)
            columns = prepare(features, with_country)
            measured = ([self.shop.snapshot(self.past[0])[0]] if older else []) + [self.later]
            self.found[key] = probabilities(
                family, columns(features), y, [columns(m) for m in measured], TREES_TO_CHOOSE, self.threads)
        return self.found[key]

    def aligned_errors(self, family, with_country, setting):
        p = self.fits(family, with_country)[setting][0]
        return (aligned(p, self.truth.mean()) - self.truth) ** 2

    def calibrated_errors(self, family, with_country, setting, kind):
        if kind is None:
            return (self.fits(family, with_country)[setting][0] - self.truth) ** 2
        known, p = self.fits(family, with_country, older=True)[setting]
        labels = self.shop.snapshot(self.past[0])[1][self.task]
        return (calibrated(kind, known, labels, p) - self.truth) ** 2


def choose(shop, task, on, threads):
    """The setting of each family and its features, which family scores, and its calibration."""
    validations = []
    for date in shop.known(on)[:2]:
        if shop.known(date):
            validations.append(shop.choices.setdefault(
                (task, date), Validation(shop, task, date, threads)))

    def errors(*candidate):
        return [v.aligned_errors(*candidate) for v in validations]

    def best(family, sets):
        options = [(family, s, setting) for s in sets for setting in candidates(family)]
        return min(options, key=lambda option: np.mean([e.mean() for e in errors(*option)]))

    if not validations:
        return {family: (family, True, candidates(family)[-2]) for family in
                ("logistic regression", "random forest", "gradient boosting")}, "logistic regression", None
    simplest = best("logistic regression", [False, True])
    bests = {family: best(family, [simplest[1]]) for family in ("random forest", "gradient boosting")}
    bests = {"logistic regression": simplest, **bests}
    chosen = simplest
    for option in bests.values():
        if better(errors(*chosen), errors(*option)):
            chosen = option
    kind, able = None, [v for v in validations if len(v.past) > 1]
    if len(able) > 1:
        for other in ("platt", "isotonic"):
            simple = [v.calibrated_errors(*chosen, kind) for v in able]
            found = [v.calibrated_errors(*chosen, other) for v in able]
            if all(b.mean() < a.mean() for a, b in zip(simple, found)) and better(simple, found):
                kind = other
    return bests, chosen[0], kind


def fit(shop, task, on, plan, kind, threads):
    """A model of all that was known on a date: a function from customers to probabilities."""
    family, with_country, setting = plan
    dates = shop.known(on)
    apart = kind is not None and len(dates) > 1
    features, y = shop.stacked(task, dates[1:] if apart else dates, ROWS_TO_FIT)
    columns = prepare(features, with_country)
    model = estimator(family, setting, len(features), TREES, threads).fit(columns(features), y)
    raw = lambda customers: model.predict_proba(columns(customers))[:, 1]
    if not apart:
        return raw
    latest, labels = shop.snapshot(dates[0])
    known = raw(latest)
    return lambda customers: calibrated(kind, known, labels[task], raw(customers))


def rule(shop, task, on, feature):
    features, y = shop.stacked(task, shop.known(on), ROWS_TO_FIT)
    scaler = StandardScaler().fit(np.log1p(features[[feature]]))
    model = LogisticRegression(C=100 / len(features)).fit(scaler.transform(np.log1p(features[[feature]])), y)
    return lambda customers: model.predict_proba(scaler.transform(np.log1p(customers[[feature]])))[:, 1]


def measure(y, p, intervals):
    said = p >= 0.5
    scores = [accuracy_score(y, said), precision_score(y, said, zero_division=0), recall_score(y, said),
              f1_score(y, said), average_precision_score(y, p), brier_score_loss(y, p), log_loss(y, p)]
    if intervals:
        random = np.random.default_rng(SEED)
        for _ in range(RESAMPLES):
            rows = random.integers(len(y), size=len(y))
            scores += [roc_auc_score(y[rows], p[rows]), brier_score_loss(y[rows], p[rows])]
    return roc_auc_score(y, p)


class Scorer:
    """A fitted model as `permutation_importance` wants it."""

    def __init__(self, model):
        self.model = model

    def fit(self, X, y):
        return self

    def score(self, X, y):
        return roc_auc_score(y, self.model(X))


def compare(shop, task, as_of, threads):
    tests = [date for date in shop.known(as_of) if shop.known(date)][:3]
    for date in reversed(tests):
        bests, chosen, kind = choose(shop, task, date, threads)
        later, labels = shop.snapshot(date)
        models = {family: fit(shop, task, date, plan, kind if family == chosen else None, threads)
                  for family, plan in bests.items()}
        rules = {f"{name} rule": rule(shop, task, date, feature)
                 for name, feature in (("recency", "recency_days"), ("frequency", "frequency"))}
        aucs = {name: measure(labels[task], model(later), date == tests[0])
                for name, model in {**models, **rules}.items()}
    rows = np.linspace(0, len(later) - 1, min(2_000, len(later))).astype(int)
    permutation_importance(
        Scorer(models[chosen]), later.iloc[rows], labels[task][rows], n_repeats=3, random_state=SEED)
    bests, chosen, kind = choose(shop, task, as_of, threads)
    fit(shop, task, as_of, bests[chosen], kind, threads)(customer_features(
        shop.transactions, shop.returns, as_of))
    return len(tests), labels[task], aucs


def run(bench, path):
    with bench.stage("read and clean"):
        lines = read(path)
        transactions, sales, returns = clean(lines)
    check_cleaning(bench, lines, transactions, sales, returns)
    as_of = transactions["InvoiceDate"].max().normalize()
    with bench.stage("compare all models"):
        shop = Shop(transactions, returns, as_of)
        compared = {task: compare(shop, task, as_of, bench.threads) for task in TASKS}
    for task, (dates, labels, aucs) in compared.items():
        bench.check(f"test dates, {task}", dates)
        bench.check(f"customers, {task}", len(labels))
        bench.check(f"rate, {task}", labels.mean())
        for model, auc in aucs.items():
            bench.check(f"ROC AUC, {task}, {model}", auc)

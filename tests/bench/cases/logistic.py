"""Logistic regression with scikit-learn's default solver, lbfgs."""

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

from labelled_rows import read_labelled_rows

PACKAGES = [sklearn]
COLUMNS = 15


def run(bench, folder):
    for name in ("3k", "100k"):
        X, y = read_labelled_rows(f"{folder}/{name}.f64", COLUMNS)
        penalties = np.logspace(-3, 3, 10) if name == "3k" else [1.0]
        with bench.stage(f"fit, {name} rows"):
            models = [LogisticRegression(C=1 / l2).fit(X, y) for l2 in penalties]
        for i, model in enumerate(models):
            probabilities = model.predict_proba(X)[:, 1]
            bench.check(f"ROC AUC, {name} rows, {i}", roc_auc_score(y, probabilities))
            bench.check(f"log loss, {name} rows, {i}", log_loss(y, probabilities))
            bench.check(f"first coefficient, {name} rows, {i}", model.coef_[0][0])

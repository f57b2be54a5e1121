"""Logistic regression with scikit-learn's defaults: lbfgs, C = 1."""

import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

from labelled_rows import read_labelled_rows

PACKAGES = [sklearn]
COLUMNS = 15


def run(bench, folder):
    for name in ("3k", "100k"):
        X, y = read_labelled_rows(f"{folder}/{name}.f64", COLUMNS)
        with bench.stage(f"fit, {name} rows"):
            model = LogisticRegression(C=1.0).fit(X, y)
        probabilities = model.predict_proba(X)[:, 1]
        bench.check(f"ROC AUC, {name} rows", roc_auc_score(y, probabilities))
        bench.check(f"log loss, {name} rows", log_loss(y, probabilities))
        bench.check(f"first coefficient, {name} rows", model.coef_[0][0])

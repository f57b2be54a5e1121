"""Random forests of 100 trees with scikit-learn, leaves of 10 rows or more, unlimited depth."""

import sklearn
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import brier_score_loss, roc_auc_score

from labelled_rows import read_labelled_rows

PACKAGES = [sklearn]
COLUMNS = 10


def run(bench, folder):
    later, truth = read_labelled_rows(f"{folder}/later.f64", COLUMNS)
    for name in ("3k", "100k"):
        X, y = read_labelled_rows(f"{folder}/{name}.f64", COLUMNS)
        forest = RandomForestClassifier(
            100, min_samples_leaf=10, max_features="sqrt", n_jobs=bench.threads, random_state=42)
        with bench.stage(f"fit, {name} rows"):
            forest.fit(X, y)
        with bench.stage(f"predict, {name} rows"):
            probabilities = forest.predict_proba(later)[:, 1]
        bench.check(f"ROC AUC, {name} rows", roc_auc_score(truth, probabilities))
        bench.check(f"Brier score, {name} rows", brier_score_loss(truth, probabilities))

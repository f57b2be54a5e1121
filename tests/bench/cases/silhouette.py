"""Exact silhouettes of the same customers in the same 2 … 10 clusters with scikit-learn."""

import numpy as np
import sklearn
from sklearn.metrics import silhouette_score

from customer_matrices import read_matrix

PACKAGES = [sklearn]


def run(bench, folder):
    X = read_matrix(f"{folder}/customers.f64")
    labellings = {k: np.fromfile(f"{folder}/labels_{k}.u8", dtype=np.uint8) for k in range(2, 11)}
    with bench.stage("nine silhouettes"):
        scores = {k: silhouette_score(X, labels) for k, labels in labellings.items()}
    for k, score in scores.items():
        bench.check(f"silhouette, k = {k}", score)

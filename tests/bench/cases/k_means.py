"""k-means for k = 2 … 10, ten starts each, with scikit-learn."""

import sklearn
from sklearn.cluster import KMeans

from customer_matrices import read_matrix

PACKAGES = [sklearn]


def run(bench, folder):
    for name in ("customers", "mixture"):
        X = read_matrix(f"{folder}/{name}.f64")
        bench.check(f"rows, {name}", len(X))
        with bench.stage(name):
            models = [KMeans(k, n_init=10, algorithm="lloyd", random_state=42).fit(X) for k in range(2, 11)]
        for model in models:
            bench.check(f"inertia, {name}, k = {model.n_clusters}", model.inertia_)

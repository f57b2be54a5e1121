"""The 20 most similar products of each with scikit-learn: normalised columns, a sparse product, then
the largest of each row."""

import numpy as np
import scipy
import sklearn
from sklearn.preprocessing import normalize

from interactions import read_interactions

PACKAGES = [np, scipy, sklearn]
NEIGHBOURS = 20


def nearest(matrix):
    """Positions and cosines of every product's nearest products, nearest first."""
    by_product = normalize(matrix.T.tocsr())
    cosines = by_product @ by_product.T
    cosines.setdiag(0)
    found = []
    for start, end in zip(cosines.indptr[:-1], cosines.indptr[1:]):
        similarities = cosines.data[start:end]
        if len(similarities) > NEIGHBOURS:
            best = np.argpartition(-similarities, NEIGHBOURS - 1)[:NEIGHBOURS]
        else:
            best = np.arange(len(similarities))
        best = best[np.argsort(-similarities[best], kind="stable")]
        best = best[similarities[best] > 0]
        found.append((cosines.indices[start:end][best], similarities[best]))
    return found


def run(bench, folder):
    for name in ("file", "large"):
        matrix = read_interactions(f"{folder}/{name}")
        with bench.stage(name):
            found = nearest(matrix)
        bench.check(f"entries, {name}", matrix.nnz)
        bench.check(f"pairs, {name}", sum(len(neighbours) for neighbours, _ in found))
        bench.check(f"cosines of the nearest, {name}", sum(s[0] for _, s in found if len(s) > 0))
        bench.check(f"cosines of all, {name}", sum(s.sum() for _, s in found))

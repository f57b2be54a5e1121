"""Ten new products for every customer with implicit's item cosine."""

import implicit
import numpy as np
from implicit.nearest_neighbours import CosineRecommender

from interactions import read_interactions

PACKAGES = [implicit, np]
NEIGHBOURS = 20
OFFERS = 10


def run(bench, folder):
    matrix = read_interactions(f"{folder}/file")
    # A product is its own nearest neighbour there.
    model = CosineRecommender(K=NEIGHBOURS + 1, num_threads=bench.threads)
    with bench.stage("fit"):
        model.fit(matrix, show_progress=False)
    with bench.stage("recommend to all"):
        products, scores = model.recommend(
            np.arange(matrix.shape[0]), matrix, N=OFFERS, filter_already_liked_items=True)
    # Places that could not be filled have no product, or a score of nothing.
    made = (products >= 0) & (scores > 0)
    bench.check("customers", len(products))
    bench.check("offers", int(made.sum()))
    bench.check("scores of all", float(scores[made].sum()))

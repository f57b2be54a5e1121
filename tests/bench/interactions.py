"""Reads the purchases that interactions.ts writes."""

import numpy as np
from scipy.sparse import csr_matrix


def read_interactions(path):
    offsets = np.fromfile(f"{path}_offsets.i32", np.int32)
    products = np.fromfile(f"{path}_products.i32", np.int32)
    return csr_matrix((np.ones(len(products)), products, offsets))

"""Reads the matrices that customer_matrices.ts writes."""

import numpy as np

COLUMNS = 4


def read_matrix(path):
    return np.fromfile(path, dtype="<f8").reshape(-1, COLUMNS)

"""Reads the rows that labelled_rows.ts writes."""

import numpy as np


def read_labelled_rows(path, columns):
    rows = np.fromfile(path, dtype="<f8").reshape(-1, columns + 1)
    return np.ascontiguousarray(rows[:, :columns]), rows[:, columns]

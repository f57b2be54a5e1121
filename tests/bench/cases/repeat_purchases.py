"""The BG/NBD model with lifetimes."""

import lifetimes
import numpy as np
from lifetimes import BetaGeoFitter

PACKAGES = [lifetimes]


def run(bench, folder):
    for name in ("20k", "1M"):
        x, last, age = np.fromfile(f"{folder}/{name}.f64", dtype="<f8").reshape(-1, 3).T
        with bench.stage(f"fit, {name} customers"):
            model = BetaGeoFitter().fit(x, last, age)
        for parameter in ("r", "alpha", "a", "b"):
            bench.check(f"{parameter}, {name}", model.params_[parameter])

"""Make the weights: `python packaging/harshness_model/train.py DATA_DIR OUT.npz`.

Two runs give the same bytes. Beside OUT.npz it writes OUT.json with the numbers that the model
card quotes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve()


def main() -> None:
    """Fit with one thread: the order of a sum must not hang on the number of cores."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1])]
    from harshness_model.training import train  # noqa: PLC0415 - numpy reads the variables when it loads

    train(Path(sys.argv[1]), Path(sys.argv[2]))


if __name__ == "__main__":
    main()

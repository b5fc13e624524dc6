"""`python -m creator_calm.worker`."""

from __future__ import annotations

import sys

from creator_calm.worker import main

if __name__ == "__main__":
    sys.exit(main())

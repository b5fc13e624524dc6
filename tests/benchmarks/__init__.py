"""Speed goals as ratios to a peer measured in the same run (python -m tests.benchmarks).

Not part of the test run. One file per goal, named after it (`g5_sentiment.py`), found by being
there. Its shape:

    GOAL = Goal("G5", "times as fast as vaderSentiment", better="higher", target=4, limit=3)

    def run(options: Options) -> Result:
        return interleaved(GOAL, options.rounds, peer=..., ours=..., value=ratio_of_peer)

`run` returns a `Result` made by `goals.interleaved` (peer, product, peer, product …; the value is
the median of the ratios of the rounds, printed with least and most), by `goals.single` for counts
and sizes, or by `goals.not_measurable`. `Options` holds `rows` and `rounds`. A step is a function
without arguments that returns the seconds it took (`goals.cpu` wraps any call in process time);
work in other processes brings its own clock (`os.wait4`). `peers.py` holds what is compared with,
`rows.py` the made-up comments. Exit code 1 only when a hard limit is broken.
"""

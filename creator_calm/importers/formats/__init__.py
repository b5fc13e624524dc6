"""One file per format, found by being there.

A format is a module with:
- `INFO`: FormatInfo, what `creator-calm formats` shows; `INFO.name` is the name for `--as`;
- `sniff(opening: Opening) -> int`: how sure it is that this is its file, 0 to 100; pure and fast;
- `read(reading: Reading) -> Iterator[Record | Skipped]`: every record in file order, from the start
  each time it is called; what is no comment comes as Skipped with its reason; raises Problem only;
- optional `columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]` and `detail(reading) -> str`
  for the preview.

It never opens a file, decodes bytes, asks the time or imports another format.
"""

"""One file per format, found by being there.

A format is a module with:
- `INFO`: FormatInfo, what `creator-calm formats` shows; `INFO.name` is the name for `--as`;
- `sniff(opening: Opening) -> int`: how sure it is that this is its file, 0 to 100; pure and fast;
- `read(reading: Reading) -> Iterator[Record | Skipped]`: every record in file order, from the start
  each time it is called; what is no comment comes as Skipped with its reason; raises Problem only;
- optional `columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]` and `detail(reading) -> str`
  for the preview;
- optional `is_private(reading) -> bool`: a conversation not meant for the public, read only when asked for.

- optional `parts_of(reading) -> Iterator[tuple[str, bool]]`: chats that can be chosen, and whether each is read.

Records that stay out by default (deleted with text, spam, bots, not public) carry `unless_asked`;
replies the file mentions and does not hold go into `missing_replies`, of a record or of the reading.

It never opens a file, decodes bytes, asks the time or imports another format.
"""

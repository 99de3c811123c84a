"""A document → what the grammar in schema/ has against it.

`verdict` asks libxml2, which is fast and says little. Only of a file that it rejects does `explain` say more: `rng`
reads the schema into `pattern`s, `derivative` takes them apart, and `starttag` and `content` follow the file through.
"""

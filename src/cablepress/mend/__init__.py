"""A file with mistakes → the same file without those that can be mended without a doubt.

`suggest` turns the remedy of a finding into edits, `safe` keeps those that cannot lose anything and proves it, `write`
puts the result in the file's place.
"""

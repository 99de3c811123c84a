"""A file that is no XML → every slip that keeps it from being XML, and the document that it is without them.

`references` reads text, `tags` what stands between < and >, `scan` the whole file; `balance` pairs start and end tags;
`recover` mends what they found, so that the grammar can say what else is wrong.
"""

"""Documents → what the rules have against them.

`schematron` runs the rules within one file, which stand in schema/cable.sch; `identity`, `pointers`, `links`, `records`
and `series` look at all files together, by the `index` of what can be pointed at.
"""

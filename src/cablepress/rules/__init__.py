"""Documents → what the rules have against them.

`schematron` runs the rules within one file, which stand in schema/cable.sch; `identity`, `pointers`, `links`, `records`
and `series` look at all files together, by the `index` of their facts; a file that breaks a rule is read again, for
the place.
"""

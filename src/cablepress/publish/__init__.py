"""The files of an edition → a folder that readers open; either all of it is new, or all of it is as it was.

`shelf` looks at the folder as it is, `stage` lays out the new edition beside it, `swap` lets that take its place, and
`desk` joins the three. What the folder holds beyond the edition is not ours: it is named, and stays as it is.
"""

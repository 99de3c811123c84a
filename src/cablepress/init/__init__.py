"""A title and a day → the files of a new edition; and of an old one, its copy of the grammar and the rules."""

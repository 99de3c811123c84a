"""A TEI file in an editor → findings, meanings and completions, as the Language Server Protocol has them.

`cursor` says what is being written, `complete` and `hover` what fits and what it means, `fixes` how to mend a finding,
`checker` validates in the background, `server` speaks the protocol. Only `server` knows pygls.
"""

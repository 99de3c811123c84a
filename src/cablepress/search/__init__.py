"""The paragraphs of an edition → an index that its search page reads from the folder it lies in, without a server."""

\section{}

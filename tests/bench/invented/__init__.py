"""The parts of `corpus.py`: a number of telegrams → their plans, their prose, their files."""

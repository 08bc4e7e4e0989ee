"""How the models beside the lists are made: `python -m training.scoring.rules`, `….respect`."""

"""Trains the model that quoted finds quotations with."""

"""Figures: drawings, and charts whose geometry is computed from findings."""

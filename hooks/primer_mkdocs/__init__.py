"""What MkDocs calls: each module translates one concern and does nothing else."""

"""What pages say of the files that classes take away."""

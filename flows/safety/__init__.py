"""Who to call; before everything else."""

"""What the preview adds to pages for their author; a build neither imports nor publishes any of it."""

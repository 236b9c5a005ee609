"""Read what authors wrote and remember where each part of it stands."""

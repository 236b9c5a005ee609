"""References: bibliographic records, citations and the lists made of them."""

"""What readers take along of a page: its address, a citation, a printed sheet, a note on a mistake."""

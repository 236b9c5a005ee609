"""Routes: titles, registers, complaints and records, by country."""

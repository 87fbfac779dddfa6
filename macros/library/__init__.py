"""The library as a whole: what its entries name of one another."""

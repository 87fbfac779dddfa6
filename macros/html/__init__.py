"""What a page of HTML refers to and carries, and what a strict policy forbids of it: knows no entry and no site."""

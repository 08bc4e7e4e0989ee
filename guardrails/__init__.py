"""Whether a draft keeps the company's charter: findings with places and repairs, never edits."""

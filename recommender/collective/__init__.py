"""What colleagues together teach about contents: weights from item to item, nobody in them."""

"""What a text states that can be wrong: figures, dates, names and quotations, compared by meaning.

"10 %", "10 percent" and "dix pour cent" are one fact; "18 %" and "18 points" are two.
"""

"""What the recommender asks of libraries that are heavy to load: encoders and vector indexes."""

"""What every profile has to keep; ``pytest --pyargs drivers.contract`` tries it on all that are installed."""

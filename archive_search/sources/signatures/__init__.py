"""Who made an article: agencies, datelines, bylines."""

"""What stands between the network and the pages: who may ask, how much, for how long, and what an answer may do.

Each module has one guard, an ASGI application around another; `stacking` puts them in their order.
"""

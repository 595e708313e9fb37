"""A local AWS endpoint: moto's own application with the gaps filled that Plumbline meets.

`serving` answers HTTP, `gaps` mends moto's services one by one, `cloudformation` is a stack engine
of our own, because moto's creates nothing for types and properties it does not know.
"""

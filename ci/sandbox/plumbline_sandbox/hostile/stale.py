"""Lists that are behind: the first one after something was made misses the newest.

AWS's APIs are eventually consistent: what was just made may be missing from a list, and is there
when it is asked for again (EC2 Developer Guide, Eventual consistency).
"""

from .operations import session


class Hidden:
    """Knows which lists were asked for since something was written."""

    def __init__(self):
        self.fresh = set()

    def written(self):
        self.fresh.clear()

    def before(self, operation, change):
        """The same change, after the newest was left out where that is due."""
        key = (operation.service_model.service_name, operation.name)
        due = key not in self.fresh
        self.fresh.add(key)

        def hidden(data, shape):
            name = _listed(operation)
            if due and name and len(data.get(name) or []) > 1:
                data = {**data, name: data[name][:-1]}
            return change(data, shape)

        return hidden


def _listed(operation):
    """The member that holds the items of a list; None where the operation answers no list."""
    service = operation.service_model.service_name
    try:
        paging = session().get_paginator_model(service).get_paginator(operation.name)
    except ValueError:
        return None
    key = paging["result_key"]
    return key if isinstance(key, str) else key[0]

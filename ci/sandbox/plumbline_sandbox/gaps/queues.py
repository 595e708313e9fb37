"""SetQueueAttributes changes what it names, and no more; GetQueueAttributes answers compact JSON.

Shape in the API reference: a map with the attributes to set; an empty Policy or RedrivePolicy
removes it. moto drops the policy with every call that does not name it, and writes spaces into a
RedrivePolicy, which Terraform takes for a change.
"""

import json

from . import method


def fill():
    from moto.sqs.models import Queue

    @method(Queue)
    def _set_attributes(self, attributes, now=None):
        former = getattr(self, "policy", None)
        _set_attributes.before(self, attributes, now)
        if "Policy" not in attributes:
            self.policy = former

    former_attributes = Queue.attributes

    def attributes(self):
        found = former_attributes.fget(self)
        if self.redrive_policy:
            found["RedrivePolicy"] = json.dumps(self.redrive_policy, separators=(",", ":"))
        return found

    Queue.attributes = property(attributes)

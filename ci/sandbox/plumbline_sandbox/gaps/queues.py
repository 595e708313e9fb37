"""SetQueueAttributes changes what it names, and no more.

Shape in the API reference: a map with the attributes to set; an empty Policy or RedrivePolicy
removes it. moto drops the policy with every call that does not name it.
"""

from . import method


def fill():
    from moto.sqs.models import Queue

    @method(Queue)
    def _set_attributes(self, attributes, now=None):
        former = getattr(self, "policy", None)
        _set_attributes.before(self, attributes, now)
        if "Policy" not in attributes:
            self.policy = former

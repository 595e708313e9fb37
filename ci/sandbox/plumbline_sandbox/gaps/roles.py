"""Roles that nobody lets the caller assume.

API reference of AssumeRole: the trust policy of the role, and for another account a policy of the
caller, must allow it; else the answer is 403, AccessDenied. moto lends every role, also those that
are not there. Those that the sandbox's limits deny are refused here.
"""

from xml.sax.saxutils import escape

from .. import limits
from . import method

REFUSAL = """<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>Sender</Type>
    <Code>AccessDenied</Code>
    <Message>User: {} is not authorized to perform: sts:AssumeRole on resource: {}</Message>
  </Error>
  <RequestId>00000000-0000-0000-0000-000000000000</RequestId>
</ErrorResponse>
"""


def fill():
    from moto.sts.responses import TokenResponse

    @method(TokenResponse)
    def assume_role(self):
        role = self._get_param("RoleArn")
        if limits.denied(role):
            caller = self.backend.get_caller_identity(self.get_access_key(), self.region)[1]
            headers = {"status": 403, "Content-Type": "text/xml"}
            return 403, headers, REFUSAL.format(escape(caller), escape(role))
        return assume_role.before(self)

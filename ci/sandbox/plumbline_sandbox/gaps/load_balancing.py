"""Load balancers: certificates are what their ARNs say they are.

As with images and instance types, what lies outside of a design is not checked here: CreateListener
and ModifyListener take any certificate, which in AWS must be there (CertificateNotFound). A listener
of HTTP or TCP has no SslPolicy; moto makes one up. A network load balancer may stand in one zone
alone, which moto refuses where its subnets are set. A target may be waited for during 3,600 seconds,
which moto takes for one too many.
"""

from . import method

DELAY = "deregistration_delay.timeout_seconds"
LONGEST_DELAY = "3600"


def fill():
    from moto.elbv2 import models
    from moto.elbv2.models import ELBv2Backend

    models.register_certificate = lambda **_: None

    @method(ELBv2Backend)
    def _certificate_exists(self, certificate_arn):
        return True

    @method(ELBv2Backend)
    def set_subnets(self, arn, subnets, subnet_mappings):
        balancer = self.load_balancers.get(arn)
        alone = len(subnets) == 1 and not subnet_mappings
        if balancer is None or balancer.type != "network" or not alone:
            return set_subnets.before(self, arn, subnets, subnet_mappings)
        balancer.subnets = [self._get_subnet({}, subnets[0])]
        return [models.AvailabilityZone(each) for each in balancer.subnets]

    @method(ELBv2Backend)
    def create_listener(self, *arguments, **members):
        listener = create_listener.before(self, *arguments, **members)
        if listener.protocol not in ("HTTPS", "TLS"):
            listener.ssl_policy = None
        return listener

    @method(ELBv2Backend)
    def modify_target_group_attributes(self, target_group_arn, attributes):
        longest = str(attributes.get(DELAY)) == LONGEST_DELAY
        accepted = {**attributes, DELAY: "3599"} if longest else attributes
        modify_target_group_attributes.before(self, target_group_arn, accepted)
        if longest:
            self.target_groups[target_group_arn].attributes[DELAY] = LONGEST_DELAY

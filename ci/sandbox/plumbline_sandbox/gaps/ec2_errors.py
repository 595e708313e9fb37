"""What EC2 refuses, and with which code.

Shapes in the API reference:
- DeleteVpc answers DependencyViolation while gateways, groups or subnets are in the VPC; moto
  looks at subnets and route tables only. What the VPC brought along (its network ACL) goes with
  it.
- DeleteSubnet answers DependencyViolation while interfaces are in it; its route table association
  goes with it. moto does neither.
- DeleteLaunchTemplate of something unknown: InvalidLaunchTemplateId.NotFound,
  InvalidLaunchTemplateName.NotFoundException.
- InvalidVpcID.NotFound words the id plainly.
"""

from . import method


def fill():
    from moto.ec2 import exceptions
    from moto.ec2.models.launch_templates import LaunchTemplateBackend
    from moto.ec2.models.subnets import SubnetBackend
    from moto.ec2.models.vpcs import VPCBackend

    @method(VPCBackend)
    def delete_vpc(self, vpc_id):
        own = [group for group in self.groups.get(vpc_id, {}).values() if not group.is_default]
        gateways = [
            item for item in self.internet_gateways.values() if item.vpc and item.vpc.id == vpc_id
        ]
        if own or gateways:
            raise exceptions.DependencyViolationError(
                f"The vpc '{vpc_id}' has dependencies and cannot be deleted."
            )
        deleted = delete_vpc.before(self, vpc_id)
        for acl in [acl for acl in self.network_acls.values() if acl.vpc_id == vpc_id]:
            self.network_acls.pop(acl.id)
        return deleted

    @method(SubnetBackend)
    def delete_subnet(self, subnet_id):
        if any(_uses(interface, subnet_id) for interface in self.enis.values()):
            raise exceptions.DependencyViolationError(
                f"The subnet '{subnet_id}' has dependencies and cannot be deleted."
            )
        deleted = delete_subnet.before(self, subnet_id)
        for table in self.route_tables.values():
            for association, subnet in list(table._associations.items()):
                if subnet == subnet_id:
                    del table._associations[association]
        return deleted

    @method(LaunchTemplateBackend)
    def delete_launch_template(self, name, tid):
        if name:
            self.get_launch_template_by_name(name)
        elif tid:
            self.get_launch_template(tid)
        return delete_launch_template.before(self, name, tid)

    @method(exceptions.InvalidVPCIdError)
    def __init__(self, vpc_id):
        ids = sorted(vpc_id) if isinstance(vpc_id, (set, list)) else [vpc_id]
        text = ", ".join(str(item) for item in ids)
        exceptions.EC2ClientError.__init__(
            self, "InvalidVpcID.NotFound", f"The vpc ID '{text}' does not exist"
        )


def _uses(interface, subnet_id):
    instance = getattr(interface, "instance", None)
    gone = instance is not None and instance.state == "terminated"
    return interface.subnet.id == subnet_id and not gone

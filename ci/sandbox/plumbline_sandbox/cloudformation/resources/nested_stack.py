"""A stack in a stack. Its operations run inside the parent's, and end with it: what an update is
to remove goes once the whole hierarchy has been updated, so that until then all can turn back."""

from ..errors import ResourceFailure
from .handler import Handler, handles


@handles("AWS::CloudFormation::Stack")
class NestedStack(Handler):
    properties = frozenset({"TemplateURL", "Parameters", "Tags"})
    name_limit = 128

    def create(self, work):
        from .. import nesting, operation

        registry = _registry(work)
        nested = work.stack.reviewed.pop(work.logical_id, None)
        if nested is None:
            nested = nesting.adopt(registry.new_stack(work.name), work.stack)
        work.physical_id = nested.identifier
        target = self._target(nested, work)
        run = operation.Operation(nested, target, work.services, registry)
        nested.target = target
        nested.set_status("CREATE_IN_PROGRESS")
        run.create()
        if nested.status != "CREATE_COMPLETE":
            raise ResourceFailure(
                f"Embedded stack {nested.identifier} was not successfully created: "
                f"{run.failure_reason}"
            )
        return nested.identifier

    def update(self, work):
        from .. import lifecycle, operation

        registry = _registry(work)
        nested = registry.find(work.physical_id)
        if nested.pending:
            self._turn_back(nested)
            return
        target = self._target(nested, work)
        if not lifecycle.differs(nested, target, work.services, registry):
            return
        run = operation.Operation(nested, target, work.services, registry)
        nested.set_status("UPDATE_IN_PROGRESS")
        if run.forward():
            nested.pending = run
            return
        raise ResourceFailure(
            f"Embedded stack {nested.identifier} was not successfully updated. Currently in "
            f"{nested.status} with reason: {run.failure_reason}"
        )

    @staticmethod
    def _turn_back(nested):
        """The parent's update failed after this stack's."""
        run, nested.pending = nested.pending, None
        if not run.back():
            raise ResourceFailure(
                f"Embedded stack {nested.identifier} was not successfully updated. Currently in "
                f"{nested.status} with reason: {nested.status_reason}"
            )

    def delete(self, work):
        from .. import operation

        nested = _registry(work).find(work.physical_id)
        if nested is None or nested.status == "DELETE_COMPLETE":
            return
        nested.set_status("DELETE_IN_PROGRESS")
        run = operation.Operation(nested, nested.target, work.services, _registry(work))
        run.delete(rollback_of_create=work.rollback_of_create)
        if nested.status != "DELETE_COMPLETE":
            raise ResourceFailure(
                f"Embedded stack {nested.identifier} was not successfully deleted: "
                f"{nested.status_reason}"
            )

    def attributes(self, work):
        nested = _registry(work).find(work.physical_id)
        return {f"Outputs.{item['OutputKey']}": item["OutputValue"] for item in nested.outputs}

    @staticmethod
    def _target(nested, work):
        from .. import nesting

        return nesting.wanted(
            nested, work.stack.target, work.properties, work.tags, work.services
        )


def _registry(work):
    from ..stack import registry_of

    return registry_of(work.services.account, work.services.region)

package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.value.Value;

/**
 * References as one stack of a split spells them: by name what stands in it, by parameter what
 * stands elsewhere; only root sees the outputs of nested stacks.
 */
record StackNames(GraphNames names, Split split, int stack) implements CloudFormationNames {

  @Override
  public Name spell(Value.Ref ref) {
    Resource target = split.graph().get(ref.resource());
    int owner = split.placement().of(ref.resource());
    if (!target.isOurs() || owner == stack) {
      return names.spell(ref);
    }
    String parameter = Split.parameter(target, ref.output());
    return stack == Placement.ROOT
        ? new Name(NestedStack.logicalId(owner), "Outputs." + parameter)
        : new Name(parameter, null);
  }

  @Override
  public Value.Ref parse(Name name) {
    return names.parse(name);
  }
}

package io.plumbline.terraform;

import io.plumbline.value.Value;

/**
 * How references are spelled in a configuration: {@code aws_vpc.network.id}, {@code var.network}.
 */
interface TerraformNames {
  String spell(Value.Ref ref);

  Value.Ref parse(String expression);
}

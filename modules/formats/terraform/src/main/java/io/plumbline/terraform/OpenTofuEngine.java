package io.plumbline.terraform;

import io.plumbline.spi.Engine;
import java.util.List;
import java.util.Map;

/** Provisions by OpenTofu, also where Terraform is there as well: {@code engine: opentofu}. */
public final class OpenTofuEngine implements Engine {
  private final TerraformEngine tofu = new TerraformEngine("opentofu", List.of("tofu"));

  @Override
  public String id() {
    return tofu.id();
  }

  @Override
  public String format() {
    return tofu.format();
  }

  @Override
  public Tool tool() {
    return tofu.tool();
  }

  @Override
  public Plan plan(Workspace workspace, Progress progress) {
    return tofu.plan(workspace, progress);
  }

  @Override
  public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
    return tofu.apply(workspace, plan, progress);
  }
}

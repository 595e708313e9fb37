package io.plumbline.terraform;

import io.plumbline.model.Site;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider that a site's configuration asks. The site alone says which: what is to go is in
 * Terraform's state and in no graph, and somebody must be asked to remove it.
 *
 * @param name what the configuration calls it
 * @param source where Terraform gets it
 * @param version which will do
 * @param settings the block: whom to ask, and in whose name, by reference
 * @param variables what the settings refer to
 */
record ProviderBlock(
    String name, String source, String version, Value.Obj settings, Map<String, Value> variables) {

  static List<ProviderBlock> of(Site site) {
    return switch (site.provider()) {
      case "aws" ->
          List.of(
              new ProviderBlock(
                  "aws", "hashicorp/aws", "~> 5.100", ProviderSettings.of(site), Map.of()));
      case "onprem" -> HypervisorSettings.of(site);
      default -> OwnWords.of(site).blocks();
    };
  }

  /** The member {@code required_providers}. */
  static Value.Obj required(List<ProviderBlock> blocks) {
    Map<String, Value> required = new LinkedHashMap<>();
    for (ProviderBlock block : blocks) {
      required.put(
          block.name(),
          Value.object(
              "source", Value.text(block.source()), "version", Value.text(block.version())));
    }
    return new Value.Obj(required);
  }

  /** The member {@code provider}. */
  static Value.Obj settings(List<ProviderBlock> blocks) {
    Map<String, Value> settings = new LinkedHashMap<>();
    blocks.forEach(block -> settings.put(block.name(), block.settings()));
    return new Value.Obj(settings);
  }
}

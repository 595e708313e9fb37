package io.plumbline.terraform;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.EngineException;
import java.util.List;

/**
 * Refuses plans that take away what is protected. Terraform does so itself while the resource
 * stands in the configuration; one that was taken out of it, protection and all, it deletes without
 * a word.
 */
final class Protection {
  private Protection() {}

  static void check(List<Change> changes, ResourceGraph graph, Addresses addresses) {
    List<String> refused =
        changes.stream()
            .filter(change -> change.action() == Action.DELETE || change.action() == Action.REPLACE)
            .filter(change -> isKept(change.address(), graph, addresses))
            .map(change -> refusal(addresses.withLine(change.address()), change.address()))
            .toList();
    if (!refused.isEmpty()) {
      throw new EngineException(String.join("\n", refused));
    }
  }

  private static boolean isKept(String address, ResourceGraph graph, Addresses addresses) {
    Resource wanted = graph.find(address);
    Resource resource = wanted != null ? wanted : addresses.find(address);
    return resource != null && resource.keep();
  }

  static String refusal(String withLine, String address) {
    return withLine
        + " is protected, and this plan would delete or replace it. If that is meant, release it:"
        + " --release "
        + address;
  }
}

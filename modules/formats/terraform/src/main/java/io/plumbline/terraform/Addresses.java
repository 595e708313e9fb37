package io.plumbline.terraform;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in our words what Terraform names: of what is wanted, and of what was. */
final class Addresses {
  private static final Pattern NAMED =
      Pattern.compile("\\b((?:aws|proxmox|vsphere)_[a-z0-9_]+)\\.([A-Za-z0-9_-]+)");

  private final ResourceGraph graph;
  private final ResourceGraph released;

  Addresses(ResourceGraph graph, ResourceGraph released) {
    this.graph = graph;
    this.released = released;
  }

  /** The resource, as it is wanted or else as it was; null where neither graph has it. */
  @Nullable Resource find(String address) {
    Resource wanted = graph.find(address);
    return wanted != null ? wanted : released.find(address);
  }

  /**
   * Whether the type is the main one of what has this address: false for a setting that is a type
   * of its own.
   */
  boolean isMain(String address, String type) {
    Document document = document(address, type);
    return document == null || document.name().isEmpty();
  }

  /** The kind, or Terraform's type where we know nothing of it. */
  String kind(String address, String type) {
    Resource resource = find(address);
    return resource == null ? type : resource.kind().id();
  }

  /**
   * What the attributes of this type are called among the resource's: {@code versioning:} for a
   * setting's, else nothing.
   */
  String prefix(String address, String type) {
    Document document = document(address, type);
    return document == null || document.name().isEmpty() ? "" : document.name() + ":";
  }

  private @Nullable Document document(String address, String type) {
    Resource resource = find(address);
    if (resource == null) {
      return null;
    }
    return resource.kind().documents(Dialect.TERRAFORM).stream()
        .filter(document -> document.type().equals(type))
        .findFirst()
        .orElse(null);
  }

  /** {@code checkpoints (stacks/.../Training.java:12)}; without the line where none is known. */
  String withLine(String address) {
    Resource resource = find(address);
    return resource == null || resource.source() == null
        ? address
        : address + " (" + resource.source() + ")";
  }

  /** The first of our addresses in a text of Terraform's, or null. */
  @Nullable String mentioned(String text) {
    Matcher found = NAMED.matcher(text);
    while (found.find()) {
      String address = TerraformAddress.of(found.group(2));
      if (find(address) != null) {
        return address;
      }
    }
    return null;
  }
}

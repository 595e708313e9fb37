package io.plumbline.arm;

import io.plumbline.kind.Document;
import io.plumbline.kind.ResourceKind;
import java.util.List;

/**
 * What a kind is called, and by which version of the API.
 *
 * @param name {@code Microsoft.Network/virtualNetworks}
 * @param version {@code 2025-01-01}
 */
record ArmType(String name, String version) {
  /** Between the two, as Bicep has it. */
  private static final String AT = "@";

  static ArmType of(ResourceKind kind) {
    List<Document> documents = kind.documents(ArmFormat.ARM);
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("templates have no " + kind.id());
    }
    return of(documents.get(0));
  }

  static ArmType of(Document document) {
    String[] both = document.type().split(AT, 2);
    return new ArmType(both[0], both[1]);
  }

  /** Whether it stands in the subscription, and in no group. */
  boolean isGroup() {
    return name.equals("Microsoft.Resources/resourceGroups");
  }
}

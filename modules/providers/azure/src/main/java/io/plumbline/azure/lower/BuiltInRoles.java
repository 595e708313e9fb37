package io.plumbline.azure.lower;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Roles that Azure keeps, by the names that people know: Microsoft Learn, "Azure built-in roles".
 * Any other is named by its number.
 */
final class BuiltInRoles {
  private static final String NUMBER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Map<String, String> NUMBERS =
      new TreeMap<>(
          Map.of(
              "AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d",
              "Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6",
              "Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7",
              "Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
              "Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
              "Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
              "Virtual Machine Contributor", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c"));

  private BuiltInRoles() {}

  /** The number of a role; null where nobody here knows it. */
  static @Nullable String number(String nameOrNumber) {
    return nameOrNumber.matches(NUMBER) ? nameOrNumber : NUMBERS.get(nameOrNumber);
  }

  static String names() {
    return String.join(", ", NUMBERS.keySet());
  }
}

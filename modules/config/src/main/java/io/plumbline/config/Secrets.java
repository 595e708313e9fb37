package io.plumbline.config;

import io.plumbline.yaml.YamlNode;
import java.util.regex.Pattern;

/**
 * Refuses what looks like a secret: environment files are committed, and their values reach
 * artefacts and reports.
 */
final class Secrets {
  private static final Pattern LOOK =
      Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|-----BEGIN [A-Z ]*PRIVATE KEY-----");

  private Secrets() {}

  /** Reports each, without repeating it. */
  static void refuse(YamlNode node, Problems problems) {
    switch (node) {
      case YamlNode.Scalar scalar -> {
        if (LOOK.matcher(scalar.text()).find()) {
          problems.add(
              "PLB-ENV-009",
              "secret in an environment file",
              "got what looks like an access key or a private key; allowed: the name of a profile"
                  + " or role",
              scalar.line(),
              "revoke it if it was ever committed, and write a reference: credentials: {profile:"
                  + " NAME}");
        }
      }
      case YamlNode.Sequence sequence -> sequence.items().forEach(item -> refuse(item, problems));
      case YamlNode.Mapping mapping ->
          mapping.members().forEach(member -> refuse(member.node(), problems));
    }
  }
}

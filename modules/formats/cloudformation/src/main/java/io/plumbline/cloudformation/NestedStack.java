package io.plumbline.cloudformation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nested stacks are called: {@code nested-1.yaml} on disk, a logical id in root. Neither that
 * nor the root's parameter can be the logical id of a resource: an address has at most two parts,
 * and where it has more words than that, its logical id ends in a hash.
 */
final class NestedStack {
  static final String TYPE = "AWS::CloudFormation::Stack";

  /** The root's parameter with the URL of the folder that the nested templates are in. */
  static final String FOLDER = "PlumblineNestedTemplates";

  private static final String PREFIX = "PlumblineNestedStack";
  private static final Pattern LOGICAL_ID = Pattern.compile(PREFIX + "([1-9][0-9]{0,2})");

  private NestedStack() {}

  static String logicalId(int number) {
    return PREFIX + number;
  }

  static String file(int number) {
    return "nested-" + number + ".yaml";
  }

  /** The number of a nested stack; 0 for the logical id of anything else. */
  static int number(String logicalId) {
    Matcher found = LOGICAL_ID.matcher(logicalId);
    return found.matches() ? Integer.parseInt(found.group(1)) : 0;
  }
}

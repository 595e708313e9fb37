package io.plumbline.cloudformation;

import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * A resource that a stack holds, and is no stack itself.
 *
 * @param stackId the stack, root or nested
 * @param number its number; 0 for root
 */
record Held(String stackId, int number, StackResourceSummary resource) {

  String logicalId() {
    return resource.logicalResourceId();
  }
}

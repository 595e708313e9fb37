package io.plumbline.drift;

import java.time.Instant;

/**
 * Who made a finding true, as the provider's audit log has it. It is said beside the finding, and
 * changes nothing of the verdict.
 */
public sealed interface Author {

  /**
   * The call that did it.
   *
   * @param principal who made it, in the provider's words, without any secret
   * @param call the operation: {@code "ec2:CreateTags"}
   * @param event id of the log's entry
   * @param calls how many such calls there were since the last deploy, as far as the log was read;
   *     of several the last is named, and of something that nobody described the one that made it
   */
  record Known(String principal, String call, Instant time, String event, int calls)
      implements Author {}

  /** Nobody knows, and why not. */
  record Unknown(String reason) implements Author {}
}

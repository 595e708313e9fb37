package io.plumbline.policy;

import java.time.LocalDate;

/**
 * Lets one thing breach one policy, for a time.
 *
 * @param policy id of the policy
 * @param subject id of the component or address of the resource; a trailing {@code *} stands for
 *     any rest
 * @param owner who answers for it
 * @param reason why it is right for now
 * @param expires the last day on which it holds
 */
public record Waiver(
    String policy, String subject, String owner, String reason, LocalDate expires) {

  boolean covers(String policyId, String breached) {
    return policy.equals(policyId)
        && (subject.endsWith("*")
            ? breached.startsWith(subject.substring(0, subject.length() - 1))
            : breached.equals(subject));
  }
}

package io.plumbline.azure.client;

import java.util.Set;

/** Azure Resource Manager refused a request. */
public final class ArmException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int NOT_FOUND = 404;

  /** Azure answers 404 as well where nobody could be found by such a question. */
  private static final Set<String> OF_THE_QUESTION =
      Set.of(
          "SubscriptionNotFound",
          "TenantNotFound",
          "ProviderNotFound",
          "ApiVersionNotFound",
          "LocationNotFound");

  private final int status;
  private final String code;

  public ArmException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  /** As the service calls it: {@code AuthorizationFailed}. */
  public String code() {
    return code;
  }

  /**
   * Whether the thing is gone: {@code ResourceNotFound}, {@code ManagementPolicyNotFound}. What
   * says that of the question, or in words that nobody knows, does not.
   */
  public boolean isNotFound() {
    return status == NOT_FOUND && code.endsWith("NotFound") && !OF_THE_QUESTION.contains(code);
  }
}

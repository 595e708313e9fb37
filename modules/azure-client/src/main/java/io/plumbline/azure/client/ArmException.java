package io.plumbline.azure.client;

/** Azure Resource Manager refused a request. */
public final class ArmException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int NOT_FOUND = 404;

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

  public boolean isNotFound() {
    return status == NOT_FOUND;
  }
}

package io.plumbline.spi;

/**
 * An engine refused or failed; the message says which, why, and what to do, in words for the user.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}

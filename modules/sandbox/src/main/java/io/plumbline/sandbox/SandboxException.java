package io.plumbline.sandbox;

/** The sandbox cannot be had; the message says why, and what to do, in words for the user. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SandboxException(String message) {
    super(message);
  }
}

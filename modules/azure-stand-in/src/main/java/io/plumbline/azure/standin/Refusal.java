package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;

/** An error as Resource Manager answers it: status, code and message. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient List<Obj> details;

  Refusal(int status, String code, String message) {
    this(status, code, message, List.of());
  }

  Refusal(int status, String code, String message, List<Obj> details) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  static Refusal notFound(String id) {
    return new Refusal(404, "ResourceNotFound", "The resource '" + id + "' was not found.");
  }

  static Refusal badTemplate(String message) {
    return new Refusal(400, "InvalidTemplate", "Deployment template validation failed: " + message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** The error alone: code, message and details. */
  Obj error() {
    Value said = Value.text(String.valueOf(getMessage()));
    return details.isEmpty()
        ? Value.object("code", Value.text(code), "message", said)
        : Value.object("code", Value.text(code), "message", said, "details", Value.list(details));
  }

  /** As the body of an answer. */
  Obj body() {
    return Value.object("error", error());
  }
}

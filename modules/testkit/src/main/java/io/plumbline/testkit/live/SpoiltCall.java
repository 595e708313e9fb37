package io.plumbline.testkit.live;

import com.sun.net.httpserver.Headers;
import java.net.URI;

/** A call that a {@link FaultProxy} may spoil, in the terms of the service that it is for. */
interface SpoiltCall {
  /** What is called. */
  String operation();

  /** Of errors and empty answers. */
  String contentType();

  /** An error in the form in which the service says it. */
  String error(String code);

  /** An answer in good form in which nothing stands. */
  String emptyAnswer();

  /** Makes a call of a request. */
  interface Reading {
    SpoiltCall read(String method, URI uri, Headers headers, byte[] body);
  }
}

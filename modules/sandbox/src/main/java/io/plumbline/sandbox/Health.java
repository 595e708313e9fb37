package io.plumbline.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Whether something answers at an address, and whether it is a sandbox. One request over a plain
 * socket: an HTTP client takes longer to load than to ask.
 */
record Health(boolean answers, boolean isSandbox) {
  private static final String REQUEST =
      "GET /plumbline/health HTTP/1.0\r\nHost: sandbox\r\nConnection: close\r\n\r\n";
  private static final int TIMEOUT_MILLIS = 3000;
  private static final int LONGEST = 4096;

  static Health of(URI url) {
    int port = url.getPort() < 0 ? 80 : url.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), TIMEOUT_MILLIS);
      return new Health(true, ask(socket));
    } catch (IOException e) {
      return new Health(false, false);
    }
  }

  private static boolean ask(Socket socket) {
    try {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return answer.contains("plumbline-sandbox");
    } catch (IOException e) {
      return false;
    }
  }
}

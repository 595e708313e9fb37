package io.plumbline.live.onprem;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed: those that somebody in a file signed, with the name that was
 * asked for; and those that stand in the file themselves, as a controller's own from the factory
 * does, whose name is rarely its address. An expired one never is.
 */
final class Trust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager signers;
  private final List<Certificate> own;

  private Trust(X509ExtendedTrustManager signers, List<Certificate> own) {
    this.signers = signers;
    this.own = own;
  }

  /** For TLS; by the system's certificates where there is no file. */
  static SSLContext context(Https.Reach reach) throws UnheardException {
    @Nullable String file = reach.ca();
    try {
      List<Certificate> listed = file == null ? List.of() : List.copyOf(read(file));
      KeyStore store = null;
      if (file != null) {
        store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate each : listed) {
          store.setCertificateEntry("c" + store.size(), each);
        }
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trust(extended(factory), listed)}, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new UnheardException(
          "NotTrusted: "
              + reach.caSetting()
              + ": "
              + file
              + " cannot be read as certificates in PEM");
    }
  }

  private static Collection<? extends Certificate> read(String file)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new CertificateException("there is none");
      }
      return all;
    }
  }

  private static X509ExtendedTrustManager extended(TrustManagerFactory factory) {
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (own.contains(chain[0])) {
      chain[0].checkValidity();
    } else {
      signers.checkServerTrusted(chain, type, engine);
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return signers.getAcceptedIssuers();
  }

  // The client takes the method above; by none of these anybody is believed.

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("not used");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("not used");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("not used");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("not used");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("not used");
  }
}

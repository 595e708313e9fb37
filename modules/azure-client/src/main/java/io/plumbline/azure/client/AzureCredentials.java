package io.plumbline.azure.client;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;

/** Finds credentials by what a site refers to; no setting ever holds a secret. */
final class AzureCredentials {
  /** What a local endpoint is given, which asks for none: {@code credentials: fake}. */
  private static final String FAKE = "fake";

  private AzureCredentials() {}

  /**
   * Adds to each request what it is authenticated by. The SDK hands no token out over plain HTTP,
   * so that a local endpoint gets a word that is none.
   */
  static HttpPipelinePolicy policy(Site site, boolean local, String scope) {
    if (!FAKE.equals(site.setting("credentials"))) {
      return new BearerTokenAuthenticationPolicy(found(site), scope);
    } else if (local) {
      return new AddHeadersPolicy(
          new HttpHeaders().set(HttpHeaderName.AUTHORIZATION, "Bearer " + FAKE));
    }
    throw new EngineException(
        "site "
            + site.name()
            + ": credentials are fake, which an endpoint on this machine alone takes. Leave the"
            + " setting out, and sign in: az login");
  }

  private static TokenCredential found(Site site) {
    String tenant = site.setting("tenant");
    String identity = site.setting("credentials.managed-identity");
    if (identity != null) {
      return new ManagedIdentityCredentialBuilder().clientId(identity).build();
    }
    if ("cli".equals(site.setting("credentials"))) {
      AzureCliCredentialBuilder builder = new AzureCliCredentialBuilder();
      return (tenant == null ? builder : builder.tenantId(tenant)).build();
    }
    DefaultAzureCredentialBuilder builder = new DefaultAzureCredentialBuilder();
    return (tenant == null ? builder : builder.tenantId(tenant)).build();
  }
}

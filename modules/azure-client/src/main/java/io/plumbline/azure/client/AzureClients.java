package io.plumbline.azure.client;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.Configuration;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens ways to Azure Resource Manager for one site. Live reading and the engine reach the same
 * endpoint with the same credentials, because both come here. Settings:
 *
 * <ul>
 *   <li>{@code subscription}, {@code location}: always needed
 *   <li>{@code tenant}: only where the credentials belong to more than one
 *   <li>{@code endpoint}: a URL in place of Resource Manager's own; plain HTTP on this machine
 *       alone
 *   <li>{@code credentials}: {@code fake} for an endpoint on this machine that asks for none;
 *       {@code cli} for whoever has signed in by {@code az login}; {@code
 *       credentials.managed-identity}: one of this machine, by client id; none of them, or {@code
 *       default}: as the SDK finds them
 *   <li>{@code timeout.connect}, {@code timeout.read}, {@code timeout.call}: whole seconds; 5, 30,
 *       120 for a call with its retries
 * </ul>
 */
public final class AzureClients {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** What credentials are asked for, for objects in storage. */
  private static final String STORAGE = "https://storage.azure.com/.default";

  private final Site site;
  private final @Nullable URI endpoint;
  private final HttpPipeline pipeline;

  public AzureClients(Site site) {
    this(site, List.of());
  }

  /** The same, with policies that watch each attempt. */
  public AzureClients(Site site, List<HttpPipelinePolicy> watching) {
    this(site, watching, null);
  }

  /**
   * A way to storage instead of to Resource Manager: {@code endpoint} is the account's, and
   * credentials are asked for it alone.
   */
  public static AzureClients ofStorage(Site site) {
    return new AzureClients(site, List.of(), STORAGE);
  }

  private AzureClients(Site site, List<HttpPipelinePolicy> watching, @Nullable String scope) {
    this.site = site;
    this.endpoint = endpoint(site);
    HttpPipelinePolicy[] policies =
        new HttpPipelinePolicy[] {
          new UserAgentPolicy("plumbline"),
          new RetryPolicy(new Patience(seconds("timeout.call", 120), firstWait())),
          AzureCredentials.policy(
              site, isLocal(), scope == null ? managementEndpoint() + "/.default" : scope)
        };
    this.pipeline =
        new HttpPipelineBuilder()
            .httpClient(http())
            .policies(policies)
            .policies(watching.toArray(HttpPipelinePolicy[]::new))
            .build();
  }

  /** What sends requests: retries, credentials, time-outs. */
  public HttpPipeline pipeline() {
    return pipeline;
  }

  /** Documents of Resource Manager, as they are. */
  public ArmRest rest() {
    return new ArmRest(pipeline, managementEndpoint());
  }

  /** For clients of the SDK. */
  public AzureProfile profile() {
    Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
    endpoints.put("resourceManagerEndpointUrl", managementEndpoint() + "/");
    return new AzureProfile(
        site.setting("tenant"), subscription(), new AzureEnvironment(endpoints));
  }

  public String subscription() {
    return required("subscription", "00000000-0000-0000-0000-000000000000");
  }

  public String location() {
    return required("location", "westeurope");
  }

  /** Whether the endpoint is on this machine: no proxy, no metadata service, little to wait for. */
  public boolean isLocal() {
    return endpoint != null && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
  }

  /** What is on this machine recovers at once, or not at all. */
  private Duration firstWait() {
    return Duration.ofMillis(isLocal() ? 20 : 400);
  }

  private String managementEndpoint() {
    String url =
        endpoint == null
            ? AzureEnvironment.AZURE.getResourceManagerEndpoint()
            : endpoint.toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private String required(String setting, String example) {
    String value = site.setting(setting);
    if (value == null) {
      throw refused("has no " + setting + ". Give it one: " + setting + ": " + example);
    }
    return value;
  }

  /** A token that goes over a network in the clear is anybody's. */
  private @Nullable URI endpoint(Site of) {
    String url = of.setting("endpoint");
    if (url == null) {
      return null;
    }
    try {
      URI uri = URI.create(url);
      String host = String.valueOf(uri.getHost());
      if ("https".equals(uri.getScheme())
          || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw refused(
        "has endpoint \""
            + url
            + "\"; give it https, or http on this machine: http://127.0.0.1:5010");
  }

  private HttpClient http() {
    JdkHttpClientBuilder builder =
        new JdkHttpClientBuilder()
            .connectionTimeout(seconds("timeout.connect", 5))
            .responseTimeout(seconds("timeout.read", 30))
            .readTimeout(seconds("timeout.read", 30));
    return isLocal() ? builder.configuration(Configuration.NONE).build() : builder.build();
  }

  private Duration seconds(String setting, int otherwise) {
    String text = site.setting(setting, Integer.toString(otherwise));
    try {
      int seconds = Integer.parseInt(text);
      if (seconds > 0) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // told below, as for a number that is too small
    }
    throw refused("has " + setting + " \"" + text + "\"; give it whole seconds, at least 1");
  }

  private EngineException refused(String what) {
    String where = site.source() == null ? "" : " (" + site.source() + ")";
    return new EngineException("site " + site.name() + where + " " + what);
  }
}

package io.plumbline.aws.client;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Opens SDK clients for one site. Live reading and the CloudFormation engine reach the same
 * endpoint with the same credentials, because both come here. Settings:
 *
 * <ul>
 *   <li>{@code region}: always needed
 *   <li>{@code endpoint}: a URL in place of AWS's own endpoints, for every service
 *   <li>{@code credentials}: {@code fake} for an endpoint that asks for none; {@code
 *       credentials.profile}, {@code credentials.role}: a profile of the user's AWS files, the ARN
 *       of a role to assume; none of them: as the SDK finds them
 *   <li>{@code timeout.connect}, {@code timeout.read}, {@code timeout.call}: whole seconds; 5, 30,
 *       120 for a call with its retries
 * </ul>
 */
public final class AwsClients implements AutoCloseable {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int ATTEMPTS = 5;

  private final Site site;
  private final @Nullable URI endpoint;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final @Nullable StsClient roleClient;
  private final @Nullable StsAssumeRoleCredentialsProvider role;

  public AwsClients(Site site) {
    this.site = site;
    String url = site.setting("endpoint");
    this.endpoint = url == null ? null : URI.create(url);
    this.http = http();
    AwsCredentialsProvider first = AwsCredentials.of(site, isLocal());
    String arn = site.setting("credentials.role");
    this.roleClient = arn == null ? null : configured(StsClient.builder(), first).build();
    this.role = arn == null || roleClient == null ? null : assuming(arn, roleClient);
    this.credentials = role == null ? first : role;
  }

  /** A client of any service; the caller closes it, before this. */
  public <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C open(B builder) {
    return open(builder, List.of());
  }

  /** The same, with interceptors that watch its calls. */
  public <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C open(
      B builder, List<ExecutionInterceptor> interceptors) {
    return configured(builder, credentials)
        .overrideConfiguration(overrides().toBuilder().executionInterceptors(interceptors).build())
        .build();
  }

  public String region() {
    String region = site.setting("region");
    if (region == null) {
      String where = site.source() == null ? "" : " (" + site.source() + ")";
      throw new EngineException(
          "site " + site.name() + where + " has no region. Give it one: region: eu-west-1");
    }
    return region;
  }

  /** Whether the endpoint is on this machine: no proxy, no metadata service. */
  public boolean isLocal() {
    return isLocal(endpoint);
  }

  /** The same, of a site that no client is opened for. */
  public static boolean isLocal(Site site) {
    String url = site.setting("endpoint");
    try {
      return url != null && isLocal(URI.create(url));
    } catch (IllegalArgumentException e) {
      return false; // no URL at all; the settings' own check says so
    }
  }

  private static boolean isLocal(@Nullable URI endpoint) {
    return endpoint != null && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
  }

  /**
   * Whether S3 buckets must be addressed by path: an endpoint that is not AWS's has no name for
   * each bucket.
   */
  public boolean pathStyle() {
    return endpoint != null;
  }

  /** The account that the credentials belong to. */
  public String account() {
    try (StsClient sts = open(StsClient.builder())) {
      return sts.getCallerIdentity().account();
    }
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B configured(
      B builder, AwsCredentialsProvider provider) {
    builder
        .region(Region.of(region()))
        .credentialsProvider(provider)
        .overrideConfiguration(overrides())
        .httpClient(http);
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder;
  }

  private ClientOverrideConfiguration overrides() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(seconds("timeout.call", 120))
        .retryStrategy(
            AwsRetryStrategy.forRetryMode(RetryMode.ADAPTIVE_V2).toBuilder()
                .maxAttempts(ATTEMPTS)
                .build())
        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "plumbline")
        .build();
  }

  private SdkHttpClient http() {
    boolean proxied = !isLocal();
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(seconds("timeout.connect", 5))
        .socketTimeout(seconds("timeout.read", 30))
        .proxyConfiguration(
            ProxyConfiguration.builder()
                .useSystemPropertyValues(proxied)
                .useEnvironmentVariablesValues(proxied)
                .build())
        .build();
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
    throw new EngineException(
        "site "
            + site.name()
            + ": "
            + setting
            + " is \""
            + text
            + "\"; give it whole seconds, at least 1");
  }

  private static StsAssumeRoleCredentialsProvider assuming(String arn, StsClient sts) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(request -> request.roleArn(arn).roleSessionName("plumbline"))
        .build();
  }

  @Override
  public void close() {
    if (role != null) {
      role.close();
    }
    if (roleClient != null) {
      roleClient.close();
    }
    http.close();
  }
}

package io.plumbline.aws.client;

import io.plumbline.model.Site;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Finds credentials by what a site refers to; no setting ever holds a secret. */
final class AwsCredentials {
  /** What a local endpoint is given, which asks for none: {@code credentials: fake}. */
  private static final String FAKE = "fake";

  private AwsCredentials() {}

  /** The credentials to begin with; a role to assume comes on top. */
  static AwsCredentialsProvider of(Site site, boolean local) {
    String profile = site.setting("credentials.profile");
    if (FAKE.equals(site.setting("credentials"))) {
      return StaticCredentialsProvider.create(AwsBasicCredentials.create(FAKE, FAKE));
    } else if (profile != null) {
      return ProfileCredentialsProvider.create(profile);
    }
    return local ? withoutMetadata() : DefaultCredentialsProvider.builder().build();
  }

  /** Beside a local endpoint there is no metadata service, and asking for one costs seconds. */
  private static AwsCredentialsProvider withoutMetadata() {
    List<AwsCredentialsProvider> chain = new ArrayList<>();
    chain.add(EnvironmentVariableCredentialsProvider.create());
    chain.add(ProfileCredentialsProvider.create());
    return AwsCredentialsProviderChain.builder().credentialsProviders(chain).build();
  }
}

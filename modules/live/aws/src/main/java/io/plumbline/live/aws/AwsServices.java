package io.plumbline.live.aws;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The services of one site; a client is opened when first asked for, since each costs its classes.
 */
final class AwsServices implements AutoCloseable {
  private final AwsClients clients;
  private final Attempts attempts = new Attempts();
  private final List<ExecutionInterceptor> watched = List.of(attempts, new Plausibility());
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private final Lazy<Ec2Client> ec2;
  private final Lazy<AutoScalingClient> autoScaling;
  private final Lazy<IamClient> iam;
  private final Lazy<S3Client> s3;

  AwsServices(Site site) {
    clients = new AwsClients(site);
    ec2 = new Lazy<>(() -> clients.open(Ec2Client.builder(), watched));
    autoScaling = new Lazy<>(() -> clients.open(AutoScalingClient.builder(), watched));
    iam = new Lazy<>(() -> clients.open(IamClient.builder(), watched));
    s3 =
        new Lazy<>(
            () -> clients.open(S3Client.builder().forcePathStyle(clients.pathStyle()), watched));
  }

  Ec2Client ec2() {
    return ec2.get();
  }

  AutoScalingClient autoScaling() {
    return autoScaling.get();
  }

  IamClient iam() {
    return iam.get();
  }

  S3Client s3() {
    return s3.get();
  }

  String region() {
    return clients.region();
  }

  Attempts attempts() {
    return attempts;
  }

  /** A client that is opened once, by whoever comes first. */
  private final class Lazy<C extends AutoCloseable> {
    private final Supplier<C> opener;
    private @Nullable C client;

    Lazy(Supplier<C> opener) {
      this.opener = opener;
    }

    synchronized C get() {
      if (client == null) {
        C fresh = opener.get();
        synchronized (opened) {
          opened.push(fresh);
        }
        client = fresh;
      }
      return client;
    }
  }

  @Override
  public void close() {
    synchronized (opened) {
      opened.forEach(AwsServices::close);
    }
    clients.close();
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("an SDK client cannot be closed", e);
    }
  }
}

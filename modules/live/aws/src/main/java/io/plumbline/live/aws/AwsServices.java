package io.plumbline.live.aws;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.fsx.FSxClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The services of one site; a client is opened when first asked for, since each costs its classes.
 */
final class AwsServices implements AutoCloseable {
  private final AwsClients clients;
  private final Attempts attempts = new Attempts();
  private final List<ExecutionInterceptor> watched = List.of(attempts, new Plausibility());
  private final Map<Class<?>, AutoCloseable> opened = new ConcurrentHashMap<>();

  AwsServices(Site site) {
    clients = new AwsClients(site);
  }

  AutoScalingClient autoScaling() {
    return client(AutoScalingClient.class, AutoScalingClient::builder);
  }

  CloudWatchClient cloudWatch() {
    return client(CloudWatchClient.class, CloudWatchClient::builder);
  }

  Ec2Client ec2() {
    return client(Ec2Client.class, Ec2Client::builder);
  }

  EfsClient efs() {
    return client(EfsClient.class, EfsClient::builder);
  }

  EksClient eks() {
    return client(EksClient.class, EksClient::builder);
  }

  EventBridgeClient eventBridge() {
    return client(EventBridgeClient.class, EventBridgeClient::builder);
  }

  FSxClient fsx() {
    return client(FSxClient.class, FSxClient::builder);
  }

  IamClient iam() {
    return client(IamClient.class, IamClient::builder);
  }

  KmsClient kms() {
    return client(KmsClient.class, KmsClient::builder);
  }

  LambdaClient lambda() {
    return client(LambdaClient.class, LambdaClient::builder);
  }

  ElasticLoadBalancingV2Client loadBalancing() {
    return client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
  }

  ServiceQuotasClient quotas() {
    return client(ServiceQuotasClient.class, ServiceQuotasClient::builder);
  }

  Route53Client route53() {
    return client(Route53Client.class, Route53Client::builder);
  }

  CloudWatchLogsClient logs() {
    return client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  }

  S3Client s3() {
    return client(S3Client.class, () -> S3Client.builder().forcePathStyle(clients.pathStyle()));
  }

  SecretsManagerClient secrets() {
    return client(SecretsManagerClient.class, SecretsManagerClient::builder);
  }

  SqsClient sqs() {
    return client(SqsClient.class, SqsClient::builder);
  }

  SsmClient ssm() {
    return client(SsmClient.class, SsmClient::builder);
  }

  String region() {
    return clients.region();
  }

  Attempts attempts() {
    return attempts;
  }

  /** Opened once, by whoever comes first. */
  private <C extends AutoCloseable, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>>
      C client(Class<C> type, Supplier<B> builder) {
    return type.cast(
        opened.computeIfAbsent(type, unopened -> clients.open(builder.get(), watched)));
  }

  @Override
  public void close() {
    opened.values().forEach(AwsServices::close);
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

package io.plumbline.e2e.harness;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The account behind Plumbline's back: for changes out of band, and for reading what is there. */
public final class Aws implements AutoCloseable {
  private final AwsClients clients;
  private final Ec2Client ec2;
  private final AutoScalingClient autoScaling;
  private final IamClient iam;
  private final S3Client s3;
  private final CloudFormationClient cloudFormation;
  private final CloudWatchClient cloudWatch;
  private final ElasticLoadBalancingV2Client balancing;
  private final EventBridgeClient events;
  private final LambdaClient lambda;
  private final SqsClient sqs;
  private final EfsClient efs;
  private final EksClient eks;
  private final KmsClient kms;
  private final Route53Client route53;
  private final SecretsManagerClient secrets;
  private final SsmClient ssm;

  Aws(URI endpoint, String region) {
    this(Map.of("region", region, "endpoint", endpoint.toString(), "credentials", "fake"));
  }

  private Aws(Map<String, String> settings) {
    clients = new AwsClients(new Site("main", "aws", "auto", settings, null));
    ec2 = clients.open(Ec2Client.builder());
    autoScaling = clients.open(AutoScalingClient.builder());
    iam = clients.open(IamClient.builder());
    s3 = clients.open(S3Client.builder().forcePathStyle(true));
    cloudFormation = clients.open(CloudFormationClient.builder());
    cloudWatch = clients.open(CloudWatchClient.builder());
    balancing = clients.open(ElasticLoadBalancingV2Client.builder());
    events = clients.open(EventBridgeClient.builder());
    lambda = clients.open(LambdaClient.builder());
    sqs = clients.open(SqsClient.builder());
    efs = clients.open(EfsClient.builder());
    eks = clients.open(EksClient.builder());
    kms = clients.open(KmsClient.builder());
    route53 = clients.open(Route53Client.builder());
    secrets = clients.open(SecretsManagerClient.builder());
    ssm = clients.open(SsmClient.builder());
  }

  /** In the name of a role, which is lent to whoever asks. */
  static Aws actingAs(String role, URI endpoint, String region) {
    return new Aws(
        Map.of(
            "region",
            region,
            "endpoint",
            endpoint.toString(),
            "credentials",
            "fake",
            "credentials.role",
            role));
  }

  public Ec2Client ec2() {
    return ec2;
  }

  public AutoScalingClient autoScaling() {
    return autoScaling;
  }

  public IamClient iam() {
    return iam;
  }

  public S3Client s3() {
    return s3;
  }

  public CloudFormationClient cloudFormation() {
    return cloudFormation;
  }

  public CloudWatchClient cloudWatch() {
    return cloudWatch;
  }

  public ElasticLoadBalancingV2Client balancing() {
    return balancing;
  }

  public EventBridgeClient events() {
    return events;
  }

  public LambdaClient lambda() {
    return lambda;
  }

  public SqsClient sqs() {
    return sqs;
  }

  public EfsClient efs() {
    return efs;
  }

  public EksClient eks() {
    return eks;
  }

  public KmsClient kms() {
    return kms;
  }

  public Route53Client route53() {
    return route53;
  }

  public SecretsManagerClient secrets() {
    return secrets;
  }

  public SsmClient ssm() {
    return ssm;
  }

  @Override
  public void close() {
    ec2.close();
    autoScaling.close();
    iam.close();
    s3.close();
    cloudFormation.close();
    cloudWatch.close();
    balancing.close();
    events.close();
    lambda.close();
    sqs.close();
    efs.close();
    eks.close();
    kms.close();
    route53.close();
    secrets.close();
    ssm.close();
    clients.close();
  }
}

package io.plumbline.model;

/**
 * A service of the provider that a network can reach without the internet. The names say what it is
 * for; what each provider calls it stands beside.
 */
public enum Endpoint {
  /** Buckets: S3 on AWS, where it costs nothing. */
  OBJECT_STORE,
  /** Tables of keys and values: DynamoDB on AWS, where it costs nothing. */
  KEY_VALUE_STORE,
  /** Images of containers: ECR on AWS. Their layers come from the {@link #OBJECT_STORE}. */
  CONTAINER_REGISTRY,
  /** Sessions, commands and parameters of nodes: Systems Manager (SSM) on AWS. */
  NODE_SESSIONS,
  /** Secrets Manager on AWS. */
  SECRETS,
  /** Keys that encrypt: KMS on AWS. */
  KEYS,
  /** CloudWatch Logs on AWS. */
  LOGS,
  /** CloudWatch on AWS. */
  METRICS,
  /** Short-lived credentials: STS on AWS. */
  IDENTITY,
  /** Machines and networks: EC2 on AWS. */
  COMPUTE,
  /** Groups of machines: Auto Scaling on AWS. */
  SCALING,
  /** SQS on AWS. */
  QUEUES,
  /** EventBridge on AWS. */
  EVENTS,
  /** EKS on AWS. */
  KUBERNETES
}

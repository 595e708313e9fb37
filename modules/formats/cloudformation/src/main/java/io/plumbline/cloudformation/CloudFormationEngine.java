package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import io.plumbline.spi.Engine;
import io.plumbline.spi.EngineException;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/**
 * Provisions by CloudFormation: change sets to plan, their execution to apply. Needs no program on
 * the machine.
 */
public final class CloudFormationEngine implements Engine {
  static final String ID = "cloudformation";

  private final Bounds bounds;

  public CloudFormationEngine() {
    this(Bounds.STANDARD);
  }

  /** An engine that splits earlier or later. */
  public CloudFormationEngine(Bounds bounds) {
    this.bounds = bounds;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String format() {
    return CloudFormationFormat.ID;
  }

  @Override
  public Tool tool() {
    return new Tool(
        "CloudFormation",
        "a service of AWS",
        "nothing to install; credentials for the site are needed");
  }

  @Override
  public Plan plan(Workspace workspace, Progress progress) {
    return with(workspace, session -> session.plan(progress));
  }

  @Override
  public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
    return with(workspace, session -> session.apply(plan, progress));
  }

  private <T> T with(Workspace workspace, Function<Session, T> work) {
    Site site = workspace.target().site();
    try (AwsClients clients = new AwsClients(site);
        CloudFormationClient client = clients.open(CloudFormationClient.builder())) {
      requireAccount(site, clients);
      return work.apply(new Session(workspace, clients, client, bounds));
    } catch (SdkException e) {
      throw new EngineException(
          "CloudFormation, at site " + site.name() + ": " + e.getMessage(), e);
    }
  }

  private static void requireAccount(Site site, AwsClients clients) {
    String wanted = site.setting("account");
    if (wanted == null) {
      return;
    }
    String account = clients.account();
    if (!wanted.equals(account)) {
      throw new EngineException(
          "the credentials belong to account "
              + account
              + ", and site "
              + site.name()
              + " is account "
              + wanted
              + ". Name the right ones: credentials.profile or credentials.role");
    }
  }
}

package io.plumbline.azure.rule;

import io.plumbline.model.InterruptionHandling;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Interruptions are handled on a site that does not name what tells of them. */
final class HealthTopicMissing implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-045",
          "site without a topic of health",
          "What Azure notes about machines comes by a topic of Event Grid, of which a subscription"
              + " has one: it belongs to no stack, and is not made with one.",
          "Microsoft Learn, System topics in Azure Event Grid, and Subscribe to events raised by"
              + " Azure Resource Notifications - Health Resources system topic",
          "give the site health-topic: the id of one that is there already, made once by az"
              + " eventgrid system-topic create --topic-type"
              + " microsoft.resourcenotifications.healthresources --location global --source"
              + " /subscriptions/SUBSCRIPTION --name health --resource-group GROUP");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    if (scope.target().site().setting("health-topic") == null) {
      for (InterruptionHandling handling : scope.all(InterruptionHandling.class)) {
        problems.report(
            RULE, handling, "got no health-topic on site \"" + scope.target().site().name() + "\"");
      }
    }
  }
}

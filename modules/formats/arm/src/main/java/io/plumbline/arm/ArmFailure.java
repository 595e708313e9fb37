package io.plumbline.arm;

import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.polling.PollResult;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what Azure said of a failure, down to its cause, and what to do. Codes are those of
 * learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors, read
 * 2026-11.
 */
final class ArmFailure {
  /** What to do, by the code of the cause, in lower case. */
  private static final Map<String, String> FIXES =
      Map.ofEntries(
          Map.entry(
              "authorizationfailed",
              "give whoever deploys a role with that action at that scope; stacks with protected"
                  + " resources take Azure Deployment Stack Owner"),
          Map.entry(
              "linkedauthorizationfailed",
              "give whoever deploys a role with that action on the resource that is referred to"),
          Map.entry("quotaexceeded", "ask for more quota in that location, or take another"),
          Map.entry("operationnotallowed", "ask for more quota in that location, or take another"),
          Map.entry("skunotavailable", "take another size, zone or location"),
          Map.entry("allocationfailed", "try later, or take another size, zone or location"),
          Map.entry("zonalallocationfailed", "try later, or leave the zone open"),
          Map.entry(
              "overconstrainedallocationrequest",
              "drop a constraint: zone, proximity placement, or accelerated size"),
          Map.entry(
              "missingsubscriptionregistration",
              "register the resource provider: az provider register --namespace NAMESPACE"),
          Map.entry(
              "propertychangenotallowed",
              "undo the change, or remove the resource first: it can only be made anew"),
          Map.entry(
              "requestdisallowedbypolicy", "change the design to what the policy named wants"),
          Map.entry(
              "roleassignmentexists",
              "somebody gave that role there already: remove that assignment, or leave ours out"),
          Map.entry("storageaccountalreadytaken", "rename the bucket: somebody has that name"),
          Map.entry(
              "denyassignmentauthorizationfailed",
              "another deployment stack holds it: change it there"),
          Map.entry("scopelocked", "remove the lock named, if that is meant"),
          Map.entry(
              "deploymentquotaexceeded",
              "delete old deployments of the scope: it holds 800 at most"),
          Map.entry("deploymentactive", "another deploy is running: wait until it has ended"),
          Map.entry(
              "deploymentstackinnonterminalstate",
              "another deploy is running: wait until it has ended"),
          Map.entry(
              "requestcontenttoolarge",
              "describe fewer components in one stack, or keep long boot scripts elsewhere"),
          Map.entry(
              "templatespectoolarge",
              "keep long boot scripts elsewhere: one component is more than a template takes"),
          Map.entry("resourcegroupnotfound", "create the group, or correct its name"),
          Map.entry("resourcegroupbeingdeleted", "wait until the group is gone, and deploy again"));

  private ArmFailure() {}

  /** The cause, and what to do about it; {@code thrown} where Azure gave no reason. */
  static String of(@Nullable ManagementError error, Throwable thrown) {
    return error == null ? String.valueOf(thrown.getMessage()) : of(error);
  }

  static String of(ManagementError error) {
    ManagementError cause = cause(error);
    String target = cause.getTarget() == null ? "" : cause.getTarget() + ": ";
    return target + cause.getCode() + ": " + cause.getMessage() + fix(cause.getCode());
  }

  /** Of a poll: the SDK hands on what was answered as text. */
  static String of(PollResult.Error error) {
    String body = error.getResponseBody();
    if (body != null && !body.isBlank()) {
      try (JsonReader reader = JsonProviders.createReader(body)) {
        ManagementError said =
            reader.readObject(
                each -> {
                  ManagementError found = null;
                  while (each.nextToken() != JsonToken.END_OBJECT) {
                    boolean here = each.getFieldName().equals("error");
                    each.nextToken();
                    if (here) {
                      found = ManagementError.fromJson(each);
                    } else {
                      each.skipChildren();
                    }
                  }
                  return found;
                });
        return said == null ? error.getMessage() : of(said);
      } catch (IOException | RuntimeException e) {
        // no JSON: some gateway's page
      }
    }
    return error.getMessage();
  }

  /** Ready to be put behind a message. */
  static String fix(@Nullable String code) {
    String fix = code == null ? null : FIXES.get(code.toLowerCase(Locale.ROOT));
    return fix == null ? "" : " Fix: " + fix + ".";
  }

  /** The innermost error is what went wrong; those around it say that something did. */
  static ManagementError cause(ManagementError error) {
    ManagementError cause = error;
    while (cause.getDetails() != null && !cause.getDetails().isEmpty()) {
      cause = cause.getDetails().get(0);
    }
    return cause;
  }
}

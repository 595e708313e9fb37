package io.plumbline.arm;

import com.azure.core.exception.AzureException;
import com.azure.core.management.exception.ManagementException;
import io.plumbline.azure.client.ArmException;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.model.Site;
import io.plumbline.spi.Engine;
import io.plumbline.spi.EngineException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Provisions by Azure Resource Manager: what-if to plan, a deployment stack to apply. The stack is
 * what knows what is ours, so that what leaves the template is deleted, and nobody else deletes
 * what is protected. Needs no program on the machine.
 */
public final class ArmEngine implements Engine {
  static final String ID = "arm";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String format() {
    return ArmFormat.ID;
  }

  @Override
  public Tool tool() {
    return new Tool(
        "Azure Resource Manager",
        "a service of Azure",
        "nothing to install; credentials for the site are needed: az login");
  }

  @Override
  public Plan plan(Workspace workspace, Progress progress) {
    return with(workspace, session -> session.plan(progress));
  }

  @Override
  public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
    return with(workspace, session -> session.apply(plan, progress));
  }

  private static <T> T with(Workspace workspace, Function<ArmSession, T> work) {
    Site site = workspace.target().site();
    try {
      AzureClients clients = new AzureClients(site, List.of(new LettingGo()));
      return work.apply(new ArmSession(workspace, clients));
    } catch (ManagementException e) {
      throw new EngineException(at(site) + ArmFailure.of(e.getValue(), e), e);
    } catch (ArmException e) {
      throw new EngineException(
          at(site) + e.code() + ": " + e.getMessage() + ArmFailure.fix(e.code()), e);
    } catch (AzureException e) {
      throw new EngineException(at(site) + e.getMessage(), e);
    }
  }

  private static String at(Site site) {
    return "Azure Resource Manager, at site " + site.name() + ": ";
  }
}

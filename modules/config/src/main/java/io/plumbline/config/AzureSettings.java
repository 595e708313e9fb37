package io.plumbline.config;

import static io.plumbline.config.ProviderSettings.refuse;
import static io.plumbline.config.ProviderSettings.word;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.config.ParameterType.Whole;
import io.plumbline.config.ParameterType.WordOr;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What can be said of a site of Azure. Credentials stand here by reference alone. */
final class AzureSettings implements ProviderSettings {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> WITH_STATE = Set.of("terraform", "opentofu");
  private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Text GROUP =
      new Text("[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]", "the name of a group");

  private static final Text ADDRESS =
      new Text("https?://[^\\s/]+/?", "an address that begins with http:// or https://");

  @Override
  public String provider() {
    return "azure";
  }

  @Override
  public Section type() {
    return new Section(
        List.of(
            Field.required("provider", word(provider()), "Who runs the machines."),
            Field.required("engine", word("arm", "terraform", "opentofu"), "What provisions here."),
            Field.required(
                "subscription",
                new Text(GUID, "a subscription's id, in small letters"),
                "The subscription that all of it belongs to."),
            Field.required(
                "location", new Text("[a-z][a-z0-9]+", "a location, such as eastus2"), ""),
            Field.optional(
                "tenant",
                new Text(GUID, "a tenant's id, in small letters"),
                "Whose directory it is."),
            Field.optional(
                "resource-group",
                GROUP,
                "A group that is there already, for all stacks; one for each stack if left out."),
            Field.optional(
                "ssh-key",
                new Text(
                    "/subscriptions/[^/\\s]+/resourceGroups/[^/\\s]+/providers/Microsoft\\.Compute"
                        + "/sshPublicKeys/[^/\\s]+",
                    "the id of a public key that is kept in Azure"),
                "What logs in to machines: never the key itself."),
            Field.optional(
                "health-topic",
                new Text(
                    "/subscriptions/[^/\\s]+/resourceGroups/[^/\\s]+/providers/Microsoft\\.EventGrid"
                        + "/systemTopics/[^/\\s]+",
                    "the id of a system topic of Event Grid"),
                "Where Azure tells what it notes about machines' health; a subscription has one."),
            Field.optional(
                "endpoint",
                ADDRESS,
                "Where Azure Resource Manager is; the public one if left out."),
            Field.optional(
                "credentials",
                credentials(),
                "Which credentials are used; what Azure's SDK finds by itself if left out."),
            Field.optional(
                "state",
                state(),
                "Where the engine keeps what it knows; local is for environment sandbox."),
            Field.optional(
                "artefacts",
                artefacts(),
                "Where parts of templates are kept that are too long for a request; the group of"
                    + " the site if left out."),
            Field.optional(
                "timeout", timeout(), "How many seconds to wait for Azure Resource Manager."),
            Field.optional(
                OwnTags.SETTING, OwnTags.TYPE, "Tags of all resources here, beside Plumbline's."),
            Field.optional(SiteSettings.SOURCE, new Place(), "")),
        Collections::unmodifiableMap);
  }

  private static WordOr credentials() {
    Text client = new Text(GUID, "a client's id, in small letters");
    return new WordOr(
        word("fake", "default", "cli"),
        new Section(
            List.of(
                Field.required(
                    "managed-identity",
                    client,
                    "A managed identity of this machine, by client id.")),
            Collections::unmodifiableMap));
  }

  private static WordOr state() {
    return new WordOr(
        word("local"),
        new Section(
            List.of(
                Field.required(
                    "storage-account",
                    new Text("[a-z0-9]{3,24}", "the name of a storage account"),
                    "A storage account, which is there already."),
                Field.required(
                    "container",
                    new Text(
                        "[a-z0-9](-?[a-z0-9]){2,62}",
                        "a container's name: small letters, digits, single dashes"),
                    "A container in it, which is there already."),
                Field.optional(
                    "endpoint", ADDRESS, "Where the account is; its public address if left out.")),
            Collections::unmodifiableMap));
  }

  private static Section artefacts() {
    return new Section(
        List.of(
            Field.required(
                "resource-group",
                GROUP,
                "A group that is there already, for template specs and nothing else.")),
        Collections::unmodifiableMap);
  }

  private static Section timeout() {
    Whole seconds = new Whole(1, 3600);
    return new Section(
        List.of(
            Field.optional("connect", seconds, ""),
            Field.optional("read", seconds, ""),
            Field.optional("call", seconds, "One call with all its retries.")),
        Collections::unmodifiableMap);
  }

  @Override
  public void check(Site site, String environment, Problems problems) {
    boolean sandbox = Target.isSandbox(environment);
    boolean local = isLocal(site);
    boolean fake = "fake".equals(site.setting("credentials"));
    boolean stands = site.engine().equals("arm") && site.setting("state.container") == null;
    if (sandbox && !(local && fake && stands)) {
      problems.add(
          "PLB-ENV-010",
          "sandbox not on this machine",
          "sites."
              + site.name()
              + ": got a site of Azure; allowed in \"sandbox\", where nobody is asked before a"
              + " change, is one of engine arm, with an endpoint on this machine, fake credentials"
              + " and no state elsewhere",
          site.source() == null ? null : site.source().line(),
          "give the environment another name");
    }
    if (WITH_STATE.contains(site.engine()) && site.setting("endpoint") != null) {
      refuse(
          problems,
          site,
          "endpoint: got one for engine "
              + site.engine()
              + ", whose provider asks Azure's own; allowed with engine arm",
          "leave the endpoint out, or take engine arm");
    }
    if (!sandbox && fake && !local) {
      refuse(
          problems,
          site,
          "credentials: got \"fake\" for "
              + site.setting("endpoint", "Azure's public endpoint")
              + "; allowed with an endpoint on this machine",
          "leave credentials out, or name a managed identity");
    }
    if (!sandbox
        && WITH_STATE.contains(site.engine())
        && site.setting("state.container") == null
        && site.setting("state") == null) {
      refuse(
          problems,
          site,
          "state: got nothing for engine "
              + site.engine()
              + "; a state file on one machine is lost with it and locked for nobody",
          "say where it is: state: {storage-account: NAME, container: NAME}; or \"state: local\","
              + " which deploy wants confirmed");
    }
  }

  private static boolean isLocal(Site site) {
    String endpoint = site.setting("endpoint");
    try {
      return endpoint != null && LOOPBACK.contains(String.valueOf(URI.create(endpoint).getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

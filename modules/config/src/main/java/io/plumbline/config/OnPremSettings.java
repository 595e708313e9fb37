package io.plumbline.config;

import static io.plumbline.config.ProviderSettings.word;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Flag;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.config.ParameterType.Whole;
import io.plumbline.config.ParameterType.WordOr;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.util.Collections;
import java.util.List;

/** What can be said of a data centre: how its machines are reached. */
final class OnPremSettings implements ProviderSettings {
  private static final Text FILE =
      new Text(
          "(~|)/[A-Za-z0-9._/@+-]*", "an absolute path, or one below ~/, without blanks or quotes");

  private static final String LAB_HOSTS = "hosts";
  private static final Text VARIABLE = new Text("[A-Z_][A-Z0-9_]{0,63}", "the name of a variable");

  private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9a-f:]+\\])(:[0-9]{1,5})?";

  @Override
  public String provider() {
    return "onprem";
  }

  @Override
  public Section type() {
    return new Section(
        List.of(
            Field.required("provider", word(provider()), "Who runs the machines."),
            Field.required(
                "engine",
                word("ansible", "terraform", "opentofu"),
                "What provisions here: ansible sets up machines; the others make virtual ones."),
            Field.optional("proxmox", proxmox(), "Proxmox VE; the token is PROXMOX_VE_API_TOKEN."),
            Field.optional(
                "vsphere", vsphere(), "vSphere; VSPHERE_USER and VSPHERE_PASSWORD say who asks."),
            Field.optional(
                "hyperv", hyperV(), "How hosts of Hyper-V are reached; stacks name them."),
            Field.optional(
                "ssh", ssh(), "How machines are reached; OpenSSH's own ways if left out."),
            Field.optional(
                "lab", lab(), "Machines that a sandbox makes on this one; in a sandbox alone."),
            Field.optional(
                "bmc", bmc(), "As whom management controllers are asked, and whom to believe."),
            Field.optional("timeout", timeout(), "How many seconds to wait for a machine."),
            Field.optional(
                "become",
                new Flag(),
                "true",
                "Whether the user that logs in becomes root by sudo."),
            Field.optional(
                "state",
                state(),
                "Where release records are kept; local is for environment sandbox."),
            Field.optional(SiteSettings.SOURCE, new Place(), "")),
        Collections::unmodifiableMap);
  }

  /** A data centre has no store that is locked; a site of a cloud has. */
  private static WordOr state() {
    return new WordOr(
        word("local"),
        new Section(
            List.of(
                Field.required(
                    "site",
                    new Text(FileLayout.NAMES, "the name of another site of this environment"),
                    "A site whose state is elsewhere: what is kept of this one is kept there.")),
            Collections::unmodifiableMap));
  }

  private static Section proxmox() {
    return new Section(
        List.of(
            Field.required(
                "endpoint",
                new Text(
                    "https://" + HOST + "/?", "an address such as https://pve.example.com:8006/"),
                "Where the API of its cluster is."),
            file("token", "the API token"),
            variable("token", "the API token"),
            certificates()),
        Collections::unmodifiableMap);
  }

  private static Section vsphere() {
    return new Section(
        List.of(
            Field.required(
                "server",
                new Text(HOST, "a name such as vcenter.example.com"),
                "Where vCenter is."),
            Field.optional(
                "user",
                new Text(
                    "[A-Za-z0-9_][A-Za-z0-9_.@\\\\+-]{0,103}",
                    "a name such as reader@vsphere.local"),
                "As whom a check asks; VSPHERE_USER if left out."),
            file("password", "the password"),
            variable("password", "the password"),
            certificates()),
        Collections::unmodifiableMap);
  }

  private static Section hyperV() {
    return new Section(
        List.of(
            Field.optional(
                "user",
                new Text(
                    "[A-Za-z0-9_][A-Za-z0-9_.@\\\\-]{0,103}",
                    "a name such as Administrator or deploy@corp.example.com"),
                "Who logs in by SSH; as of ssh if left out."),
            Field.optional(
                "port", new Whole(1, 65_535), "Where sshd listens; as of ssh if left out."),
            Field.optional("key", FILE, "The file with the private key; as of ssh if left out."),
            Field.optional(
                "shell",
                word("powershell", "cmd"),
                "What sshd there starts (DefaultShell); powershell if left out.")),
        Collections::unmodifiableMap);
  }

  private static Field file(String what, String said) {
    return Field.optional(
        what + "-file", FILE, "The file with " + said + " of a check; never that itself.");
  }

  private static Field variable(String what, String said) {
    return Field.optional(
        what + "-variable", VARIABLE, "The environment variable with " + said + " of a check.");
  }

  private static Field certificates() {
    return Field.optional(
        "ca",
        FILE,
        "Certificates (PEM) of who signs its own, or itself, for a check; the system's if left"
            + " out.");
  }

  private static Section ssh() {
    return new Section(
        List.of(
            Field.optional(
                "user",
                new Text("[a-z_][a-z0-9_-]{0,31}", "the name of an account"),
                "Who logs in; OpenSSH's choice if left out."),
            Field.optional("port", new Whole(1, 65_535), "Where sshd listens, if not at 22."),
            Field.optional(
                "config", FILE, "A configuration file of OpenSSH: jump hosts, known keys."),
            Field.optional("key", FILE, "The file with the private key; never the key itself."),
            Field.optional(
                "parallel", new Whole(1, 256), "How many machines are worked on at a time.")),
        Collections::unmodifiableMap);
  }

  private static Section lab() {
    return new Section(
        List.of(
            Field.required(LAB_HOSTS, new Whole(1, 200), "How many, at 198.19.255.10 and so on."),
            Field.optional(
                "network",
                new Whole(0, 511),
                "511 if left out. Network N has the addresses 198.(18 + N / 256).(N % 256).10 and"
                    + " so on."),
            Field.optional(
                "systemd", new Whole(0, 200), "How many of them, the first, run systemd."),
            Field.optional("gpus", new Whole(0, 16), "How many GPUs each says that it has.")),
        Collections::unmodifiableMap);
  }

  private static Section bmc() {
    return new Section(
        List.of(
            Field.optional(
                "user",
                new Text(
                    "[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,31}", "a name of letters, digits and _.@+-"),
                "As whom they are asked."),
            Field.optional(
                "password-file", FILE, "The file with the password; never the password itself."),
            Field.optional(
                "password-variable",
                VARIABLE,
                "The environment variable with the password; instead of a file."),
            Field.optional(
                "ca",
                FILE,
                "Certificates (PEM) of who signs theirs, or their own; the system's if left out."),
            Field.optional("redfish-port", new Whole(1, 65_535), "Where they listen, not at 443."),
            Field.optional("ipmi-port", new Whole(1, 65_535), "Where they listen, not at 623."),
            Field.optional(
                "ipmi-cipher",
                word("3", "17"),
                "IPMI's cipher suite: 17 if left out; 3 for controllers that know no better."),
            Field.optional(
                "ipmi-privilege",
                word("user", "operator"),
                "The user's privilege in IPMI; what comes before the boot order takes operator."),
            Field.optional(
                "parallel", new Whole(1, 256), "How many are asked at a time; 32 if left out.")),
        Collections::unmodifiableMap);
  }

  private static Section timeout() {
    Whole seconds = new Whole(1, 3600);
    return new Section(
        List.of(
            Field.optional(
                "connect", seconds, "Until a machine or its management controller answers."),
            Field.optional("call", seconds, "All that one of them says.")),
        Collections::unmodifiableMap);
  }

  /** In a sandbox the machines must not be real ones; their addresses are known by its stacks. */
  @Override
  public void check(Site site, String environment, Problems problems) {
    if (site.setting("lab." + LAB_HOSTS) != null && !Target.isSandbox(environment)) {
      ProviderSettings.refuse(
          problems,
          site,
          "lab: got machines that are made on this one; allowed in sandboxes, whose names are"
              + " sandbox or begin with sandbox-",
          "leave it out, and say in the inventory which machines there are");
    }
  }
}

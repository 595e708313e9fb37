package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.Subnet;
import io.plumbline.model.Subnets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file system in subnets that its network does not have, or, where it takes one, in several. */
final class FilesWithoutSubnets implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-001",
          "file system placed in subnets that are not there",
          "Machines reach a file system through an address in their subnets; a parallel one has its"
              + " servers in exactly one.",
          "Amazon EFS User Guide, Managing mount targets; Amazon FSx API Reference,"
              + " CreateFileSystem: SubnetIds",
          "give the network subnets of this tier; parallel files also name the zone:"
              + " in(network.privateSubnets(), \"us-east-1a\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SharedFiles files : design.all(SharedFiles.class)) {
      if (files.subnets() != null && number(files.subnets(), null) == 0) {
        problems.report(RULE, files, "got no " + words(files.subnets()));
      }
    }
    for (ParallelFiles files : design.all(ParallelFiles.class)) {
      if (files.subnets() != null) {
        one(files, files.subnets(), files.zone(), problems);
      }
    }
  }

  private static void one(
      Component files, Subnets subnets, @Nullable String zone, Problems problems) {
    int number = number(subnets, zone);
    if (number != 1) {
      String where = zone == null ? "" : " in \"" + zone + "\"";
      problems.report(
          RULE, files, "got " + number + " " + words(subnets) + where + "; allowed is exactly one");
    }
  }

  private static String words(Subnets subnets) {
    return subnets.tier().word() + " subnets of \"" + subnets.network().id() + "\"";
  }

  private static int number(Subnets subnets, @Nullable String zone) {
    return switch (subnets.network()) {
      case Network network when network.cidr() == null -> 1; // which is reported there
      case Network network -> {
        List<Subnet> tier = network.subnets(subnets.tier());
        yield (int) tier.stream().filter(s -> zone == null || zone.equals(s.zone())).count();
      }
      // In which zones they are, nobody knows yet: a zone cannot choose among them.
      case ExistingNetwork existing -> zone == null ? existing.lookups(subnets.tier()).size() : 0;
    };
  }
}

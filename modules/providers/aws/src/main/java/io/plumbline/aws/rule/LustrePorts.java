package io.plumbline.aws.rule;

import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parallel files whose servers may not talk to each other. */
final class LustrePorts implements Check<AwsScope> {
  private static final List<Integer> PORTS =
      Stream.concat(Stream.of(988), IntStream.rangeClosed(1018, 1023).boxed()).toList();

  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-012",
          "servers of parallel files cut off",
          "Lustre's servers talk to each other and to their clients over TCP 988 and 1018 to 1023;"
              + " FSx refuses groups that do not let them.",
          "Amazon FSx for Lustre User Guide, File system access control with Amazon VPC",
          "say lustreAmongThemselves() in the rules, and give the same rules to the machines");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ParallelFiles files : scope.all(ParallelFiles.class)) {
      List<String> shut = new ArrayList<>();
      for (Direction direction : Direction.values()) {
        PORTS.stream()
            .filter(port -> !open(files, direction, port))
            .findFirst()
            .ifPresent(
                port -> shut.add(direction.name().toLowerCase(Locale.ROOT) + " tcp " + port));
      }
      if (!shut.isEmpty() && !files.securedBy().isEmpty()) {
        problems.report(
            RULE, files, "got rules without " + String.join(" and ", shut) + " among themselves");
      }
    }
  }

  private static boolean open(ParallelFiles files, Direction direction, int port) {
    return files.securedBy().stream()
        .anyMatch(
            rules ->
                rules.rules().stream()
                    .anyMatch(
                        rule ->
                            rule.direction() == direction
                                && rule.allowsTcp(port)
                                && reachesServers(rule, rules, files)));
  }

  private static boolean reachesServers(
      TrafficRule rule, SecurityRules rules, ParallelFiles files) {
    return switch (rule.peer()) {
      case Peer.Self self -> true;
      case Peer.Members members ->
          files.securedBy().stream().anyMatch(own -> own.id().equals(members.of().id()));
      case Peer.Block block ->
          block.cidr().isAnywhere()
              || (rules.network() instanceof Network network
                  && network.cidr() != null
                  && block.cidr().contains(network.cidr()));
    };
  }
}

package io.plumbline.dsl;

import io.plumbline.model.Subnet;
import io.plumbline.model.Tier;
import io.plumbline.unit.Cidr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the subnets of one tier get their blocks. */
sealed interface SubnetPlan {
  SubnetPlan NONE = new Listed(List.of(), 0);

  /** Why it cannot be carried out; null if it can. */
  @Nullable String problem(Cidr network, int zones);

  List<Subnet> place(Tier tier, Cidr network, List<String> zones);

  /** All of one size, next to each other. */
  record Cut(int prefix) implements SubnetPlan {
    @Override
    public @Nullable String problem(Cidr network, int zones) {
      int bits = network.family().bits();
      if (prefix < network.prefix() || prefix > bits) {
        return "got prefix /" + prefix + "; allowed are /" + network.prefix() + " to /" + bits;
      }
      BigInteger room = BigInteger.ONE.shiftLeft(prefix - network.prefix());
      return room.compareTo(BigInteger.valueOf(zones)) < 0
          ? "got "
              + zones
              + " zones with a /"
              + prefix
              + " each; "
              + network
              + " holds "
              + room
              + " of them"
          : null;
    }

    /**
     * Private subnets from the start upwards, public ones from the end downwards: appending a zone
     * moves none.
     */
    @Override
    public List<Subnet> place(Tier tier, Cidr network, List<String> zones) {
      BigInteger size = BigInteger.ONE.shiftLeft(network.family().bits() - prefix);
      List<Subnet> subnets = new ArrayList<>();
      for (int i = 0; i < zones.size(); i++) {
        BigInteger first =
            tier == Tier.PRIVATE
                ? network.first().add(size.multiply(BigInteger.valueOf(i)))
                : network
                    .last()
                    .add(BigInteger.ONE)
                    .subtract(size.multiply(BigInteger.valueOf(i + 1L)));
        subnets.add(new Subnet(tier, zones.get(i), new Cidr(network.family(), first, prefix)));
      }
      return subnets;
    }
  }

  /**
   * As written.
   *
   * @param given how many were written, those included that are no blocks
   */
  record Listed(List<Cidr> blocks, int given) implements SubnetPlan {
    public Listed {
      blocks = List.copyOf(blocks);
    }

    @Override
    public @Nullable String problem(Cidr network, int zones) {
      return given == 0 || given == zones
          ? null
          : "got " + given + " blocks for " + zones + " zones; allowed is one for each zone";
    }

    @Override
    public List<Subnet> place(Tier tier, Cidr network, List<String> zones) {
      List<Subnet> subnets = new ArrayList<>();
      for (int i = 0; i < Math.min(blocks.size(), zones.size()); i++) {
        subnets.add(new Subnet(tier, zones.get(i), blocks.get(i)));
      }
      return subnets;
    }
  }
}

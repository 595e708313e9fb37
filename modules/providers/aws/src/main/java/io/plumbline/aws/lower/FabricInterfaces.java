package io.plumbline.aws.lower;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The network interfaces of a node in a fabric: EFA on every card that takes it. The first one
 * carries the node's address as well; the others carry the fabric alone, so that a node needs one
 * address and has one route. AWS gives a node with several interfaces no public address, whatever
 * its subnet says, and a launch template that lists interfaces takes security groups in them alone.
 */
final class FabricInterfaces {
  private FabricInterfaces() {}

  /** A list of interfaces; null for a pool without a fabric. */
  static Value of(AnyPool pool, List<String> types, Value groups, Catalogue catalogue) {
    InstanceType type = types.isEmpty() ? null : catalogue.find(types.get(0));
    if (!pool.fabric() || type == null || type.efaInterfaces() == 0) {
      return Value.NULL;
    }
    boolean first = type.efaInterfaces() >= type.networkCards();
    List<Value> interfaces = new ArrayList<>();
    interfaces.add(device(0, 0, first ? "efa" : "interface", groups));
    for (int card = 1; card < type.networkCards(); card++) {
      // Where the first card is no part of the fabric, the others have their fabric device first.
      interfaces.add(device(card, first ? 1 : 0, "efa-only", groups));
    }
    return Value.list(interfaces);
  }

  private static Value device(int card, int index, String kind, Value groups) {
    return Value.object(
        "deviceIndex", Value.whole(index),
        "networkCardIndex", Value.whole(card),
        "interfaceType", Value.text(kind),
        "groups", groups,
        "associatePublicIpAddress", card == 0 ? Value.flag(false) : Value.NULL,
        "deleteOnTermination", Value.flag(true));
  }
}

package io.plumbline.e2e.azure;

import static io.plumbline.e2e.azure.Change.beside;
import static io.plumbline.e2e.azure.Deed.copy;
import static io.plumbline.e2e.azure.Deed.delete;
import static io.plumbline.e2e.azure.Deed.set;

import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Pools of machines, and what scales them. */
final class PoolChanges {
  private static final String COMPUTE = "Microsoft.Compute/";
  private static final String SETS = COMPUTE + "virtualMachineScaleSets";
  private static final String AUTOSCALE = "Microsoft.Insights/autoscaleSettings";
  private static final String PROFILE = "properties/virtualMachineProfile/";
  private static final String ID = "tags/plumbline:id";
  private static final Value GONE = Value.NULL;

  private PoolChanges() {}

  static List<Change> all() {
    return Stream.of(pools(), scaling()).flatMap(List::stream).toList();
  }

  private static List<Change> pools() {
    return List.of(
        beside(
            "a pool is made smaller",
            set(SETS, "trainers", "sku/capacity", Value.whole(1)),
            "changed trainers/scale-set capacity"),
        beside(
            "a pool is of another size",
            set(SETS, "trainers", "sku/name", Value.text("Standard_D2s_v5")),
            "changed trainers/scale-set size"),
        beside("an autoscaled pool scales", set(SETS, "serving", "sku/capacity", Value.whole(5))),
        beside(
            "an autoscaled pool is scaled beyond its most",
            set(SETS, "serving", "sku/capacity", Value.whole(9)),
            "changed serving/scale-set capacity"),
        beside("a pool is deleted", delete(SETS, "spot"), "missing spot/scale-set"),
        beside(
            "another image",
            set(
                SETS,
                "mixed",
                PROFILE + "storageProfile/imageReference/version",
                Value.text("22.04.1")),
            "changed mixed/scale-set imageVersion"),
        beside(
            "another boot script",
            set(SETS, "trainers", PROFILE + "userData", Value.text("ZXZpbA==")),
            "changed trainers/scale-set userData"),
        beside(
            "no boot script",
            set(SETS, "trainers", PROFILE + "userData", GONE),
            "changed trainers/scale-set userData"),
        beside(
            "a boot script where there was none",
            set(SETS, "spot", PROFILE + "userData", Value.text("ZXZpbA==")),
            "changed spot/scale-set userData"),
        beside(
            "a higher price for spot",
            set(
                SETS,
                "spot",
                PROFILE + "billingProfile/maxPrice",
                Value.decimal(new BigDecimal("9.5"))),
            "changed spot/scale-set maxPrice"),
        beside(
            "spot machines are deallocated",
            set(SETS, "spot", PROFILE + "evictionPolicy", Value.text("Deallocate")),
            "changed spot/scale-set evictionPolicy"),
        beside(
            "spot machines are not restored",
            set(SETS, "spot", "properties/spotRestorePolicy/enabled", Value.flag(false)),
            "changed spot/scale-set spotRestorePolicy/enabled"),
        beside(
            "fewer that are not spot",
            set(
                SETS,
                "mixed",
                "properties/priorityMixPolicy/baseRegularPriorityCount",
                Value.whole(0)),
            "changed mixed/scale-set baseRegularPriorityCount"),
        beside(
            "another group of machines by the tags",
            copy(SETS, "spot", "twin", each -> each),
            "duplicate spot/scale-set"),
        beside(
            "a set without a like",
            copy(SETS, "spot", "more", each -> Deed.at(each, ID, id -> Value.text("nobody"))),
            "unmanaged uniform-scale-set"),
        beside(
            "a lost identity tag",
            set(SETS, "mixed", ID, GONE),
            "changed mixed/scale-set tags/plumbline:id"),
        beside(
            "no identity",
            set(SETS, "serving", "identity", GONE),
            "changed serving/scale-set identities"),
        beside(
            "machines that the balancer forgets",
            set(
                SETS,
                "serving",
                PROFILE
                    + "networkProfile/networkInterfaceConfigurations/0/properties/ipConfigurations/0/properties/loadBalancerBackendAddressPools",
                Value.list()),
            "changed serving/scale-set"
                + " networkInterfaces/0/ipConfigurations/0/loadBalancerBackendAddressPools"),
        beside(
            "no repairs",
            set(SETS, "mixed", "properties/automaticRepairsPolicy/enabled", Value.flag(false)),
            "changed mixed/scale-set automaticRepairsPolicy/enabled"),
        beside(
            "out of the reservation",
            set(SETS, "serving", PROFILE + "capacityReservation", GONE),
            "changed serving/scale-set capacityReservationGroup"),
        beside(
            "less is reserved",
            set(
                COMPUTE + "capacityReservationGroups/capacityReservations",
                "kept",
                "sku/capacity",
                Value.whole(2)),
            "changed kept/reservation capacity"),
        beside(
            "a reservation is given back",
            delete(COMPUTE + "capacityReservationGroups/capacityReservations", "kept"),
            "missing kept/reservation"),
        beside(
            "a placement group is deleted",
            delete(COMPUTE + "proximityPlacementGroups", "ground-trainers"),
            "missing trainers/placement"));
  }

  private static List<Change> scaling() {
    return List.of(
        beside(
            "scaling is off",
            set(AUTOSCALE, "serving", "properties/enabled", Value.flag(false)),
            "changed serving/autoscale enabled"),
        beside(
            "a wider band",
            set(AUTOSCALE, "serving", "properties/profiles/0/capacity/maximum", Value.text("60")),
            "changed serving/autoscale profiles/0/maximum"),
        beside(
            "another target",
            set(
                AUTOSCALE,
                "serving",
                "properties/profiles/0/rules/0/metricTrigger/threshold",
                Value.whole(99)),
            "changed serving/autoscale profiles/0/rules/0/metricTrigger/threshold"),
        beside(
            "no schedule",
            set(AUTOSCALE, "serving", "properties/profiles/1", GONE),
            "changed serving/autoscale profiles"),
        beside("scaling is deleted", delete(AUTOSCALE, "serving"), "missing serving/autoscale"));
  }
}

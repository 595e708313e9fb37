package io.plumbline.azure.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.graph.Resource;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.value.Value;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where machines that stand close together are. */
final class PlacementTest {

  @Test
  void theZoneIsSaidOfMachinesAndNotOfTheirGroup() {
    Collection<Resource> fleet =
        new AzureProvider().lower(AzureFleet.design(), AzureFleet.TARGET).resources();
    Value zone = Value.texts(List.of("1"));

    assertThat(fleet)
        .filteredOn(resource -> resource.kind().id().equals("proximity-placement-group"))
        .hasSize(2)
        .noneMatch(group -> group.attributes().has("zones"));
    assertThat(fleet)
        .filteredOn(resource -> resource.attributes().has("proximityPlacementGroup"))
        .hasSize(2)
        .allMatch(machines -> machines.attributes().toString().contains(zone.toString()));
  }
}

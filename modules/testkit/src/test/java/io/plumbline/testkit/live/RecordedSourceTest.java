package io.plumbline.testkit.live;

import io.plumbline.spi.LiveSource;
import io.plumbline.value.JsonReader;

class RecordedSourceTest extends LiveSourceContract {
  private static final String RECORDING =
      """
      [{"operation": "toy:List", "items": [{"Name": "a", "Size": 1}, {"Name": "b"}]},
       {"operation": "toy:Get", "key": "Name", "items": [{"Name": "a", "Open": true}]}]
      """;

  @Override
  protected LiveSource source() {
    return new RecordedSource(JsonReader.read(RECORDING));
  }

  @Override
  protected Ground ground() {
    return new Ground("toy:List", "toy:Get", "Name", "a");
  }
}

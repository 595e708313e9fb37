package io.plumbline.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small map is a map as any other, below the size where it is one by itself and above. */
class SmallMapTest {
  private static Map<String, Integer> names(int size) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int i = size; i > 0; i--) {
      names.put("name-" + i, i);
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 24, 25, 100})
  void saysWhatAnyMapWouldInTheOrderGiven(int size) {
    Map<String, Integer> names = names(size);
    Map<String, Integer> small = SmallMap.copyOf(names);
    assertThat(small).isEqualTo(names).hasSameHashCodeAs(names).hasToString(names.toString());
    assertThat(new ArrayList<>(small.entrySet())).isEqualTo(new ArrayList<>(names.entrySet()));
    assertThat(small.get("name-1")).isEqualTo(names.get("name-1"));
    assertThat(small.getOrDefault("none", 7)).isEqualTo(7);
    assertThat(small.containsKey("none")).isFalse();
    Map<String, Integer> again = new LinkedHashMap<>();
    small.forEach(again::put);
    assertThat(again).containsExactlyEntriesOf(names);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30})
  void neverChanges(int size) {
    Map<String, Integer> names = names(size);
    Map<String, Integer> small = SmallMap.copyOf(names);
    names.clear();
    assertThat(small).hasSize(size);
    assertThatThrownBy(() -> small.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
  }
}

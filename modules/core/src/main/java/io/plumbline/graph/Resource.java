package io.plumbline.graph;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.SmallMap;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One resource, desired or observed.
 *
 * @param address {@code component} or {@code component/part}, fixed for life; what references, tags
 *     and reports name
 * @param attributes canonical values; in an observed resource references stand as live ids
 * @param source the line in the user's Java that asks for it; null where observed
 * @param existing how to find it where it is not ours: read and referenced, never written; null for
 *     what is ours
 * @param formerly the address that it had before it was renamed; null if never
 * @param keep protected: deleting or replacing it needs its release by name
 * @param bands attributes that another controller moves
 * @param raw values in a dialect's own words
 * @param after addresses that must be there first, beyond those it refers to
 */
public record Resource(
    String address,
    ResourceKind kind,
    Value.Obj attributes,
    @Nullable SourceLine source,
    @Nullable Lookup existing,
    @Nullable String formerly,
    boolean keep,
    Map<String, Band> bands,
    List<Raw> raw,
    List<String> after) {

  public Resource {
    bands = SmallMap.copyOf(new TreeMap<>(bands));
    raw = List.copyOf(raw);
    after = List.copyOf(after);
  }

  /** A resource of ours with nothing special about it. */
  public static Resource of(
      String address, ResourceKind kind, Value.Obj attributes, @Nullable SourceLine source) {
    return new Resource(
        address,
        kind,
        attributes,
        source,
        null,
        null,
        kind.irreplaceable(),
        Map.of(),
        List.of(),
        List.of());
  }

  /** Something that is there already. */
  public static Resource existing(
      String address, ResourceKind kind, Lookup lookup, @Nullable SourceLine source) {
    return new Resource(
        address,
        kind,
        Value.Obj.EMPTY,
        source,
        lookup,
        null,
        false,
        Map.of(),
        List.of(),
        List.of());
  }

  public boolean isOurs() {
    return existing == null;
  }

  /**
   * The attributes that another controller moves and that are said all the same, as what to begin
   * with: engines must leave them alone once it is there.
   */
  public List<String> moved() {
    return bands.keySet().stream()
        .filter(name -> !(attributes.get(name) instanceof Value.Null))
        .toList();
  }

  public Value ref(String output) {
    return Value.ref(address, output);
  }

  public Resource withAttributes(Value.Obj changed) {
    return new Resource(
        address, kind, changed, source, existing, formerly, keep, bands, raw, after);
  }

  public Resource withFormerly(@Nullable String earlier) {
    return new Resource(
        address, kind, attributes, source, existing, earlier, keep, bands, raw, after);
  }

  public Resource withKeep(boolean kept) {
    return new Resource(
        address, kind, attributes, source, existing, formerly, kept, bands, raw, after);
  }

  public Resource withBand(String attribute, Band band) {
    Map<String, Band> more = new TreeMap<>(bands);
    more.put(attribute, band);
    return withBands(more);
  }

  public Resource withBands(Map<String, Band> more) {
    return new Resource(
        address, kind, attributes, source, existing, formerly, keep, more, raw, after);
  }

  public Resource withRaw(List<Raw> values) {
    return new Resource(
        address, kind, attributes, source, existing, formerly, keep, bands, values, after);
  }

  public Resource withAfter(List<String> addresses) {
    return new Resource(
        address, kind, attributes, source, existing, formerly, keep, bands, raw, addresses);
  }
}

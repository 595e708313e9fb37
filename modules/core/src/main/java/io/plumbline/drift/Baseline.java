package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stood there when somebody looked, of settings of which neither a design nor a known default
 * says anything. A check holds them against it.
 *
 * @param file where it is written, from the project's folder: {@code
 *     "environments/baseline/prod.yaml"}
 */
public record Baseline(String file, List<Entry> entries) {
  /** Nothing is known of what stood there. */
  public static final Baseline NONE = new Baseline("", List.of());

  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * One setting.
   *
   * @param path of the attribute: {@code "sslPolicy"}, {@code "metadataOptions/httpTokens"}
   * @param value plain data; {@link Value#NULL} where nothing was set
   * @param source the line that says it; null where it is written nowhere yet
   */
  public record Entry(
      String stack,
      String site,
      String address,
      String kind,
      String path,
      Value value,
      @Nullable SourceLine source) {

    /** Where it stands, for people and for order. */
    public String place() {
      return String.join(" ", stack, site, address, path);
    }

    boolean isOf(Target target) {
      return stack.equals(target.stack()) && site.equals(target.site().name());
    }
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What it says of some stacks; of all where none is named. */
  public Baseline of(List<String> stacks) {
    return new Baseline(
        file,
        entries.stream()
            .filter(each -> stacks.isEmpty() || stacks.contains(each.stack()))
            .toList());
  }

  /** What it says of one target. */
  public Baseline of(Target target) {
    return new Baseline(file, entries.stream().filter(each -> each.isOf(target)).toList());
  }

  /** What is wrong with it where these are all targets that there are. */
  public List<Diagnostic> orphans(Collection<TargetName> targets) {
    return entries.stream()
        .filter(each -> !targets.contains(new TargetName(each.stack(), each.site())))
        .map(each -> Kept.stale(each, each.stack() + " is not deployed on " + each.site()))
        .toList();
  }

  /** Entries of one resource, by path. */
  Map<String, Entry> at(String address) {
    Map<String, Entry> found = new LinkedHashMap<>();
    entries.stream()
        .filter(each -> each.address().equals(address))
        .forEach(each -> found.put(each.path(), each));
    return found;
  }

  /** All entries by place, in the order of places. */
  public Map<String, Entry> byPlace() {
    return entries.stream()
        .collect(Collectors.toMap(Entry::place, each -> each, (a, b) -> b, TreeMap::new));
  }
}

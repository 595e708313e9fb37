package io.plumbline.drift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much was looked at; stands in every report, since a check says little without it.
 *
 * @param resources desired resources that were looked for
 * @param attributes attributes that the design sets or a default is known for, on the resources
 *     that are there
 * @param compared those of them that were compared
 * @param undetermined those that could not be, each for a reason listed in {@code unreadable} or in
 *     a finding
 * @param ignored findings that a rule leaves out
 * @param notOurs live resources seen that are somebody else's
 * @param calls requests made
 * @param unreadable attributes, by address, that the provider does not let anybody read, or the
 *     engine cannot set, with the reason
 * @param raw values set in a dialect's own words, by address and path, with the reason given for
 *     them
 * @param blindSpots by kind, what nobody looked at and could be amiss all the same
 */
public record Coverage(
    int resources,
    int attributes,
    int compared,
    int undetermined,
    int ignored,
    int notOurs,
    int calls,
    List<Gap> unreadable,
    List<Gap> raw,
    List<Gap> blindSpots) {

  /** One thing that is not compared, and why. */
  public record Gap(String address, String attribute, String reason) {
    private static final Comparator<Gap> ORDER =
        Comparator.comparing(Gap::address).thenComparing(Gap::attribute).thenComparing(Gap::reason);
  }

  public static final Coverage NONE =
      new Coverage(0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());

  /** Of both; the same in whatever order several are added. */
  public Coverage plus(Coverage other) {
    return new Coverage(
        resources + other.resources,
        attributes + other.attributes,
        compared + other.compared,
        undetermined + other.undetermined,
        ignored + other.ignored,
        notOurs + other.notOurs,
        calls + other.calls,
        concat(unreadable, other.unreadable),
        concat(raw, other.raw),
        concat(blindSpots, other.blindSpots).stream().distinct().toList());
  }

  /** The same, with findings that rules leave out. */
  Coverage withIgnored(int more) {
    return new Coverage(
        resources,
        attributes,
        compared,
        undetermined,
        ignored + more,
        notOurs,
        calls,
        unreadable,
        raw,
        blindSpots);
  }

  private static List<Gap> concat(List<Gap> a, List<Gap> b) {
    return Stream.concat(a.stream(), b.stream()).sorted(Gap.ORDER).toList();
  }
}

package io.plumbline.live.aws;

import io.plumbline.value.Value.Obj;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * An operation of EC2 that lists everything, or what a filter lets through. What a list left out is
 * asked for by a filter, too: a filter takes many ids, and says nothing of those that are not
 * there, where a request by ids answers an error for all of them.
 */
final class Ec2List {
  /** A filter takes 200 values (EC2 API Reference, Filter; 2026-11). */
  private static final int MOST = 100;

  private Ec2List() {}

  /** Asks EC2, with these filters. */
  interface Pages {
    Iterable<? extends SdkPojo> of(AwsServices aws, Collection<Filter> filters);
  }

  /**
   * An operation.
   *
   * @param member where in an answer the items stand
   * @param idFilter the filter by which one of them is found
   * @param always filters that every request has
   */
  static Operation list(
      String id,
      Supplier<SdkPojo> row,
      String member,
      String idFilter,
      Pages pages,
      Filter... always) {
    return list(id, row, member, idFilter, pages, item -> true, always);
  }

  /**
   * An operation of which some items do not count.
   *
   * @param there which do
   */
  static Operation list(
      String id,
      Supplier<SdkPojo> row,
      String member,
      String idFilter,
      Pages pages,
      Predicate<Obj> there,
      Filter... always) {
    List<Filter> all = List.of(always);
    return new Operation(
        id,
        row,
        null,
        (aws, keys, asking) ->
            asking.ask("", items -> read(pages.of(aws, all), member, there, items)),
        (aws, keys, asking) ->
            Operation.inBatches(
                asking,
                keys,
                MOST,
                (few, items) ->
                    read(pages.of(aws, with(all, idFilter, few)), member, there, items)));
  }

  private static void read(
      Iterable<? extends SdkPojo> pages, String member, Predicate<Obj> there, Consumer<Obj> items) {
    Operation.addAll(
        pages,
        member,
        item -> {
          if (there.test(item)) {
            items.accept(item);
          }
        });
  }

  private static List<Filter> with(List<Filter> always, String name, List<String> values) {
    Filter more = Filter.builder().name(name).values(values).build();
    return Stream.concat(always.stream(), Stream.of(more)).toList();
  }
}

package io.plumbline.live.aws;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * One read operation.
 *
 * @param id as in the permission that it needs, with what sets it apart from others in brackets
 * @param row makes an object of the type of its items
 * @param key member by which it is asked; each item has it. Null where it lists everything
 * @param again asks for those keys of what a list left out; null where AWS knows no such question,
 *     so that it is listed once more
 */
record Operation(
    String id, Supplier<SdkPojo> row, @Nullable String key, Reader reader, @Nullable Reader again) {

  Operation(String id, Supplier<SdkPojo> row, @Nullable String key, Reader reader) {
    this(id, row, key, reader, null);
  }

  /** Asks AWS. */
  interface Reader {
    void read(AwsServices aws, List<String> keys, Asking asking);
  }

  /** An operation that lists everything, page by page. */
  static Operation list(
      String id,
      Supplier<SdkPojo> row,
      String member,
      Function<AwsServices, Iterable<? extends SdkPojo>> pages) {
    return new Operation(
        id,
        row,
        null,
        (aws, keys, asking) -> asking.ask("", items -> addAll(pages.apply(aws), member, items)));
  }

  /**
   * The same, with a way to ask for some of its items alone. What is not there is left out of the
   * answer, without an error.
   *
   * @param most so many keys it takes at a time
   */
  Operation some(
      int most,
      String member,
      BiFunction<AwsServices, List<String>, Iterable<? extends SdkPojo>> pages) {
    Reader some =
        (aws, keys, asking) ->
            inBatches(
                asking, keys, most, (few, items) -> addAll(pages.apply(aws, few), member, items));
    return new Operation(id, row, key, reader, some);
  }

  /**
   * The same, with a way to ask for one item.
   *
   * @param absent error codes that say that it is not there
   */
  Operation one(
      String member,
      Set<String> absent,
      BiFunction<AwsServices, String, Iterable<? extends SdkPojo>> page) {
    Reader one =
        (aws, keys, asking) -> {
          for (String name : keys) {
            asking.ask(
                name,
                items -> unlessGone(absent, () -> addAll(page.apply(aws, name), member, items)));
          }
        };
    return new Operation(id, row, key, reader, one);
  }

  /** Hands over what stands in {@code member} of each page. */
  static void addAll(Iterable<? extends SdkPojo> pages, String member, Consumer<Obj> items) {
    for (SdkPojo page : pages) {
      if (Documents.of(page).get(member) instanceof Sequence sequence) {
        sequence.items().forEach(item -> items.accept((Obj) item));
      } else {
        throw without(member);
      }
    }
  }

  /**
   * An operation that answers one thing for one key.
   *
   * @param member where in the answer the thing stands; empty where it is the answer
   * @param absent error codes that say that there is none
   */
  static Operation each(
      String id,
      Supplier<SdkPojo> row,
      String key,
      String member,
      Set<String> absent,
      BiFunction<AwsServices, String, SdkPojo> call) {
    return byKey(
        id,
        row,
        key,
        absent,
        (aws, name, items) -> {
          Obj answer = Documents.of(call.apply(aws, name));
          Value found = member.isEmpty() ? answer : answer.get(member);
          if (!(found instanceof Obj thing)) {
            throw without(member);
          }
          items.accept(thing);
        });
  }

  /** The same answer, if {@code member} stands in it, as it does in every true one. */
  static <A extends SdkPojo> A holding(String member, A answer) {
    Value content = Documents.of(answer).get(member);
    if (content instanceof Value.Null || content.equals(Obj.EMPTY)) {
      throw without(member);
    }
    return answer;
  }

  private static SdkClientException without(String member) {
    return SdkClientException.create("the answer is not whole: no " + member + " stands in it");
  }

  /** Asks for one key. */
  interface KeyReader {
    void read(AwsServices aws, String key, Consumer<Obj> items);
  }

  /** An operation that answers for keys, one by one. */
  static Operation byKey(
      String id, Supplier<SdkPojo> row, String key, Set<String> absent, KeyReader reader) {
    return new Operation(
        id,
        row,
        key,
        (aws, keys, asking) -> {
          for (String name : keys) {
            asking.ask(
                name,
                items ->
                    unlessGone(
                        absent,
                        () ->
                            reader.read(
                                aws, name, item -> items.accept(Documents.with(item, key, name)))));
          }
        });
  }

  /**
   * Asks for one thing; what a list has named may be gone a moment later, which says nothing of the
   * others.
   *
   * @param absent error codes that say that it is gone
   */
  static void unlessGone(Set<String> absent, Runnable call) {
    try {
      call.run();
    } catch (AwsServiceException e) {
      if (!absent.contains(Failures.code(e))) {
        throw e;
      }
    }
  }

  /**
   * Where each thing has something, an answer without it is none.
   *
   * @param open keys of the things that it was not answered for
   */
  static void requireAll(Set<String> open, String what) {
    if (!open.isEmpty()) {
      throw SdkClientException.create(
          "not answered: " + what + " that is there, " + open.size() + " times");
    }
  }

  /**
   * Asks for many keys with few requests, one after the other.
   *
   * @param size the most keys that one request may hold
   */
  static void inBatches(
      Asking asking, List<String> keys, int size, BiConsumer<List<String>, Consumer<Obj>> read) {
    asking.ask(
        keys.size() == 1 ? keys.get(0) : "",
        items -> {
          for (int from = 0; from < keys.size(); from += size) {
            read.accept(keys.subList(from, Math.min(keys.size(), from + size)), items);
          }
        });
  }
}

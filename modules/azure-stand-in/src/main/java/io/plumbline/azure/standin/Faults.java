package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is to go wrong. Safe for several threads. */
public final class Faults {
  /** For as long as nobody calls {@link #clear}. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, Refusal> failing = new ConcurrentHashMap<>();
  private final Set<String> denied = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private String reach = "";

  Faults() {}

  /** How an answer goes wrong. */
  enum Way {
    THROTTLED,
    BROKEN,
    STALLED,
    CUT,
    WITHOUT_NEXT_PAGE,
    EMPTY
  }

  private record Fault(Way way, String path, String code, Duration delay, AtomicInteger left) {}

  /** Takes a permission away: {@code Microsoft.Network/virtualNetworks/read}. */
  public synchronized void deny(String action) {
    denied.add(action);
  }

  /** Takes away all rights but those to a group and what is in it. */
  public synchronized void allowOnly(String group) {
    reach = group.toLowerCase(Locale.ROOT);
  }

  /** What became of one's own request anybody may ask, and what there is to query. */
  synchronized void requireReach(Request request) {
    String path = request.path().toLowerCase(Locale.ROOT);
    boolean free =
        path.equals(reach)
            || path.startsWith(reach + "/")
            || Paths.has(path, LongRunning.PATH)
            || path.equalsIgnoreCase(ResourceGraph.PATH);
    if (!reach.isEmpty() && !free) {
      throw new Refusal(
          403,
          "AuthorizationFailed",
          "The client does not have authorization to perform "
              + request.method()
              + " over scope '"
              + request.path()
              + "'.");
    }
  }

  /** The next requests of which the path has {@code part} are too many. */
  public void throttle(String part, int times, Duration retryAfter) {
    add(Way.THROTTLED, part, "TooManyRequests", retryAfter, times);
  }

  /** The next such requests meet an error of the service. */
  public void breakDown(String part, int times) {
    add(Way.BROKEN, part, "InternalServerError", Duration.ZERO, times);
  }

  /** The next such requests are answered late. */
  public void stall(String part, int times, Duration delay) {
    add(Way.STALLED, part, "", delay, times);
  }

  /** The next such answers end in the middle. */
  public void cut(String part, int times) {
    add(Way.CUT, part, "", Duration.ZERO, times);
  }

  /** The next such pages say that there is more, and not where. */
  public void loseNextPage(String part, int times) {
    add(Way.WITHOUT_NEXT_PAGE, part, "", Duration.ZERO, times);
  }

  /** The next such answers hold nothing. */
  public void empty(String part, int times) {
    add(Way.EMPTY, part, "", Duration.ZERO, times);
  }

  /** Azure cannot make this one: it says so when it comes to it, and not before. */
  public void failMaking(String id, String code, String message) {
    failing.put(id.toLowerCase(Locale.ROOT), new Refusal(409, code, message));
  }

  void requireSuccess(ResourceId id) {
    Refusal refusal = failing.get(id.key());
    if (refusal != null) {
      throw refusal;
    }
  }

  /** All goes well again. */
  public synchronized void clear() {
    faults.clear();
    failing.clear();
    denied.clear();
    reach = "";
  }

  private void add(Way way, String part, String code, Duration delay, int times) {
    faults.add(
        new Fault(way, part.toLowerCase(Locale.ROOT), code, delay, new AtomicInteger(times)));
  }

  /** How this answer is to go wrong; null for well. */
  @Nullable Met next(String path) {
    for (Fault fault : faults) {
      if (path.toLowerCase(Locale.ROOT).contains(fault.path)
          && fault.left.getAndUpdate(n -> n == ALWAYS ? n : Math.max(0, n - 1)) > 0) {
        return new Met(fault.way, fault.code, fault.delay);
      }
    }
    return null;
  }

  /** A fault that an answer meets. */
  record Met(Way way, String code, Duration delay) {}

  synchronized boolean isDenied(String action) {
    return denied.contains(action);
  }

  /** A group's permissions are called otherwise than its type. */
  static String action(String type, String verb) {
    return (type.equalsIgnoreCase(ResourceId.GROUP)
            ? "Microsoft.Resources/subscriptions/resourceGroups"
            : type)
        + "/"
        + verb;
  }

  void requireLeave(ResourceId id, String verb) {
    String action = action(id.type(), verb);
    if (isDenied(action) || isBeyondReach(id)) {
      throw new Refusal(
          403,
          "AuthorizationFailed",
          "The client does not have authorization to perform action '"
              + action
              + "' over scope '"
              + id
              + "' or the scope is invalid. If access was recently granted, please refresh your"
              + " credentials.");
    }
  }

  private synchronized boolean isBeyondReach(ResourceId id) {
    return !reach.isEmpty() && !id.key().equals(reach) && !id.key().startsWith(reach + "/");
  }

  /** What whoever asks may do, as Resource Manager lists it. */
  synchronized Obj permissions() {
    List<String> not = new ArrayList<>(denied);
    return Value.object(
        "value",
        Value.list(
            Value.object(
                "actions", Value.texts(List.of("*")),
                "notActions", Value.texts(not),
                "dataActions", Value.list(),
                "notDataActions", Value.list())));
  }
}

package io.plumbline.spi;

import io.plumbline.model.Site;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls the read operations of one provider at one site, and answers with documents as the API gave
 * them. It knows operations, pages, retries and time-outs, and no kind. Safe for use by several
 * threads.
 */
public interface LiveSource extends AutoCloseable {

  /**
   * Calls {@code operation} until its last page.
   *
   * @param keys what is asked for, where the operation asks by key. Empty where it lists
   *     everything; where it does and there are keys, they are of what a list left out: what of it
   *     is there is answered, or the whole list once more where the provider knows no such question
   * @return what was answered; never throws for what the provider or the network does
   */
  Answer call(String operation, List<String> keys);

  /**
   * What is the same for every resource of the site, for composed outputs: {@code partition},
   * {@code region}.
   */
  Map<String, String> constants();

  @Override
  void close();

  /**
   * What an operation answered.
   *
   * @param items documents, each with the key that it was asked by as a member
   * @param failures why nothing, or not all, was answered: by key, or by {@code ""} for the whole
   *     operation
   * @param calls requests made, retries included
   */
  record Answer(List<Value.Obj> items, Map<String, Failure> failures, int calls) {
    public Answer {
      items = List.copyOf(items);
    }

    public @Nullable Failure failure(String key) {
      Failure whole = failures.get("");
      return whole != null ? whole : failures.get(key);
    }
  }

  /**
   * A read that did not succeed: the operation, and the provider's or the network's word for why.
   */
  record Failure(String operation, String error) {
    @Override
    public String toString() {
      return operation + ": " + error;
    }
  }

  /** Opens sources for the sites of one provider. */
  interface Factory {
    String provider();

    LiveSource open(Site site);

    /** What is written down of who changed what there. */
    default AuditLog auditLog(Site site) {
      return new AuditLog.None("no audit log of " + provider() + " is read");
    }

    /** The operations that {@link #auditLog} calls. */
    default Set<String> auditOperations() {
      return Set.of();
    }

    /**
     * The least that a check needs leave for, in the provider's own form: read only.
     *
     * @param reads the operations that checks call, each with the names that it asks for; none
     *     where it lists, or where the names are not known before
     */
    String readPolicy(Site site, SortedMap<String, Set<String>> reads);
  }
}

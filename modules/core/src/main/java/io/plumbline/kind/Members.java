package io.plumbline.kind;

import java.util.List;

/**
 * Which nodes a resource counts, as its own live document tells: the instances of a scaling group.
 *
 * @param path to the list in the main document
 * @param id member with a node's id
 * @param state member with what it does
 * @param atRest states in which a node is not counted: put aside, or on its way out
 * @param counts attributes that say how many there are to be; each falls by one for a node that is
 *     taken out and not replaced
 */
public record Members(
    String path, String id, String state, List<String> atRest, List<String> counts) {
  public Members {
    atRest = List.copyOf(atRest);
    counts = List.copyOf(counts);
  }
}

package io.plumbline.dsl;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import java.util.Map;
import java.util.stream.Collectors;

/** What a stack draws on: it hands out the sites, and remembers what was asked for. */
public final class Blueprint {
  private final Draft draft;

  Blueprint(Draft draft) {
    this.draft = draft;
  }

  /**
   * What {@code stack} describes, with all that is wrong with it. What the stack throws is a
   * problem too, at the line of the user's that it came through last.
   */
  public static <P extends Record> Design describe(
      Stack<P> stack, P parameters, Surroundings surroundings) {
    Draft draft = new Draft(surroundings, stack);
    try {
      stack.describe(new Blueprint(draft), parameters);
    } catch (InvalidInputException e) {
      draft.problems().addAll(e.diagnostics());
    } catch (IllegalArgumentException | ArithmeticException e) {
      draft.refused(e);
    } catch (RuntimeException e) {
      draft.failed(stack.name(), e);
    }
    return draft.design(stack.name());
  }

  /** Name of the environment that is described: {@code "prod"}. */
  public String environment() {
    return draft.surroundings().environment();
  }

  /**
   * Another stack of the same environment, to refer to what it has: it is deployed first, and its
   * components are to this one as existing ones are.
   *
   * @throws InvalidInputException if the environment does not have it, or it refers back to this
   *     one; what comes after is not looked at then
   */
  public OtherStack stack(Class<? extends Stack<?>> type) {
    return new OtherStack(draft, draft.other(type));
  }

  /** The only site of the environment. */
  public SiteBlueprint site() {
    var sites = draft.surroundings().sites();
    if (sites.size() == 1) {
      return new SiteBlueprint(draft, sites.get(0));
    }
    draft.report(UnknownSite.RULE, "site() means the only site; " + sitesThere());
    return new SiteBlueprint(draft, nowhere("main"));
  }

  /** The site that the environment file calls {@code name}. */
  public SiteBlueprint site(String name) {
    for (Site site : draft.surroundings().sites()) {
      if (site.name().equals(name)) {
        return new SiteBlueprint(draft, site);
      }
    }
    draft.report(UnknownSite.RULE, "got \"" + name + "\"; " + sitesThere());
    return new SiteBlueprint(draft, nowhere(name));
  }

  private String sitesThere() {
    return draft.surroundings().sites().stream()
        .map(Site::name)
        .collect(Collectors.joining(", ", "environment \"" + environment() + "\" has: ", ""));
  }

  /** Stands in for a site that is not there, so that the rest is still looked at. */
  private static Site nowhere(String name) {
    return new Site(name, "", "", Map.of(), null);
  }
}

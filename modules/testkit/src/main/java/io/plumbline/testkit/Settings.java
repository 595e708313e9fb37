package io.plumbline.testkit;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Identity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the model: each part of a component, and of what it is made of, by the name of
 * the record and the part: {@code Disk.iops}. So that a test of all of them misses none that comes.
 */
public final class Settings {
  private Settings() {}

  /** All settings of these components. */
  public static Set<String> of(Set<Class<? extends Component>> components) {
    Set<String> all = new TreeSet<>();
    Set<Class<?>> seen = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(components);
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (!seen.add(type)) {
        continue;
      }
      for (RecordComponent part : parts(type)) {
        all.add(name(type, part));
        within(part).forEach(open::push);
      }
    }
    return all;
  }

  /** All components that there can be. */
  public static Set<Class<? extends Component>> components() {
    Set<Class<? extends Component>> all = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(Component.class));
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (type.isRecord()) {
        all.add(type.asSubclass(Component.class));
      } else {
        open.addAll(List.of(type.getPermittedSubclasses()));
      }
    }
    return all;
  }

  /** The settings in which two designs differ; of a component that one alone has, all. */
  public static Set<String> differing(Design one, Design other) {
    Set<String> differing = new TreeSet<>();
    Map<String, Component> there =
        one.components().stream().collect(Collectors.toMap(Component::id, each -> each));
    for (Component component : other.components()) {
      Component before = there.get(component.id());
      compare(before, component, differing);
    }
    return differing;
  }

  private static void compare(@Nullable Object one, @Nullable Object other, Set<String> differing) {
    Object known = other == null ? one : other;
    if (known instanceof List<?> || known instanceof Set<?>) {
      compareItems(items(one), items(other), differing);
      return;
    }
    if (known == null || !isOurs(known.getClass())) {
      return;
    }
    boolean alike = one != null && other != null && one.getClass() == other.getClass();
    for (RecordComponent part : parts(known.getClass())) {
      Object mine = alike ? value(part, Objects.requireNonNull(one)) : null;
      Object theirs = value(part, known);
      if (!same(mine, theirs)) {
        differing.add(name(known.getClass(), part));
        if (!isComponent(theirs) && !isComponent(mine)) {
          compare(mine, theirs, differing);
        }
      }
    }
  }

  private static void compareItems(List<?> one, List<?> other, Set<String> differing) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      Object mine = i < one.size() ? one.get(i) : null;
      Object theirs = i < other.size() ? other.get(i) : null;
      if (!same(mine, theirs) && !isComponent(mine) && !isComponent(theirs)) {
        compare(mine, theirs, differing);
      }
    }
  }

  private static List<?> items(@Nullable Object value) {
    return value instanceof Iterable<?> many
        ? StreamSupport.stream(many.spliterator(), false).toList()
        : List.of();
  }

  /** What refers to another component is the same where that has the same id. */
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(one == null ? null : written(one), other == null ? null : written(other));
  }

  private static String written(Object value) {
    return switch (value) {
      case Component component -> component.id();
      case Iterable<?> many -> items(many).stream().map(Settings::written).toList().toString();
      case Record record when isOurs(record.getClass()) ->
          parts(record.getClass()).stream()
              .map(part -> part.getName() + "=" + Objects.toString(writtenPart(part, record), ""))
              .collect(Collectors.joining(",", record.getClass().getSimpleName() + "(", ")"));
      default -> value.toString();
    };
  }

  private static @Nullable String writtenPart(RecordComponent part, Object record) {
    Object value = value(part, record);
    return value == null ? null : written(value);
  }

  private static boolean isComponent(@Nullable Object value) {
    return value instanceof Component;
  }

  private static boolean isOurs(Class<?> type) {
    return type.isRecord() && type.getPackageName().equals(Component.class.getPackageName());
  }

  private static List<RecordComponent> parts(Class<?> type) {
    return List.of(type.getRecordComponents()).stream()
        .filter(part -> part.getType() != Identity.class && part.getType() != SourceLine.class)
        .toList();
  }

  /** The records that a part is made of: its own type, what it permits, or its items' type. */
  private static Set<Class<?>> within(RecordComponent part) {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>();
    if (part.getGenericType() instanceof ParameterizedType many) {
      for (var argument : many.getActualTypeArguments()) {
        if (argument instanceof Class<?> type) {
          open.push(type);
        }
      }
    } else {
      open.push(part.getType());
    }
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (Component.class.isAssignableFrom(type)) {
        continue;
      }
      if (isOurs(type)) {
        found.add(type);
      } else if (type.isSealed()) {
        open.addAll(List.of(type.getPermittedSubclasses()));
      }
    }
    return found;
  }

  private static String name(Class<?> type, RecordComponent part) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName() + ".")
        + type.getSimpleName()
        + "."
        + part.getName();
  }

  private static @Nullable Object value(RecordComponent part, Object record) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(part.toString(), e);
    }
  }
}

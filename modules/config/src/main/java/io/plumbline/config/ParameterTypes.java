package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Presence;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.Default;
import io.plumbline.model.Inventory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types of a record's components, found by reflection: once for each stack and run, never while
 * artefacts are generated. What cannot be read from a file is a mistake in the record, and throws
 * IllegalArgumentException.
 */
final class ParameterTypes {
  private static final List<String> FACTORIES = List.of("parse", "of");

  private ParameterTypes() {}

  static ParameterType.Section section(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " must be a record");
    }
    RecordComponent[] components = type.getRecordComponents();
    List<Field> fields = Arrays.stream(components).map(ParameterTypes::field).toList();
    Constructor<?> constructor = constructor(type, components);
    return new ParameterType.Section(fields, values -> construct(constructor, fields, values));
  }

  private static Field field(RecordComponent component) {
    Default otherwise = component.getAnnotation(Default.class);
    ParameterType type = of(component.getGenericType());
    boolean required =
        otherwise == null && !isNullable(component) && !(type instanceof ParameterType.Maybe);
    return new Field(
        component.getName(),
        type,
        required ? Presence.REQUIRED : Presence.OPTIONAL,
        otherwise == null ? null : otherwise.value(),
        "");
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static ParameterType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    if (!(type instanceof Class<?> plain)) {
      throw unreadable(type);
    }
    ParameterType simple = simple(plain);
    if (simple != null) {
      return simple;
    }
    if (plain.isEnum()) {
      return choice(plain);
    }
    Method factory = factory(plain);
    if (factory != null) {
      return new ParameterType.Quantity(words(plain), text -> call(factory, text));
    }
    if (plain.isRecord()) {
      return section(plain);
    }
    throw unreadable(type);
  }

  private static ParameterType generic(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new ParameterType.ListOf(of(arguments[0]));
    } else if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new ParameterType.MapOf(".*", of(arguments[1]));
    } else if (type.getRawType() == Optional.class) {
      return new ParameterType.Maybe(of(arguments[0]));
    }
    throw unreadable(type);
  }

  private static @Nullable ParameterType simple(Class<?> type) {
    if (type == String.class) {
      return ParameterType.Text.ANY;
    } else if (type == int.class || type == Integer.class) {
      return new ParameterType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type == long.class || type == Long.class) {
      return new ParameterType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type == boolean.class || type == Boolean.class) {
      return new ParameterType.Flag();
    } else if (type == BigDecimal.class) {
      return new ParameterType.Decimal();
    } else if (type == Duration.class) {
      return new ParameterType.Quantity("duration", Durations::parse);
    } else if (type == LocalDate.class) {
      return new ParameterType.Quantity("date", Dates::parse);
    } else if (type == Instant.class) {
      return new ParameterType.Quantity("point in time", Instants::parse);
    }
    return type == Inventory.class
        ? InventoryFile.TYPE
        : type == SourceLine.class ? new ParameterType.Place() : null;
  }

  private static ParameterType choice(Class<?> type) {
    List<?> constants = List.of(type.getEnumConstants());
    List<String> names = constants.stream().map(c -> ((Enum<?>) c).name()).toList();
    return new ParameterType.Choice(names, name -> constants.get(names.indexOf(name)));
  }

  /** A public static {@code parse(String)} or {@code of(String)} that gives the type itself. */
  private static @Nullable Method factory(Class<?> type) {
    for (String name : FACTORIES) {
      try {
        Method method = type.getMethod(name, String.class);
        if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type) {
          return method;
        }
      } catch (NoSuchMethodException e) {
        // The next name may be there.
      }
    }
    return null;
  }

  private static Object call(Method factory, String text) {
    try {
      return factory.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw asThrown(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(factory + " must be public, in a public class", e);
    }
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its canonical constructor", e);
    }
  }

  private static Object construct(
      Constructor<?> constructor, List<Field> fields, Map<String, Object> values) {
    try {
      return constructor.newInstance(fields.stream().map(f -> values.get(f.name())).toArray());
    } catch (InvocationTargetException e) {
      throw asThrown(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + constructor.getDeclaringClass(), e);
    }
  }

  private static RuntimeException asThrown(InvocationTargetException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }

  /** {@code DataSize} as people say it: {@code "data size"}. */
  private static String words(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException unreadable(Type type) {
    return new IllegalArgumentException(
        type.getTypeName()
            + " cannot be a parameter: use text, numbers, boolean, enums, Duration, LocalDate,"
            + " Instant, records, List, Map<String, ...>, Optional, or a class with a public static"
            + " parse(String)");
  }
}

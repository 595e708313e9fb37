package io.plumbline.live.azure;

import com.azure.core.management.SubResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What one of the SDK's model types holds, by the names that JSON has for it. They stand nowhere
 * but in the code that reads and writes the type, so this looks at that code: a name that it
 * compares with the reader's, and the field that it fills next.
 */
final class ModelFields extends ClassVisitor {
  private static final Map<Class<?>, Map<String, Field>> KNOWN = new ConcurrentHashMap<>();

  private static final String MODELS = "com.azure.resourcemanager.";
  private static final Set<Type> OPEN = Set.of(Object.class, Map.class);

  private final Class<?> model;
  private final Map<String, Type> read = new LinkedHashMap<>();
  private final Set<String> written = new HashSet<>();

  private ModelFields(Class<?> model) {
    super(Opcodes.ASM9);
    this.model = model;
  }

  /**
   * A member of a type.
   *
   * @param type the model that it holds, alone or in a list; null for plain values
   * @param isOpen whether it holds what no type names: a map, or any JSON
   * @param isSettable whether the type ever writes it; else Azure alone does
   */
  record Field(@Nullable Class<?> type, boolean isOpen, boolean isSettable) {}

  /** The members of a model type by name. */
  static Map<String, Field> of(Class<?> model) {
    return KNOWN.computeIfAbsent(model, type -> new ModelFields(type).fields());
  }

  private Map<String, Field> fields() {
    try (InputStream code = model.getResourceAsStream(model.getSimpleName() + ".class")) {
      new ClassReader(code).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    read.forEach((name, type) -> fields.put(name, field(type, written.contains(name))));
    if (fields.isEmpty()) {
      throw new IllegalStateException("nothing is known of what " + model + " holds");
    }
    return fields;
  }

  private static Field field(Type declared, boolean settable) {
    Type held = declared;
    while (held instanceof ParameterizedType list && list.getRawType() == List.class) {
      held = list.getActualTypeArguments()[0];
    }
    boolean open = !(held instanceof Class<?>) || OPEN.contains(held);
    boolean isModel =
        held instanceof Class<?> type
            && (type == SubResource.class || type.getName().startsWith(MODELS))
            && Stream.of(type.getMethods()).anyMatch(m -> m.getName().equals("fromJson"));
    return new Field(isModel ? (Class<?>) held : null, open, settable);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (name.startsWith("toJson")) {
      return new Names();
    }
    return name.contains("fromJson") ? new Assignments() : null;
  }

  /** The names that are written. */
  private final class Names extends MethodVisitor {
    Names() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof String name) {
        written.add(name);
      }
    }
  }

  /** The names that are read, each with what it fills. */
  private final class Assignments extends MethodVisitor {
    private String last = "";
    private String compared = "";

    Assignments() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLdcInsn(Object value) {
      last = String.valueOf(value);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals("java/lang/String") && name.equals("equals")) {
        compared = last;
      } else if (name.startsWith("with") && isOurs(owner)) {
        Stream.of(model.getMethods())
            .filter(each -> each.getName().equals(name) && each.getParameterCount() == 1)
            .map(Method::getGenericParameterTypes)
            .findFirst()
            .ifPresent(types -> fill(types[0]));
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.PUTFIELD && isOurs(owner)) {
        try {
          fill(model.getDeclaredField(name).getGenericType());
        } catch (NoSuchFieldException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    private boolean isOurs(String owner) {
      return owner.equals(model.getName().replace('.', '/'));
    }

    private void fill(Type type) {
      if (!compared.isEmpty()) {
        read.put(compared, type);
        compared = "";
      }
    }
  }
}

package io.plumbline.e2e.deploy;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Holds attributes that two witnesses saw of the same things against each other, leaf by leaf. It
 * is written apart from the comparison that drift uses, so that both cannot be wrong alike.
 */
final class Agreement {
  private final UnaryOperator<String> left;
  private final UnaryOperator<String> right;
  private final List<String> disagreements = new ArrayList<>();
  private final Set<String> onlyLeft = new TreeSet<>();
  private final Set<String> onlyRight = new TreeSet<>();
  private int compared;

  /**
   * Nothing is compared yet.
   *
   * @param left what a text of the one witness means, where ids differ
   * @param right and of the other
   */
  Agreement(UnaryOperator<String> left, UnaryOperator<String> right) {
    this.left = left;
    this.right = right;
  }

  private Agreement apart() {
    return new Agreement(left, right);
  }

  /** Where both say something, and not the same. */
  List<String> disagreements() {
    return disagreements;
  }

  /** Of which the other witness says nothing. */
  Set<String> onlyLeft() {
    return onlyLeft;
  }

  Set<String> onlyRight() {
    return onlyRight;
  }

  /** How many leaves both said something about. */
  int compared() {
    return compared;
  }

  void compare(String at, Shape shape, Value one, Value other) {
    if (saysNothing(one) || saysNothing(other)) {
      if (!saysNothing(one)) {
        onlyLeft.add(at);
      }
      if (!saysNothing(other)) {
        onlyRight.add(at);
      }
      return;
    }
    switch (shape) {
      case Shape.Struct struct -> {
        for (Attribute each : struct.attributes()) {
          compare(at + "/" + each.name(), each.shape(), member(one, each), member(other, each));
        }
      }
      case Shape.ListOf list -> inOrder(at, list.item(), items(one), items(other));
      case Shape.SetOf set -> inAnyOrder(at, set.item(), items(one), items(other));
      case Shape.MapOf map -> {
        Set<String> names = new LinkedHashSet<>(((Obj) one).members().keySet());
        names.addAll(((Obj) other).members().keySet());
        names.forEach(
            name ->
                compare(
                    at + "/" + name, map.item(), ((Obj) one).get(name), ((Obj) other).get(name)));
      }
      case Shape.Json json -> leaf(at, meaning(one, left), meaning(other, right));
      case Shape.Leaf leaf -> leaf(at, text(one, left), text(other, right));
      case Shape.Reference reference -> leaf(at, text(one, left), text(other, right));
    }
  }

  private void leaf(String at, String one, String other) {
    compared++;
    if (!one.equals(other)) {
      disagreements.add(at + ": " + one + " | " + other);
    }
  }

  private void inOrder(String at, Shape item, List<Value> one, List<Value> other) {
    if (one.size() != other.size()) {
      disagreements.add(at + ": " + one + " | " + other);
      return;
    }
    for (int i = 0; i < one.size(); i++) {
      compare(at + "/" + i, item, one.get(i), other.get(i));
    }
  }

  /** Each item of the one has a partner in the other that it does not contradict. */
  private void inAnyOrder(String at, Shape item, List<Value> one, List<Value> other) {
    List<Value> open = new ArrayList<>(other);
    for (Value each : one) {
      Value partner = partner(item, each, open);
      if (partner == null) {
        disagreements.add(at + ": " + each + " | none of " + open);
      } else {
        open.remove(partner);
        compare(at + "/", item, each, partner);
      }
    }
    open.forEach(each -> disagreements.add(at + ": nothing | " + each));
  }

  private Value partner(Shape item, Value wanted, List<Value> candidates) {
    for (Value candidate : candidates) {
      Agreement trial = apart();
      trial.compare("", item, wanted, candidate);
      if (trial.disagreements.isEmpty() && trial.compared > 0) {
        return candidate;
      }
    }
    return null;
  }

  private static Value member(Value from, Attribute attribute) {
    return ((Obj) from).get(attribute.name());
  }

  private static List<Value> items(Value value) {
    return ((Sequence) value).items();
  }

  private static boolean saysNothing(Value value) {
    return switch (value) {
      case Value.Null none -> true;
      case Value.Text text -> text.value().isEmpty();
      case Sequence sequence -> sequence.items().isEmpty();
      case Obj object -> object.members().values().stream().allMatch(Agreement::saysNothing);
      case Value.Bool flag -> false;
      case Value.Int whole -> false;
      case Value.Decimal decimal -> false;
      case Value.Ref ref -> false;
      case Value.Join join -> false;
      case Value.Base64 encoded -> false;
      case Value.Digest digest -> false;
      case Value.Unknown unknown -> false;
    };
  }

  private static String text(Value value, UnaryOperator<String> names) {
    return switch (value) {
      case Value.Text text -> names.apply(text.value());
      case Value.Int whole -> Long.toString(whole.value());
      case Value.Bool flag -> Boolean.toString(flag.value());
      case Value.Decimal decimal -> decimal.value().toPlainString();
      default -> value.toString();
    };
  }

  /** Order says nothing in a policy, and a value is as good as a list of it. */
  private static String meaning(Value value, UnaryOperator<String> names) {
    return switch (value) {
      case Value.Text text when text.value().startsWith("{") ->
          meaning(JsonReader.read(text.value()), names);
      case Obj object -> {
        TreeMap<String, String> members = new TreeMap<>();
        object.members().forEach((name, member) -> members.put(name, meaning(member, names)));
        yield members.toString();
      }
      case Sequence items -> {
        Set<String> sorted = new TreeSet<>();
        items.items().forEach(item -> sorted.add(meaning(item, names)));
        yield sorted.size() == 1 ? sorted.iterator().next() : sorted.toString();
      }
      default -> text(value, names);
    };
  }
}

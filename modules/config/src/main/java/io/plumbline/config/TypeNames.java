package io.plumbline.config;

/** What a type is called in messages. */
final class TypeNames {
  private TypeNames() {}

  static String of(ParameterType type) {
    return switch (type) {
      case ParameterType.Text text -> text.form();
      case ParameterType.Whole whole -> "a whole number";
      case ParameterType.Decimal number -> "a number";
      case ParameterType.Flag flag -> "true, false";
      case ParameterType.Choice choice -> Problems.listed(choice.words());
      case ParameterType.Quantity quantity -> "a " + quantity.name();
      case ParameterType.ListOf list -> "a list of " + of(list.item());
      case ParameterType.MapOf map -> "named values, each " + of(map.value());
      case ParameterType.Section section -> "a section";
      case ParameterType.Variants variants -> "a section";
      case ParameterType.ContentOf content -> "the path of " + content.name();
      case ParameterType.WordOr either -> of(either.word()) + " or a section";
      case ParameterType.Place place -> "nothing";
      case ParameterType.Maybe maybe -> of(maybe.type());
    };
  }
}

package io.plumbline.testkit.live;

import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An answer without some of the items that it lists: of the outermost list that has them. */
final class Omitted {
  /** What the items of a list are called; Route 53 calls them what they are. */
  private static final Set<String> ITEMS =
      Set.of("item", "member", "HostedZone", "HealthCheck", "ResourceRecordSet");

  private Omitted() {}

  /**
   * The answer without them.
   *
   * @param texts an item goes where one of its members, however deep, has one of these values
   */
  static byte[] from(byte[] answer, Set<String> texts) {
    String text = new String(answer, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("<")
        ? fromXml(answer, texts)
        : JsonWriter.pretty(fromJson(JsonReader.read(text), texts))
            .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] fromXml(byte[] answer, Set<String> texts) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(answer));
      prune(document.getDocumentElement(), texts);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (IOException | ParserConfigurationException | SAXException | TransformerException e) {
      throw new IllegalStateException("no XML", e);
    }
  }

  private static void prune(Element parent, Set<String> texts) {
    for (Element child : elements(parent)) {
      if (ITEMS.contains(child.getTagName()) && holds(child, texts)) {
        parent.removeChild(child);
      } else {
        prune(child, texts);
      }
    }
  }

  private static boolean holds(Element element, Set<String> texts) {
    List<Element> children = elements(element);
    return children.isEmpty()
        ? texts.contains(element.getTextContent())
        : children.stream().anyMatch(child -> holds(child, texts));
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static Value fromJson(Value value, Set<String> texts) {
    return switch (value) {
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, fromJson(member, texts)));
        yield new Obj(members);
      }
      case Sequence items ->
          Value.list(items.items().stream().filter(item -> !holds(item, texts)).toList());
      default -> value;
    };
  }

  private static boolean holds(Value value, Set<String> texts) {
    return switch (value) {
      case Value.Text text -> texts.contains(text.value());
      case Obj object -> object.members().values().stream().anyMatch(each -> holds(each, texts));
      case Sequence items -> items.items().stream().anyMatch(each -> holds(each, texts));
      default -> false;
    };
  }
}

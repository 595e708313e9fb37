package io.plumbline.report;

import static io.plumbline.report.DriftJson.members;
import static io.plumbline.report.DriftJson.source;
import static io.plumbline.report.DriftJson.text;

import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Judgement;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.OutOfServiceUse;
import io.plumbline.drift.Part;
import io.plumbline.drift.RuleUse;
import io.plumbline.drift.Tolerance;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was checked, of how much, and by which rules: the parts of a report that merging needs. */
final class CheckJson {
  private CheckJson() {}

  static Value checked(List<CheckedTarget> targets) {
    return Value.list(targets.stream().map(CheckJson::target).toList());
  }

  private static Value target(CheckedTarget target) {
    return members(
        "stack", Value.text(target.stack()),
        "site", Value.text(target.site()),
        "engine", Value.text(target.engine()),
        "against", Value.text(target.against()),
        "resources", Value.list(target.resources().stream().map(CheckJson::item).toList()));
  }

  private static Value item(CheckedTarget.Item item) {
    return members(
        "id", Value.text(item.address()),
        "kind", Value.text(item.kind()),
        "uses", Value.texts(item.uses()),
        "source", source(item.source()));
  }

  static Value shard(@Nullable Part part) {
    if (part == null) {
      return Value.NULL;
    }
    return members(
        "index",
        Value.whole(part.shard().index()),
        "of",
        Value.whole(part.shard().of()),
        "all",
        Value.list(
            part.all().stream()
                .map(
                    name ->
                        members("stack", Value.text(name.stack()), "site", Value.text(name.site())))
                .toList()));
  }

  static Value time(Judgement judgement) {
    return judgement.time() == null ? Value.NULL : Value.text(judgement.time().toString());
  }

  static Value rules(Judgement judgement) {
    return members(
        "ignored", Value.list(judgement.ignored().stream().map(CheckJson::use).toList()),
        "tolerated", Value.list(judgement.tolerated().stream().map(CheckJson::tolerance).toList()),
        "outOfService", Value.list(judgement.nodes().stream().map(CheckJson::node).toList()));
  }

  private static Value use(RuleUse use) {
    IgnoreRule rule = use.rule();
    return members(
        "stack", text(rule.stack()),
        "id", Value.text(rule.address()),
        "attribute", Value.text(rule.attribute()),
        "reason", Value.text(rule.reason()),
        "until", Value.text(rule.until().toString()),
        "source", source(rule.source()),
        "expired", Value.flag(use.expired()),
        "covered", Value.whole(use.covered()));
  }

  private static Value node(OutOfServiceUse use) {
    OutOfService node = use.node();
    return members(
        "node", Value.text(node.node()),
        "site", text(node.site()),
        "stack", text(node.stack()),
        "pool", text(node.pool()),
        "reason", Value.text(node.reason()),
        "until", Value.text(node.until().toString()),
        "source", source(node.source()),
        "expired", Value.flag(use.expired()),
        "covered", Value.whole(use.covered()),
        "seen", Value.flag(use.seen()),
        "pools", Value.texts(use.pools()),
        "wanted", Value.flag(use.wanted()));
  }

  private static Value tolerance(Tolerance tolerance) {
    return members(
        "kind", Value.text(tolerance.kind()),
        "percent", Value.decimal(tolerance.percent()),
        "reason", Value.text(tolerance.reason()));
  }
}
